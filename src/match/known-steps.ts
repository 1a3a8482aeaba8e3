// The steps that have been looked for, by place and set: a hash table in one array, since a map would need one key made of
// the two numbers, which is an object each time it is asked.

/** The nodes that a word leads to from a place. */
export interface Step {
  readonly nodes: readonly number[];
  /** Of each node: how many words the word may be behind the one that came to the place. */
  readonly within: readonly number[];
}

/** Room for pairs at first and at most, powers of two. At the most everything is forgotten when three quarters are in use. */
const room = { least: 1 << 10, most: 1 << 16 } as const;

/** Numbers of a pair in the table: its place + 1 (0: no pair), its set, and the position of its step. */
const entry = { place: 0, set: 1, step: 2, length: 4 } as const;

/** Steps by the number of a place and of a set. */
export class KnownSteps {
  private table = new Int32Array(room.least * entry.length);
  private count = 0;
  /** Each step of the table; the first is that of all the pairs that lead nowhere. */
  private steps: (Step | null)[] = [null];

  /** Undefined when nothing is known of the pair. */
  get(place: number, set: number): Step | null | undefined {
    const at = this.find(place, set);
    return this.table[at] === 0 ? undefined : this.steps[this.table[at + entry.step] ?? 0];
  }

  add(place: number, set: number, step: Step | null): void {
    if (this.count * entry.length >= this.table.length * 0.75) this.makeRoom();
    this.put(place, set, step === null ? 0 : this.steps.push(step) - 1);
  }

  private put(place: number, set: number, step: number): void {
    const at = this.find(place, set);
    this.table[at + entry.place] = place + 1;
    this.table[at + entry.set] = set;
    this.table[at + entry.step] = step;
    this.count++;
  }

  /** Where the pair stands, or is to stand. */
  private find(place: number, set: number): number {
    const { table } = this;
    const hash = Math.imul(Math.imul(place, 0x9e3779b1) ^ set, 0x85ebca6b) >>> 12;
    for (let at = hash * entry.length; ; at += entry.length) {
      at &= table.length - 1;
      const held = table[at + entry.place];
      if (held === 0 || (held === place + 1 && table[at + entry.set] === set)) return at;
    }
  }

  private makeRoom(): void {
    const { table } = this;
    this.count = 0;
    if (table.length === room.most * entry.length) {
      table.fill(0);
      this.steps = [null];
      return;
    }
    this.table = new Int32Array(table.length * 2);
    for (let at = 0; at < table.length; at += entry.length) {
      const place = table[at + entry.place] ?? 0;
      if (place > 0) this.put(place - 1, table[at + entry.set] ?? 0, table[at + entry.step] ?? 0);
    }
  }
}
