/** Where the texts of tickets come from; asked for row by row, so that they need not all be in memory as strings. */
export interface TextSource {
  readonly rows: number;
  subject(row: number): string;
  description(row: number): string;
  /** Names or addresses of those who wrote or handle the ticket, where they are known. */
  people?(row: number): readonly string[];
  /** The names that `people` gives for all rows, where they are had sooner than row by row. */
  everybody?(): Iterable<string>;
  /** What its kind is called where people choose one (`Blocked Driveway`), or an empty string. */
  kind?(row: number): string;
}
