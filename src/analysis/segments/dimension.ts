/** What tickets are told apart by: one code a ticket, or several for lists; 0 = missing. */
export interface Dimension {
  /** As the user typed it, the key in `Segment`: `group`, `column:Product area`. */
  readonly name: string;
  readonly codes: Uint32Array;
  /** For lists: codes of ticket t are `codes[offsets[t]] … codes[offsets[t + 1] − 1]`. */
  readonly offsets: Uint32Array | null;
  /** The code of each answer, all surveys counted through; used for answers that belong to no ticket. */
  readonly answers?: Uint32Array;
  /** Number of distinct codes; codes run from 1 to this. */
  readonly size: number;
  /** The name of a code, never asked for 0. */
  nameOf(code: number): string;
  /** Names in the order in which people read them, where it is not that of their letters. */
  readonly order?: readonly string[];
}
