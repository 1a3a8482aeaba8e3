// Damage that any file can suffer, whatever its format.
import type { Random } from "./random.ts";

export type Mutation<Content> = (content: Content, random: Random, others: readonly Uint8Array[]) => Content;

/** Numbers that programs stumble over, as 32 bits. */
const awkward = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff,
];

/** A place in the content, with preference for its ends: headers and directories stand there. */
function place(length: number, random: Random): number {
  if (length === 0) return 0;
  const edge = Math.min(length, 600);
  switch (random.below(4)) {
    case 0:
      return random.below(edge);
    case 1:
      return length - 1 - random.below(edge);
    default:
      return random.below(length);
  }
}

const replaced = (bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);

export const byteMutations: Readonly<Record<string, Mutation<Uint8Array>>> = {
  "bits turned": (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    for (let count = 1 + random.below(40); count > 0 && copy.length > 0; count--) {
      const at = place(copy.length, random);
      copy[at] = (copy[at] ?? 0) ^ (1 << random.below(8));
    }
    return copy;
  },
  "numbers overwritten": (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let count = 1 + random.below(8); count > 0 && copy.length >= 4; count--) {
      const at = Math.min(place(copy.length, random) & ~1, copy.length - 4);
      const value = random.oneIn(3) ? random.below(copy.length) : random.pick(awkward);
      if (random.oneIn(2)) copy.writeUInt32LE(value, at);
      else copy.writeUInt16LE(value & 0xffff, at);
    }
    return copy;
  },
  "cut off": (bytes, random) => bytes.subarray(0, place(bytes.length, random)),
  "start lost": (bytes, random) => bytes.subarray(random.below(Math.min(bytes.length, 2_000) + 1)),
  "middle lost": (bytes, random) => {
    const from = place(bytes.length, random);
    return replaced(bytes, from, Math.min(bytes.length, from + random.below(4_000)), new Uint8Array(0));
  },
  "part doubled": (bytes, random) => {
    const from = place(bytes.length, random);
    const part = bytes.subarray(from, from + random.below(4_000));
    const copies = Array<Uint8Array>(1 + random.below(20)).fill(part);
    return replaced(bytes, from, from, Buffer.concat(copies));
  },
  "noise put in": (bytes, random) => {
    const noise = Uint8Array.from({ length: random.below(400) }, () => random.below(256));
    const at = place(bytes.length, random);
    return replaced(bytes, at, at, noise);
  },
  "emptied in part": (bytes, random) => {
    const copy = Uint8Array.from(bytes);
    const from = place(copy.length, random);
    return copy.fill(random.pick([0, 0x20, 0xff]), from, from + random.below(5_000));
  },
  "joined with another file": (bytes, random, others) => {
    const other = random.pick(others);
    return Buffer.concat([
      bytes.subarray(0, place(bytes.length, random)),
      other.subarray(place(other.length, random)),
    ]);
  },
  "start of another file": (bytes, random, others) =>
    Buffer.concat([random.pick(others).subarray(0, 1 + random.below(64)), bytes]),
};
