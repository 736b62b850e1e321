import type { Problem } from '../../../model/problem.ts';
import { LineTally } from '../../readers/line-tally.ts';

/** What is counted while rows are read, by the code of the problem that reports it. */
const tallied = [
  'quotes_repaired',
  'quote_lost',
  'headers_repeated',
  'conflict_markers',
  'file_cut',
] as const;

/** Lines of a CSV file that were not read as they stand. */
export class RowTallies {
  readonly of: Readonly<Record<(typeof tallied)[number], LineTally>> = {
    quotes_repaired: new LineTally(),
    quote_lost: new LineTally(),
    headers_repeated: new LineTally(),
    conflict_markers: new LineTally(),
    file_cut: new LineTally(),
  };

  problems(file: string): Problem[] {
    return tallied
      .filter((code) => this.of[code].count > 0)
      .map((code) => {
        const severity = code === 'headers_repeated' ? 'note' : 'warning';
        return this.of[code].problem({ code, severity, file });
      });
  }
}
