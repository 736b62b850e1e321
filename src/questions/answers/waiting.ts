import { answerFields } from '../../analysis/metrics/first-response-time.ts';
import { isUnavailable } from '../../analysis/metrics/unavailable.ts';
import {
  countWaiting,
  listWaiting,
  type WaitingTicket,
  waitingParts,
} from '../../analysis/metrics/who-waits.ts';
import { compileFilter } from '../../analysis/segments/filter.ts';
import { type DueTarget, dueTargets } from '../../analysis/sla/due-targets.ts';
import { codesOf, type Desk } from '../../model/desk.ts';
import type { FieldId } from '../../model/fields.ts';
import { maskText } from '../../model/mask.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { Phrase, Value } from '../../model/report.ts';
import type { MachineRow, TypedColumn } from '../../model/rows.ts';
import type { OutputOptions, SessionOptions, SortOptions } from '../../settings/option-types.ts';
import { parseDurationLiteral } from '../../time/duration.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { dataEnvelope } from '../envelope.ts';
import { filterOf } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { frameOf } from '../frame.ts';
import { needsOf } from '../metric-requests.ts';
import { emptyFilterNote, noTargetsNote } from '../nothing-found.ts';
import { policiesOf } from '../policies.ts';
import type { Session } from '../session.ts';
import { sorted, sortKeys } from '../sorting.ts';
import { type TicketLink, ticketLink } from '../ticket-links.ts';
import type { TableAnswer } from './answer.ts';

export interface WaitingOptions extends SessionOptions, SortOptions, OutputOptions {
  readonly where?: string;
  readonly soon?: string;
  readonly showAgents?: boolean;
  readonly top?: number;
}

const fields: readonly FieldId[] = [
  ...answerFields,
  'solved_at',
  'closed_at',
  'status',
  'new_value',
  'field',
  'priority',
  'channel',
  'group',
  'assignee',
  'reopens',
  'subject',
];

/** Who still waits at as-of, and what stands above and below the list. */
export interface WaitingAnswer extends TableAnswer {
  readonly desk: Desk;
  readonly headline: Phrase;
  readonly below: readonly Phrase[];
  /** How many wait, those left out by `--top` too. */
  readonly waiting: number;
  readonly shown: {
    readonly hasHours: boolean;
    readonly hasSla: boolean;
    readonly showAgents: boolean;
    readonly hasLinks: boolean;
  };
  readonly link: TicketLink | null;
}

/** Who still waits at as-of, how long on both clocks, and why. */
export async function askWaiting(
  session: Session,
  paths: readonly string[],
  options: WaitingOptions,
): Promise<WaitingAnswer> {
  const { zone, config } = session;
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, config);
  const soon = parseDurationLiteral(options.soon ?? '4h');
  const order = sortKeys(
    options.sort ?? [],
    machineColumns({ showAgents: options.showAgents === true, hasLinks: false }).map(({ key }) => key),
  );
  const needs = needsOf({ metrics: [], by: [], where, filters: policiesOf(session).map(({ when }) => when) });
  const { desk } = await session.read(paths, {
    fields: new Set([...fields, ...needs.fields]),
    columns: needs.columns,
  });
  const { businessTime, sla } = await frameOf(session, desk, { withTargets: true });
  const waiting = listWaiting(desk, { businessTime, mask: where && compileFilter(where, { desk, zone }) });
  if (isUnavailable(waiting)) {
    throw new DeskstatError({ code: 'waiting_unavailable', args: { reason: waiting.unavailable } }, 3);
  }
  const due = sla ? dueTargets(sla, { rows: desk.tickets.rows }) : null;
  const link = ticketLink(session.run.ticketUrl);
  const rows = sorted(
    waiting.map((each) => rowOf(each, { desk, zone, due: due?.[each.ticket] ?? null, soon, options, link })),
    order,
    (row, key) => row[key],
  );
  const shownRows = options.top === undefined ? rows : rows.slice(0, options.top);
  const problems = [
    ...desk.problems,
    ...emptyFilterNote(desk, { where, text: options.where, zone }),
    ...(sla?.problems ?? []),
    ...noTargetsNote(options.soon, session),
  ];
  const shown = {
    hasHours: businessTime !== null,
    hasSla: sla !== null,
    showAgents: options.showAgents === true,
    hasLinks: link !== null,
  };
  return {
    desk,
    head: { ...dataEnvelope('waiting', { desk: { ...desk, problems }, zone }), waiting: rows.length },
    columns: machineColumns(shown),
    rows: () => shownRows,
    headline: headline(waiting, { desk, zone, isSorted: order.length > 0 }),
    below: rows.length === 0 ? [] : legend(waiting, rows.length - shownRows.length),
    waiting: rows.length,
    shown,
    link,
    problems,
  };
}

interface RowInput {
  readonly desk: Desk;
  readonly zone: Zone;
  readonly due: DueTarget | null;
  readonly soon: number;
  readonly options: WaitingOptions;
  readonly link: TicketLink | null;
}

/** One ticket for machines. Subjects are masked, requesters are not in it, agents only where they are asked for. */
function rowOf(
  { ticket, since, waited, workingTime, reasons }: WaitingTicket,
  { desk, zone, due, soon, options, link }: RowInput,
): MachineRow {
  const named = (field: string): string | null => {
    const column = codesOf(desk.tickets, field);
    return column && column.codes[ticket] !== 0 ? column.names.name(column.codes[ticket]) : null;
  };
  const subject = named('subject');
  const assignee = named('assignee');
  return {
    ticket_id: named('id'),
    ...(link ? { url: link(named('id')) } : {}),
    why: reasons[0],
    reasons,
    since: formatInstant(since, zone, 'second'),
    waiting_seconds: waited,
    waiting_business_seconds: workingTime,
    status: named('status'),
    priority: named('priority'),
    channel: named('channel'),
    group: named('group'),
    assigned: assignee !== null,
    ...(options.showAgents ? { assignee } : {}),
    target: due?.target ?? null,
    due_at: due ? formatInstant(due.dueAt, zone, 'second') : null,
    late_by_seconds: due && due.overrun > 0 ? due.overrun : null,
    late_by_clock: due && due.overrun > 0 ? due.clock : null,
    at_risk: due !== null && due.overrun === 0 && due.dueAt <= desk.asOf + soon,
    subject: subject === null ? null : maskText(subject),
  };
}

function machineColumns({
  showAgents,
  hasLinks,
}: {
  readonly showAgents: boolean;
  readonly hasLinks: boolean;
}): readonly TypedColumn[] {
  return [
    { key: 'ticket_id' },
    ...(hasLinks ? [{ key: 'url' }] : []),
    { key: 'why' },
    { key: 'reasons', get: (row) => (row.reasons as string[]).join(' ') },
    { key: 'since', type: 'instant' },
    { key: 'waiting_seconds', type: 'duration' },
    { key: 'waiting_business_seconds', type: 'duration', clock: 'business' },
    { key: 'status' },
    { key: 'priority' },
    { key: 'channel' },
    { key: 'group' },
    { key: 'assigned', type: 'boolean' },
    ...(showAgents ? [{ key: 'assignee' }] : []),
    { key: 'target' },
    { key: 'due_at', type: 'instant' },
    { key: 'late_by_seconds', type: 'duration' },
    { key: 'late_by_clock' },
    { key: 'at_risk', type: 'boolean' },
    { key: 'subject' },
  ];
}

/** Behind the list: what `--top` left out; what each reason means, and how many wait for it. */
function legend(waiting: readonly WaitingTicket[], more: number): Phrase[] {
  const counts = new Map<string, number>();
  for (const { reasons } of waiting) counts.set(reasons[0], (counts.get(reasons[0]) ?? 0) + 1);
  const reasons = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return [
    ...(more > 0 ? [{ code: 'waiting.more', args: { n: more } }] : []),
    ...reasons.map(([reason, n]) => ({
      code: 'waiting.reason',
      args: { n, reason: { code: `waiting.${reason}` }, means: { code: `waiting.means.${reason}` } },
    })),
  ];
}

function headline(
  waiting: readonly WaitingTicket[],
  { desk, zone, isSorted }: { readonly desk: Desk; readonly zone: Zone; readonly isSorted: boolean },
): Phrase {
  const at: Value = { type: 'instant', value: desk.asOf, zone: zone.id, precision: 'minute', isEnd: true };
  const code = isSorted ? 'waiting.headline_sorted' : 'waiting.headline';
  const parts = partsOf(desk, waiting);
  return { code, args: { n: waiting.length, at, ...(parts.length > 0 ? { parts } : {}) } };
}

/** For what they wait: the parts add up to the list. */
function partsOf(desk: Desk, waiting: readonly WaitingTicket[]): Phrase[] {
  const counts = countWaiting(desk, waiting);
  return waitingParts.flatMap((part) =>
    counts[part] > 0 ? [{ code: `waiting.part.${part}`, args: { n: counts[part] } }] : [],
  );
}
