import { type Desk, numbersOf } from '../../model/desk.ts';
import type { Clock, Metric } from '../../model/metric.ts';
import { isUnavailable } from './unavailable.ts';

/**
 * The clocks on which a metric is computed; null for what has none. Where nobody asked for a clock and the export
 * measures a duration within the helpdesk's business hours only, it is shown on that clock (DEFINITIONS 14).
 */
export function clocksFor(
  metric: Metric,
  desk: Desk,
  { clocks, isAsked }: { readonly clocks: readonly Clock[]; readonly isAsked: boolean },
): readonly (Clock | null)[] {
  if (metric.kind !== 'duration') return [null];
  if (!metric.hasBusinessClock) return ['calendar'];
  const isDefault = !isAsked && clocks.length === 1 && clocks[0] === 'calendar';
  return isDefault && isOnBusinessClockOnly(metric, desk) ? ['business'] : clocks;
}

/** True where the export has a duration on the helpdesk's business clock and on no other. */
export function isOnBusinessClockOnly(metric: Metric, desk: Desk): boolean {
  if (metric.shape !== 'flow') return false;
  const own = metric.reads.filter((field) => /^reported_.*_business_seconds$/.test(field));
  if (!own.some((field) => numbersOf(desk.tickets, field))) return false;
  const on = (clock: Clock) => metric.observe(desk, { clock, businessTime: null, sla: null });
  return isUnavailable(on('calendar')) && !isUnavailable(on('business'));
}
