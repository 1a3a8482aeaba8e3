// Terms of several words that have begun and wait for their next word.

/** Such terms as parallel arrays: filled, walked and emptied at every word, so nothing is made anew. */
export class WaitingTerms {
  count = 0;
  /** Node of the trie that the term has come to. */
  node = new Int32Array(256);
  /** Mask of the words that it goes on with. */
  mask = new Int32Array(256);
  /** Token that it began with. */
  first = new Int32Array(256);
  /** The last word, as `goOn` counts them, that it waits for. */
  until = new Int32Array(256);
  /** All masks as one: a word that has nothing in common with it leads nowhere. */
  masks = 0;
  /** The least `until`. */
  private earliest = Number.MAX_SAFE_INTEGER;

  clear(): void {
    this.count = this.masks = 0;
    this.earliest = Number.MAX_SAFE_INTEGER;
  }

  add(node: number, mask: number, first: number, until: number): void {
    const at = this.count++;
    if (at === this.node.length) this.enlarge();
    this.node[at] = node;
    this.mask[at] = mask;
    this.first[at] = first;
    this.until[at] = until;
    this.masks |= mask;
    if (until < this.earliest) this.earliest = until;
  }

  private enlarge(): void {
    this.node = doubled(this.node);
    this.mask = doubled(this.mask);
    this.first = doubled(this.first);
    this.until = doubled(this.until);
  }

  /** Lets `word` pass, which none of them goes on with: those stay that wait for later words too. */
  passOver(word: number): void {
    if (word < this.earliest) return;
    const { count, node, mask, first, until } = this;
    this.clear();
    for (let at = 0; at < count; at++) {
      const last = until[at] ?? 0;
      if (last > word) this.add(node[at] ?? 0, mask[at] ?? 0, first[at] ?? 0, last);
    }
  }
}

function doubled(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
