// Damage to ZIP archives and to the parts of the office files that are such archives.
import { crc32, deflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import { byteMutations, type Mutation } from "./mutate-bytes.ts";
import { textMutations } from "./mutate-text.ts";
import type { Random } from "./random.ts";

interface Entry {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the headers say of it where that is not true. */
  readonly claims?: {
    readonly size?: number;
    readonly packedSize?: number;
    readonly crc?: number;
    readonly method?: number;
  };
}

/** An archive, made by hand so that its headers can lie. */
export function packed(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims = {} } of entries) {
    const label = Buffer.from(name);
    const data = deflateRawSync(content, { level: 1 });
    const { size = content.length, packedSize = data.length, crc = crc32(content), method = 8 } = claims;
    const local = Buffer.alloc(30);
    const central = Buffer.alloc(46);
    local.writeUInt32LE(0x04034b50, 0);
    central.writeUInt32LE(0x02014b50, 0);
    for (const [header, at] of [
      [local, 4],
      [central, 6],
    ] as const) {
      header.writeUInt16LE(20, at);
      header.writeUInt16LE(method, at + 4);
      header.writeUInt32LE(crc >>> 0, at + 10);
      header.writeUInt32LE(packedSize >>> 0, at + 14);
      header.writeUInt32LE(size >>> 0, at + 18);
      header.writeUInt16LE(label.length, at + 22);
    }
    central.writeUInt32LE(offset, 42);
    parts.push(local, label, data);
    directory.push(central, label);
    offset += local.length + label.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

function unpacked(bytes: Uint8Array): Entry[] | null {
  try {
    return Object.entries(unzipSync(bytes)).map(([name, content]) => ({ name, content }));
  } catch {
    return null;
  }
}

/** The archive with what `change` makes of its entries; as it was when it cannot be opened. */
const onEntries =
  (
    change: (entries: Entry[], random: Random, others: readonly Uint8Array[]) => readonly Entry[],
  ): Mutation<Uint8Array> =>
  (bytes, random, others) => {
    const entries = unpacked(bytes);
    return entries === null || entries.length === 0 ? bytes : packed(change(entries, random, others));
  };

/** The entry to be changed: mostly one that holds text. */
function chosen(entries: readonly Entry[], random: Random): number {
  const xml = entries.flatMap(({ name, content }, at) =>
    /\.(?:xml|rels)$/i.test(name) && content.length > 500 ? [at] : [],
  );
  return xml.length === 0 || random.oneIn(8) ? random.below(entries.length) : random.pick(xml);
}

const sizes = [0, 1, 10, 0xffff, 0x7fffffff, 0xffffffff];

export const zipMutations: Readonly<Record<string, Mutation<Uint8Array>>> = {
  "entries swapped": onEntries((entries, random) => {
    const [a, b] = [random.below(entries.length), chosen(entries, random)];
    return entries.map((entry, at) =>
      at === a ? { ...entry, content: entries[b]?.content ?? entry.content } : entry,
    );
  }),
  "sizes that lie": onEntries((entries, random) => {
    const wrong = chosen(entries, random);
    const claims = {
      ...(random.oneIn(2) ? { size: random.pick(sizes) } : {}),
      ...(random.oneIn(3) ? { packedSize: random.pick(sizes) } : {}),
      ...(random.oneIn(4) ? { crc: 1 } : {}),
      ...(random.oneIn(6) ? { method: random.pick([0, 1, 9, 12, 14, 99]) } : {}),
    };
    return entries.map((entry, at) => (at === wrong ? { ...entry, claims } : entry));
  }),
  "names twice": onEntries((entries, random, others) => {
    const { name } = entries[chosen(entries, random)] ?? { name: "x" };
    const again = { name: random.oneIn(2) ? name : name.toUpperCase(), content: random.pick(others) };
    return random.oneIn(2) ? [...entries, again] : [again, ...entries];
  }),
  "names that lead out": onEntries((entries, random) => {
    const odd = random.pick([
      "../../../etc/passwd",
      "/etc/passwd",
      "C:\\x",
      "",
      ".",
      "a/".repeat(3_000),
      "\u0000",
      "[Content_Types].xml",
      "con",
    ]);
    const at = random.below(entries.length);
    return entries.map((entry, index) => (index === at ? { ...entry, name: odd } : entry));
  }),
  "entries lost": onEntries((entries, random) => entries.filter(() => !random.oneIn(4))),
  "entries of another file": onEntries((entries, random, others) => {
    const other = unpacked(random.pick(others)) ?? [];
    return [...entries.filter(() => !random.oneIn(3)), ...other.filter(() => random.oneIn(2))];
  }),
  "a part that explodes": onEntries((entries, random) => {
    const at = chosen(entries, random);
    return entries.map((entry, index) => {
      if (index !== at) return entry;
      const text = Buffer.from(entry.content).toString();
      const middle = text.search(/<(?:w:p|text:p|a:p|row|table:table-row)[ >]/);
      const part = middle < 0 ? text.slice(0, 300) : text.slice(middle, middle + 300);
      const cut = middle < 0 ? text.length : middle;
      return {
        ...entry,
        content: Buffer.from(
          text.slice(0, cut) + part.repeat(random.pick([100, 3_000, 100_000])) + text.slice(cut),
        ),
      };
    });
  }),
  "many entries": onEntries((entries, random) => [
    ...entries,
    ...Array.from({ length: random.pick([100, 3_000, 12_000]) }, (_, at) => ({
      name: `${String(at)}.txt`,
      content: new Uint8Array(0),
    })),
  ]),
  "archives in archives": (bytes, random) => {
    let nested = bytes;
    for (let depth = 1 + random.below(6); depth > 0; depth--)
      nested = packed([
        { name: `${String(depth)}.zip`, content: nested },
        { name: "plan.txt", content: Buffer.from("Mål") },
      ]);
    return nested;
  },
  ...Object.fromEntries(
    Object.entries(textMutations.xml).map(([how, mutate]) => [
      `part: ${how}`,
      onEntries((entries, random, others) => {
        const at = chosen(entries, random);
        return entries.map((entry, index) =>
          index === at
            ? {
                ...entry,
                content: Buffer.from(mutate(Buffer.from(entry.content).toString(), random, others)),
              }
            : entry,
        );
      }),
    ]),
  ),
  "part: damaged": onEntries((entries, random, others) => {
    const at = chosen(entries, random);
    const mutate = random.pick(Object.values(byteMutations));
    return entries.map((entry, index) =>
      index === at ? { ...entry, content: mutate(entry.content, random, others) } : entry,
    );
  }),
};
