/** What is wrong with an input as a whole, or from some place in it on: a sentence for the report. */
export class InputFault extends Error {
  /** Where it stands, from 1, if it is known: the line of a text, the place in a list. */
  readonly row: number | null;

  constructor(reason: string, row: number | null = null) {
    super(reason);
    this.name = 'InputFault';
    this.row = row;
  }
}
