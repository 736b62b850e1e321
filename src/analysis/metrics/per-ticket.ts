import type { Precision } from '../../model/columns.ts';
import type { Desk } from '../../model/desk.ts';
import type { Clock, MeasureContext } from '../../model/metric.ts';
import { clocksFor } from './clocks.ts';
import { metrics } from './index.ts';
import { isUnavailable } from './unavailable.ts';

/** One measure of every ticket, milliseconds, NaN where a ticket has none. */
export interface TicketMeasure {
  readonly metric: string;
  readonly clock: Clock;
  readonly values: Float64Array;
  readonly precision: Precision;
}

/** Durations that a ticket has one of. Next response time has one a wait, so it is none of these. */
const perTicket = metrics.filter(
  ({ shape, kind, id }) => shape === 'flow' && kind === 'duration' && id !== 'next_response_time',
);

/** The metrics that a ticket may have a measure of, whatever the export holds. */
export const ticketMeasureIds = perTicket.map(({ id, hasBusinessClock }) => ({ id, hasBusinessClock }));

/** Every per-ticket duration that the desk's data gives, on the asked clocks. */
export function ticketMeasures(
  desk: Desk,
  options: { readonly clocks: readonly Clock[]; readonly context: Omit<MeasureContext, 'clock'> },
): TicketMeasure[] {
  const measures: TicketMeasure[] = [];
  for (const metric of perTicket) {
    if (metric.shape !== 'flow') continue;
    for (const clock of clocksFor(metric, desk, { clocks: options.clocks, isAsked: false })) {
      if (clock === null) continue;
      const observations = metric.observe(desk, { ...options.context, clock });
      if (isUnavailable(observations)) continue;
      const values = new Float64Array(desk.tickets.rows).fill(Number.NaN);
      for (let i = 0; i < observations.ticket.length; i++) {
        if (observations.state[i] === 0) values[observations.ticket[i]] = observations.value[i];
      }
      measures.push({ metric: metric.id, clock, values, precision: observations.precision ?? 'second' });
    }
  }
  return measures;
}
