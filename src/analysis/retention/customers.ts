import type { Cohort, RetentionPeriod } from '../../model/retention.ts';
import type { Period } from '../../model/segment.ts';
import { type CustomerTenures, countKept, stretchAt } from '../metrics/customer-tenures.ts';
import { keptShare } from './kept.ts';

export type WholePeriod = Period & { readonly complete: boolean };

/** Whether a period is over, and who left in it is in the data. */
const isKnown = (
  { endsKnownFrom, endsKnownTo }: CustomerTenures,
  { start, end, complete }: WholePeriod,
): boolean => complete && start >= endsKnownFrom && end <= endsKnownTo;

/**
 * For each whole period in which ends are known: of the customers active at its start, those still active at its end.
 */
export function customerPeriods(
  tenures: CustomerTenures,
  periods: readonly WholePeriod[],
  includes?: (customer: number) => boolean,
): RetentionPeriod[] {
  return periods
    .filter((period) => isKnown(tenures, period))
    .map((period) => {
      const { joined, ...counts } = countKept(tenures, period, includes);
      return { period, joined, ...keptShare(counts) };
    });
}

/**
 * Customers by the period in which they first began; cell k: still (or again) customers at the end of the k-th period
 * after it, only where that period has ended. Who began before ends are known is in no cohort: those of them who left
 * early are not in the data, so the rest would look loyal.
 */
export function customerCohorts(
  tenures: CustomerTenures,
  periods: readonly WholePeriod[],
): { readonly cohorts: Cohort[]; readonly before: number } {
  const known = periods.filter((period) => isKnown(tenures, period));
  const cohorts: Cohort[] = [];
  for (const [index, period] of known.entries()) {
    const members: number[] = [];
    for (let c = 0; c < tenures.size; c++) {
      if (tenures.startedAt[c] >= period.start && tenures.startedAt[c] < period.end) members.push(c);
    }
    if (members.length === 0) continue;
    const cells = known.slice(index).map(({ end }) => {
      const kept = members.filter((c) => stretchAt(tenures, c, end) >= 0).length;
      return keptShare({ n: members.length, kept });
    });
    cohorts.push({ period, size: members.length, cells });
  }
  const from = known[0]?.start ?? Number.POSITIVE_INFINITY;
  return { cohorts, before: tenures.startedAt.filter((start) => start < from).length };
}
