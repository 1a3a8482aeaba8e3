// Terms of several words that have begun: those that the next word is known to lead on, and those that wait for a word that
// may come later. Both are filled and emptied at every word, so their arrays are kept.
import type { Step } from "./known-steps.ts";

/** Terms that the next word leads on. */
export class LedTerms {
  count = 0;
  /** Where it leads them. */
  readonly steps: Step[] = [];
  /** Tokens that they began with. */
  readonly firsts: number[] = [];

  add(step: Step, first: number): void {
    this.steps[this.count] = step;
    this.firsts[this.count++] = first;
  }
}

/** Terms that a later word may lead on, as parallel arrays. */
export class WaitingTerms {
  count = 0;
  /** Where it waits (waiting-places.ts). */
  place = new Int32Array(256);
  /** Mask of the words that it goes on with. */
  mask = new Int32Array(256);
  /** Token that it began with. */
  first = new Int32Array(256);
  /** The last word, as the walk counts them, that it waits for. */
  until = new Int32Array(256);
  /** All masks as one: a word that has nothing in common with it leads nowhere. */
  masks = 0;
  /** The least `until`. */
  private earliest = Number.MAX_SAFE_INTEGER;
  /** Of each place: the position of the term that came there last. It may be gone. */
  private lastAt = new Int32Array(256);

  clear(): void {
    this.count = this.masks = 0;
    this.earliest = Number.MAX_SAFE_INTEGER;
  }

  /** Lets a term wait; one that waits at the place already and has the same first word waits for the longer of the two. */
  add(place: number, mask: number, first: number, until: number): void {
    if (place >= this.lastAt.length) this.lastAt = enlarged(this.lastAt, place);
    const before = this.lastAt[place] ?? 0;
    if (before < this.count && this.place[before] === place && this.first[before] === first) {
      if ((this.until[before] ?? 0) < until) this.until[before] = until;
      return;
    }
    const at = this.count++;
    if (at === this.place.length) this.enlarge();
    this.lastAt[place] = at;
    this.place[at] = place;
    this.mask[at] = mask;
    this.first[at] = first;
    this.until[at] = until;
    this.masks |= mask;
    if (until < this.earliest) this.earliest = until;
  }

  private enlarge(): void {
    this.place = enlarged(this.place, this.count);
    this.mask = enlarged(this.mask, this.count);
    this.first = enlarged(this.first, this.count);
    this.until = enlarged(this.until, this.count);
  }

  /** Lets `word` pass: those stay that wait for later words too. */
  passOver(word: number): void {
    if (word < this.earliest) return;
    const { count, place, mask, first, until } = this;
    this.clear();
    for (let at = 0; at < count; at++) {
      const last = until[at] ?? 0;
      if (last > word) this.add(place[at] ?? 0, mask[at] ?? 0, first[at] ?? 0, last);
    }
  }

  /** Lets all of `others` wait too. */
  addAll({ count, place, mask, first, until }: WaitingTerms): void {
    for (let at = 0; at < count; at++)
      this.add(place[at] ?? 0, mask[at] ?? 0, first[at] ?? 0, until[at] ?? 0);
  }
}

/** The numbers of `from` with room for twice as many, and for one at `position`. */
function enlarged(from: Int32Array, position: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(Math.max(from.length, position) * 2);
  to.set(from);
  return to;
}
