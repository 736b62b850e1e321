import type { Draft } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

/** A label, then figures under the columns that hold any. */
function lineOf(draft: Draft, label: string, of: (values: readonly number[]) => number): string {
  const cells = draft.columns.map(({ key, cells: all }, i) => {
    if (i === 0) return label;
    // Of numbers in groups the sum would be in groups too.
    if ((!key?.endsWith('_duration') && key !== 'replies') || all.some(isGrouped)) return '';
    const values = all.filter((cell) => cell !== null && /^\d+(?:\.\d+)?$/.test(String(cell))).map(Number);
    return values.length === 0 ? '' : of(values).toFixed(2);
  });
  return cells.join(draft.dialect.delimiter);
}

const isGrouped = (cell: number | string | null): boolean => /\d\D\d{3}$/.test(String(cell ?? ''));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

const ways: Readonly<Record<string, (draft: Draft, random: Random) => string[]>> = {
  total: (draft, random) => [lineOf(draft, random.pick(['Total', 'Grand total', 'TOTAL', 'Sum']), sum)],
  means: (draft) => [
    lineOf(draft, 'Average', mean),
    lineOf(draft, 'Maximum', (values) => Math.max(...values)),
  ],
  count: ({ rows, columns, dialect }) => [
    [`Total: ${rows.length}`, ...columns.slice(1).map(() => '')].join(dialect.delimiter),
  ],
};

/** Rows of sums and averages behind the last ticket. */
export const totals: Trait = {
  id: 'totals',
  options: { none: 14, total: 1, means: 1, count: 1 },
  apply: (draft, option, random) => {
    if (draft.dialect.format !== 'csv' || draft.dialect.truncated) return;
    draft.dialect.around = { ...draft.dialect.around, sums: ways[option](draft, random) };
  },
};
