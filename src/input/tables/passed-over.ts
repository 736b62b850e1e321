import type { Problem } from '../../model/problem.ts';
import type { RejectReason } from '../../model/source.ts';
import { isTotals, mayBeRemark, totalsText } from '../../model/totals-lines.ts';

/** Remarks behind the rows of a file; more lines are what it consists of. */
const MOST_REMARKS = 20;
/** Lines that are shown of those passed over. */
const MOST_SHOWN = 3;
/** Rows that lack these may be lines of totals or remarks. */
const lacksNeed: ReadonlySet<RejectReason> = new Set<RejectReason>([
  'created_at_missing',
  'created_at_unreadable',
  'needed_field_missing',
]);

/** A row that cannot be used, as it stands in its file. */
export interface Reject {
  readonly line: number;
  readonly reason: RejectReason;
  readonly raw: string;
}

/** Lines that stand among or behind the rows of a table and are none: totals, and remarks. */
export class PassedOver {
  readonly #totals: string[] = [];
  /** They are remarks where no row comes behind them. */
  readonly #remarks: Reject[] = [];

  /** Takes a row that cannot be used, where it is no row at all as far as can be told yet. */
  takes(row: Reject): boolean {
    if (!lacksNeed.has(row.reason)) return false;
    if (isTotals(row.raw)) this.#totals.push(totalsText(row.raw));
    else if (this.#remarks.length < MOST_REMARKS && mayBeRemark(row.raw)) this.#remarks.push(row);
    else return false;
    return true;
  }

  /** Lines that hardly fill a row and have rows behind them, of which the last stands in this line: rows after all. */
  rowsBefore(last: number): readonly Reject[] {
    const rows = this.#remarks.filter(({ line }) => line <= last);
    const rest = this.#remarks.filter(({ line }) => line > last);
    this.#remarks.splice(0, this.#remarks.length, ...rest);
    return rows;
  }

  problems(where: Problem['where']): Problem[] {
    const remarks = this.#remarks.map(({ raw }) => totalsText(raw));
    return [
      ...told('trailer_passed_over', { lines: remarks, where }),
      ...told('totals_passed_over', { lines: this.#totals, where }),
    ];
  }
}

function told(
  code: 'trailer_passed_over' | 'totals_passed_over',
  { lines, where }: { readonly lines: readonly string[]; readonly where: Problem['where'] },
): Problem[] {
  if (lines.length === 0) return [];
  const text = lines.slice(0, MOST_SHOWN).join(' | ');
  return [{ code, severity: 'note', args: { text }, where, count: lines.length }];
}
