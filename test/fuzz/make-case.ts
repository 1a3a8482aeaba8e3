// One damaged file by its number: the same seed and number give the same file.
import { byteMutations, type Mutation } from "./mutate-bytes.ts";
import { craftedPdfs, pdfMutations } from "./mutate-pdf.ts";
import { textMutations } from "./mutate-text.ts";
import { zipMutations } from "./mutate-zip.ts";
import { randomFrom, type Random } from "./random.ts";
import type { Seed } from "./seeds.ts";

export interface Case {
  /** Ending of the file it was made from, "pdf". */
  readonly kind: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What was done, in order. */
  readonly how: readonly string[];
}

/** The largest file that damage may make of a small one. */
const largest = 60_000_000;

const onText =
  (mutate: Mutation<string>): Mutation<Uint8Array> =>
  (bytes, random, others) =>
    Buffer.from(mutate(Buffer.from(bytes).toString("latin1"), random, others), "latin1");
const onUtf8 =
  (mutate: Mutation<string>): Mutation<Uint8Array> =>
  (bytes, random, others) =>
    Buffer.from(mutate(Buffer.from(bytes).toString(), random, others));

const entriesOf = (
  mutations: Readonly<Record<string, Mutation<string>>>,
  wrap: (mutate: Mutation<string>) => Mutation<Uint8Array>,
): [string, Mutation<Uint8Array>][] => Object.entries(mutations).map(([how, mutate]) => [how, wrap(mutate)]);

/** Damage that fits the format, by ending; for all others damage to bytes alone. */
const fitting: Readonly<Record<string, readonly [string, Mutation<Uint8Array>][]>> = {
  pdf: Object.entries(pdfMutations),
  rtf: entriesOf(textMutations.rtf, onText),
  md: entriesOf(textMutations.md, onUtf8),
  txt: entriesOf(textMutations.txt, onUtf8),
  html: entriesOf(textMutations.html, onUtf8),
  fodt: entriesOf(textMutations.xml, onUtf8),
  fods: entriesOf(textMutations.xml, onUtf8),
};
const inArchive = Object.entries(zipMutations);
const bytesAlone = Object.entries(byteMutations);

const endingOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

/** Seeds by ending, so that each format gets its share however many files it has. */
function pickSeed(seeds: readonly Seed[], random: Random): Seed {
  const kinds = [...new Set(seeds.map(({ name }) => endingOf(name)))];
  const kind = random.pick(kinds);
  return random.pick(seeds.filter(({ name }) => endingOf(name) === kind));
}

/** The file of that number in the run that starts from `seed`. */
export function makeCase(seeds: readonly Seed[], seed: number, index: number): Case {
  const random = randomFrom(seed, index);
  const { name, bytes: sound } = pickSeed(seeds, random);
  const kind = endingOf(name);
  if (kind === "pdf" && random.oneIn(12)) {
    const [how, craft] = random.pick(Object.entries(craftedPdfs));
    return { kind, name, bytes: craft(random), how: [how] };
  }
  const others = seeds.map(({ bytes }) => bytes);
  const own = sound[0] === 0x50 && sound[1] === 0x4b ? inArchive : (fitting[kind] ?? []);
  const how: string[] = [];
  let bytes = sound;
  for (let count = random.oneIn(3) ? 2 : 1; count > 0; count--) {
    const [what, mutate] = random.pick(own.length === 0 || random.oneIn(4) ? bytesAlone : own);
    const changed = mutate(bytes, random, others);
    if (changed.length > largest) break;
    how.push(what);
    bytes = changed;
  }
  return { kind, name, bytes, how };
}
