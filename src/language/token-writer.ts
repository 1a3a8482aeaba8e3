// Tokens and sentences as they are found. They are written into room that is kept from one text to the next and copied out
// at the end: a heading of three words is tokenised as often as a report, and six arrays each time cost more than the words.
import { tokenMark, type Sentence, type SentenceRange, type TokenisedText } from "./tokens.ts";

const bytesOfToken = 4 * 4 + 2;

export class TokenWriter {
  private count = 0;
  private start = new Uint32Array(1 << 12);
  private end = new Uint32Array(1 << 12);
  private word = new Int32Array(1 << 12);
  private sentence = new Int32Array(1 << 12);
  private kind = new Uint8Array(1 << 12);
  private marks = new Uint8Array(1 << 12);
  private sentences: Sentence[] = [];
  private blockSentences: SentenceRange[] = [];
  private block = 0;
  private blockFirst = 0;
  /** First token of the sentence that is open. */
  private sentenceFirst = 0;
  private barrier = true;

  /** Forgets the text before. */
  begin(): void {
    this.count = this.sentenceFirst = this.block = this.blockFirst = 0;
    this.barrier = true;
    this.sentences = [];
    this.blockSentences = [];
  }

  /** Ends what there is of a sentence in the block and goes on to the next block. */
  closeBlock(): void {
    this.closeSentence();
    this.blockSentences.push({ first: this.blockFirst, end: this.sentences.length });
    this.blockFirst = this.sentences.length;
    this.block++;
  }

  /** The next token begins a sentence. */
  closeSentence(): void {
    if (this.count > this.sentenceFirst) {
      this.sentences.push({ firstToken: this.sentenceFirst, endToken: this.count, block: this.block });
      this.sentenceFirst = this.count;
    }
    this.barrier = true;
  }

  /** Nothing that spans several words may cross into the next token. */
  raiseBarrier(): void {
    this.barrier = true;
  }

  /** Number of tokens in the open sentence. */
  get sentenceLength(): number {
    return this.count - this.sentenceFirst;
  }

  /** Where the last token begins, if it ends at `at` and belongs to the open sentence; else -1. */
  startOfWordBefore(at: number): number {
    const last = this.count - 1;
    return last >= this.sentenceFirst && this.end[last] === at ? (this.start[last] ?? 0) : -1;
  }

  /** Adds the token `[start, end)`. `word` is its id in the vocabulary; `marks` are those that its letters tell. */
  add(start: number, end: number, word: number, kind: number, marks: number): void {
    const at = this.count;
    if (at === this.start.length) this.enlarge();
    this.start[at] = start;
    this.end[at] = end;
    this.word[at] = word;
    this.sentence[at] = this.sentences.length;
    this.kind[at] = kind;
    this.marks[at] =
      marks |
      (this.barrier ? tokenMark.barrier : 0) |
      (at === this.sentenceFirst ? tokenMark.sentenceStart : 0);
    this.count = at + 1;
    this.barrier = false;
  }

  private enlarge(): void {
    const capacity = this.start.length * 2;
    this.start = copied(this.start, new Uint32Array(capacity));
    this.end = copied(this.end, new Uint32Array(capacity));
    this.word = copied(this.word, new Int32Array(capacity));
    this.sentence = copied(this.sentence, new Int32Array(capacity));
    this.kind = copied(this.kind, new Uint8Array(capacity));
    this.marks = copied(this.marks, new Uint8Array(capacity));
  }

  /** What was written since `begin`, in arrays of its own. */
  finish(): TokenisedText {
    const { count, sentences, blockSentences } = this;
    // One piece of memory for all six.
    const memory = new ArrayBuffer(count * bytesOfToken);
    const four = count * 4;
    const tokens = {
      count,
      start: copied(this.start.subarray(0, count), new Uint32Array(memory, 0, count)),
      end: copied(this.end.subarray(0, count), new Uint32Array(memory, four, count)),
      word: copied(this.word.subarray(0, count), new Int32Array(memory, 2 * four, count)),
      sentence: copied(this.sentence.subarray(0, count), new Int32Array(memory, 3 * four, count)),
      kind: copied(this.kind.subarray(0, count), new Uint8Array(memory, 4 * four, count)),
      marks: copied(this.marks.subarray(0, count), new Uint8Array(memory, 4 * four + count, count)),
    };
    return { tokens, sentences, blockSentences };
  }
}

function copied<T extends Uint32Array | Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
