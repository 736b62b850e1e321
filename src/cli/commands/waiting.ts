import { answerFields } from '../../analysis/metrics/first-response-time.ts';
import { isUnavailable } from '../../analysis/metrics/unavailable.ts';
import { listWaiting, type WaitingTicket } from '../../analysis/metrics/who-waits.ts';
import { compileFilter } from '../../analysis/segments/filter.ts';
import { type DueTarget, dueTargets } from '../../analysis/sla/due-targets.ts';
import { codesOf, type Desk } from '../../model/desk.ts';
import type { FieldId } from '../../model/fields.ts';
import { maskText } from '../../model/mask.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { Phrase, Value } from '../../model/report.ts';
import type { Locale } from '../../output/locales/index.ts';
import { renderRows, type SheetFormat } from '../../output/renderers/row-report.ts';
import type { MachineRow, RowColumn } from '../../output/renderers/rows.ts';
import { sheetHead } from '../../output/renderers/sheet-head.ts';
import { dataEnvelope } from '../../questions/envelope.ts';
import { filterOf } from '../../questions/figures.ts';
import { withDimensions } from '../../questions/filters.ts';
import { needsOf } from '../../questions/metric-requests.ts';
import { policiesOf, slaOf } from '../../questions/policies.ts';
import { sorted, sortKeys } from '../../questions/sorting.ts';
import { type TicketLink, ticketLink } from '../../questions/ticket-links.ts';
import type { OutputOptions, SortOptions } from '../../settings/option-types.ts';
import { parseDurationLiteral } from '../../time/duration.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { rowOutputs } from '../output-formats.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

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

/** `deskstat waiting [files…]`: who still waits at as-of, how long on both clocks, and why. */
export async function run(args: readonly string[], options: WaitingOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'waiting', options, io, paths: args });
  const { zone, config } = session;
  const filter = filterOf(options.where);
  const where = filter && withDimensions(filter, config);
  const soon = parseDurationLiteral(options.soon ?? '4h');
  const order = sortKeys(
    options.sort ?? [],
    machineColumns({ showAgents: options.showAgents === true, hasLinks: false }).map(({ key }) => key),
  );
  const needs = needsOf({ metrics: [], by: [], where, filters: policiesOf(session).map(({ when }) => when) });
  const { desk } = await session.read(args, {
    fields: new Set([...fields, ...needs.fields]),
    columns: needs.columns,
  });
  const businessTime = await session.businessTime(desk);
  const waiting = listWaiting(desk, { businessTime, mask: where && compileFilter(where, { desk, zone }) });
  if (isUnavailable(waiting)) {
    throw new DeskstatError({ code: 'waiting_unavailable', args: { reason: waiting.unavailable } }, 3);
  }
  const sla = await slaOf(session, desk);
  const due = sla ? dueTargets(sla, { rows: desk.tickets.rows }) : null;
  const locale = await localeOf(session.run);
  const link = ticketLink(session.run.ticketUrl);
  const rows = sorted(
    waiting.map((each) => rowOf(each, { desk, zone, due: due?.[each.ticket] ?? null, soon, options, link })),
    order,
    (row, key) => row[key],
  );
  const shownRows = options.top === undefined ? rows : rows.slice(0, options.top);
  const problems = [...desk.problems, ...(sla?.problems ?? [])];
  const shown = {
    hasHours: businessTime !== null,
    hasSla: sla !== null,
    showAgents: options.showAgents === true,
    hasLinks: link !== null,
  };
  await emit({
    options,
    formats: rowOutputs,
    inputs: args,
    io,
    render: async (format, { stdout }) => {
      const isPlain = format === 'table' || format === 'markdown';
      const width = stdout ? widthOf(io.stdout) : 80;
      const below = rows.length === 0 ? [] : legend(waiting, rows.length - shownRows.length);
      const said = headline(waiting, { desk, zone, isSorted: order.length > 0 });
      const written = await renderRows(shownRows, format as SheetFormat, {
        columns:
          isPlain || format === 'html'
            ? plainColumns(locale, {
                ...shown,
                link,
                width,
                isTable: format === 'table',
              })
            : machineColumns(shown),
        envelope: { ...dataEnvelope('waiting', { desk: { ...desk, problems }, zone }), waiting: rows.length },
        ...sheetHead('waiting.title', { rows: rows.length, desk, zone, locale }),
        subtitle: said,
        remarks: below,
        excel: options.excel,
        ...(format === 'table' ? { width } : {}),
        knowsLinks: stdout && io.stdout.isTTY,
      });
      if (!isPlain) return written;
      const head = `${locale.phrase(said)}\n\n`;
      if (rows.length === 0) return [head];
      const bullet = format === 'markdown' ? '- ' : '';
      return [head, ...written, '\n', ...below.map((phrase) => `${bullet}${locale.phrase(phrase)}\n`)];
    },
  });
  await printProblems(problems, { io, locale });
  return exitCodes.done;
}

interface RowInput {
  readonly desk: Desk;
  readonly zone: Zone;
  readonly due: DueTarget | null;
  readonly soon: number;
  readonly options: WaitingOptions;
  readonly link: TicketLink | null;
}

interface WaitingRow extends MachineRow {
  readonly ticket_id: string | null;
  readonly why: string;
  readonly since: string;
  readonly waiting_seconds: number;
  readonly waiting_business_seconds: number | null;
}

/** One ticket for machines. Subjects are masked, requesters are not in it, agents only where they are asked for. */
function rowOf(
  { ticket, since, waited, workingTime, reasons }: WaitingTicket,
  { desk, zone, due, soon, options, link }: RowInput,
): WaitingRow {
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
    waiting_seconds: waited / 1000,
    waiting_business_seconds: workingTime === null ? null : workingTime / 1000,
    status: named('status'),
    priority: named('priority'),
    channel: named('channel'),
    group: named('group'),
    assigned: assignee !== null,
    ...(options.showAgents ? { assignee } : {}),
    target: due?.target ?? null,
    due_at: due ? formatInstant(due.dueAt, zone, 'second') : null,
    late_by_seconds: due && due.overrun > 0 ? due.overrun / 1000 : null,
    late_by_clock: due && due.overrun > 0 ? due.clock : null,
    at_risk: due !== null && due.overrun === 0 && due.dueAt <= desk.asOf + soon,
    subject: subject === null ? null : maskText(subject),
  };
}

interface Shown {
  readonly hasHours: boolean;
  readonly hasSla: boolean;
  readonly showAgents: boolean;
  readonly hasLinks: boolean;
}

function machineColumns({
  showAgents,
  hasLinks,
}: Pick<Shown, 'showAgents' | 'hasLinks'>): readonly RowColumn[] {
  return [
    { key: 'ticket_id' },
    ...(hasLinks ? [{ key: 'url' }] : []),
    { key: 'why' },
    { key: 'reasons', get: (row) => (row.reasons as string[]).join(' ') },
    { key: 'since', type: 'instant' },
    { key: 'waiting_seconds', type: 'number' },
    { key: 'waiting_business_seconds', type: 'number' },
    { key: 'status' },
    { key: 'priority' },
    { key: 'channel' },
    { key: 'group' },
    { key: 'assigned', type: 'boolean' },
    ...(showAgents ? [{ key: 'assignee' }] : []),
    { key: 'target' },
    { key: 'due_at', type: 'instant' },
    { key: 'late_by_seconds', type: 'number' },
    { key: 'late_by_clock' },
    { key: 'at_risk', type: 'boolean' },
    { key: 'subject' },
  ];
}

/** Narrower tables have no room for subjects beside the figures. */
const WIDE = 110;

function plainColumns(
  locale: Locale,
  {
    hasHours,
    hasSla,
    showAgents,
    link,
    width,
    isTable,
  }: Shown & { readonly link: TicketLink | null; readonly width: number; readonly isTable: boolean },
): readonly RowColumn[] {
  const label = (code: string): string => locale.message(code);
  const none = label('value.none');
  const read = (row: MachineRow): WaitingRow => row as WaitingRow;
  const duration = (seconds: unknown, clock: 'calendar' | 'business'): string =>
    typeof seconds === 'number'
      ? locale.formatValue({ type: 'duration', value: seconds * 1000, clock })
      : none;
  const text = (key: string, code: string): RowColumn => ({
    key,
    label: label(code),
    word: (value) => (typeof value === 'string' ? value : none),
  });
  return [
    {
      ...text('ticket_id', 'target.ticket'),
      align: 'left',
      isWhole: true,
      ...(link ? { link: (row: MachineRow) => link(row.ticket_id) } : {}),
    },
    {
      key: 'waiting_seconds',
      label: label('waiting.waits'),
      align: 'right',
      word: (value) => duration(value, 'calendar'),
    },
    ...(hasHours
      ? [
          {
            key: 'waiting_business_seconds',
            label: label('waiting.working_time'),
            align: 'right',
            word: (value) => duration(value, 'business'),
          } as RowColumn,
        ]
      : []),
    { key: 'why', label: label('waiting.why'), word: (_, row) => label(`waiting.${read(row).why}`) },
    {
      ...text('priority', 'dimension.priority'),
      word: (value) =>
        typeof value === 'string' ? locale.phrase({ code: `priority.${value}`, english: value }) : none,
    },
    text('group', 'dimension.group'),
    ...(showAgents ? [text('assignee', 'dimension.assignee')] : []),
    ...(hasSla
      ? [
          {
            key: 'sla',
            label: label('waiting.sla'),
            word: (_: unknown, row: MachineRow) => slaWords(row, { locale, duration }),
          },
        ]
      : []),
    ...(isTable && width < WIDE ? [] : [text('subject', 'waiting.subject')]),
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

function slaWords(
  row: MachineRow,
  {
    locale,
    duration,
  }: {
    readonly locale: Locale;
    readonly duration: (seconds: unknown, clock: 'calendar' | 'business') => string;
  },
): string {
  if (typeof row.late_by_seconds === 'number')
    return locale.message('waiting.late', {
      by: duration(row.late_by_seconds, row.late_by_clock === 'business' ? 'business' : 'calendar'),
    });
  return row.at_risk ? locale.message('waiting.due_soon') : '';
}

function headline(
  waiting: readonly WaitingTicket[],
  { desk, zone, isSorted }: { readonly desk: Desk; readonly zone: Zone; readonly isSorted: boolean },
): Phrase {
  const at: Value = { type: 'instant', value: desk.asOf, zone: zone.id, precision: 'minute' };
  const code = isSorted ? 'waiting.headline_sorted' : 'waiting.headline';
  return { code, args: { n: waiting.length, at } };
}
