import type { Desk } from '../../model/desk.ts';
import type { BusinessTime, Figure, Stat } from '../../model/metric.ts';
import { computeFigures } from '../metrics/figures.ts';
import { metricOf } from '../metrics/index.ts';
import type { Dimension } from '../segments/dimension.ts';
import { groupTickets } from '../segments/grouping.ts';

export interface IssueFigureOptions {
  /** Index of each ticket's issue, −1 for none. */
  readonly issueOf: Int32Array;
  readonly count: number;
  /** 1 for the tickets that are measured; null for all. */
  readonly mask: Uint8Array | null;
  readonly businessTime: BusinessTime | null;
}

/**
 * Measures metrics of every issue, on the business clock where there are working hours: what it returns gives one
 * figure an issue, undefined where there is none.
 */
export function figuresByIssue(
  desk: Desk,
  { issueOf, count, mask, businessTime }: IssueFigureOptions,
): (id: string, stat: Stat) => (Figure | undefined)[] {
  const dimension: Dimension = {
    name: 'issue',
    codes: Uint32Array.from(issueOf, (issue) => issue + 1),
    offsets: null,
    size: count,
    nameOf: String,
  };
  const grouping = groupTickets({
    dimensions: [dimension],
    rows: desk.tickets.rows,
    mask,
    totals: false,
    top: null,
  });
  return (id, stat) => {
    const metric = metricOf(id);
    if (!metric) throw new Error(`no metric ${id}`);
    const clock = metric.kind === 'duration' ? (businessTime ? 'business' : 'calendar') : null;
    const context = { clock: clock ?? 'calendar', businessTime, sla: null } as const;
    const { figures } = computeFigures({
      desk,
      metric,
      stats: [stat],
      clock,
      context,
      grouping,
      periods: null,
    });
    const found = new Array<Figure | undefined>(count).fill(undefined);
    for (const figure of figures) {
      if (figure.segment.issue != null && figure.status !== 'unavailable')
        found[Number(figure.segment.issue) - 1] = figure;
    }
    return found;
  };
}
