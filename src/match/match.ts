/** A term was found. Facts only: what a match is worth is for judge/ to say. */
export interface Match {
  /** Index of the rule among those compiled. */
  readonly owner: number;
  /** Index of the term in the rule. */
  readonly term: number;
  /** First and last token, inclusive. */
  readonly first: number;
  readonly last: number;
}
