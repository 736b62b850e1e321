import { numbersIn, type Stack } from './stack.ts';

/** What the helpdesk measured from the creation of a ticket on: known once that time had passed. */
const fromCreation = ['first_response_time', 'first_resolution_time', 'resolution_time'] as const;
/** What it added up until the ticket was done. */
const untilDone = ['on_hold_time', 'requester_wait_time', 'agent_wait_time'] as const;
/** The stamp at which each of them ended, where the export has it. */
const endOf = {
  first_response_time: ['first_response_at'],
  first_resolution_time: ['first_solved_at', 'solved_at', 'closed_at'],
  resolution_time: ['solved_at', 'closed_at'],
} as const;

/**
 * Takes back what was measured or rated after `--as-of` (DEFINITIONS 14): a look into the past does not know it. A
 * duration of the helpdesk's own is known if it had ended by then, a rating if its ticket was done by then; columns
 * without a time of their own (replies, tags, assignee) stay as of the export.
 */
export function forgetLater(tickets: Stack, asOf: number): void {
  for (const name of fromCreation) forgetMeasured(tickets, name, asOf);
  const isLater = laterEnds(tickets, asOf);
  for (const name of untilDone)
    for (const clock of ['', 'business_'] as const)
      forgetWhere(isLater, numbersIn(tickets.columns, `reported_${name}_${clock}seconds`));
  forgetWhere(isLater, numbersIn(tickets.columns, 'csat'));
}

/** Takes back a time measured from the creation of tickets on where it had not passed by then. */
function forgetMeasured(tickets: Stack, name: (typeof fromCreation)[number], asOf: number): void {
  const created = numbersIn(tickets.columns, 'created_at');
  const calendar = numbersIn(tickets.columns, `reported_${name}_seconds`);
  const business = numbersIn(tickets.columns, `reported_${name}_business_seconds`);
  const ends = endOf[name].flatMap((field) => numbersIn(tickets.columns, field) ?? []);
  const isLater = new Uint8Array(tickets.rows);
  for (let t = 0; t < tickets.rows; t++) {
    const took = calendar && !Number.isNaN(calendar[t]) ? calendar[t] : (business?.[t] ?? Number.NaN);
    const hasEnd = ends.find((column) => !Number.isNaN(column[t]));
    // Working time passes no faster than the clock: what had not ended by the calendar had not ended.
    const ended = hasEnd ? hasEnd[t] : (created?.[t] ?? Number.NaN) + took;
    if (ended > asOf) isLater[t] = 1;
  }
  forgetWhere(isLater, calendar);
  forgetWhere(isLater, business);
}

function forgetWhere(isLater: Uint8Array, column: Float64Array | null): void {
  if (column) for (let t = 0; t < isLater.length; t++) if (isLater[t] === 1) column[t] = Number.NaN;
}

/** 1 where a ticket was done after a moment, by the first of its ends that is known. */
function laterEnds(tickets: Stack, asOf: number): Uint8Array {
  const later = new Uint8Array(tickets.rows);
  const ends = ['solved_at', 'closed_at'].flatMap(
    (field) => numbersIn(tickets.columns, field as 'solved_at') ?? [],
  );
  for (let t = 0; t < tickets.rows; t++) {
    const end = ends.find((column) => !Number.isNaN(column[t]));
    if (end && end[t] > asOf) later[t] = 1;
  }
  return later;
}
