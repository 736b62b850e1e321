import { answerFields } from '../../analysis/metrics/first-response-time.ts';
import { isUnavailable } from '../../analysis/metrics/unavailable.ts';
import { compileFilter } from '../../analysis/segments/filter.ts';
import { type DueTarget, dueTargets } from '../../analysis/sla/due-targets.ts';
import { listWaiting, type WaitingTicket } from '../../analysis/sla/waiting.ts';
import { codesOf, type Desk } from '../../model/desk.ts';
import type { FieldId } from '../../model/fields.ts';
import { maskText } from '../../model/mask.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { Phrase, Value } from '../../model/report.ts';
import type { Locale } from '../../output/locales/index.ts';
import { renderRows, type SheetFormat } from '../../output/renderers/row-report.ts';
import type { MachineRow, RowColumn } from '../../output/renderers/rows.ts';
import { filterOf } from '../../pipeline/figures.ts';
import { needsOf } from '../../pipeline/metric-requests.ts';
import { parseDurationLiteral } from '../../time/duration.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { emit } from '../emit.ts';
import { dataEnvelope } from '../envelope.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { withDimensions } from '../filters.ts';
import { type Io, widthOf } from '../io.ts';
import type { OutputOptions, SortOptions } from '../options.ts';
import { rowOutputs } from '../output-formats.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { sheetHead } from '../sheet-head.ts';
import { policiesOf, slaOf } from '../sla.ts';
import { sorted, sortKeys } from '../sorting.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

export interface WaitingOptions extends SessionOptions, SortOptions, OutputOptions {
  readonly where?: string;
  readonly soon?: string;
  readonly showAgents?: boolean;
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
    machineColumns({ showAgents: options.showAgents === true }).map(({ key }) => key),
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
  const rows = sorted(
    waiting.map((each) => rowOf(each, { desk, zone, due: due?.[each.ticket] ?? null, soon, options })),
    order,
    (row, key) => row[key],
  );
  const problems = [...desk.problems, ...(sla?.problems ?? [])];
  const shown = {
    hasHours: businessTime !== null,
    hasSla: sla !== null,
    showAgents: options.showAgents === true,
  };
  await emit({
    options,
    formats: rowOutputs,
    inputs: args,
    io,
    render: async (format, { stdout }) => {
      const isPlain = format === 'table' || format === 'markdown';
      const written = await renderRows(rows, format as SheetFormat, {
        columns:
          isPlain || format === 'html'
            ? plainColumns(locale, {
                ...shown,
                width: stdout ? widthOf(io.stdout) : 80,
                isTable: format === 'table',
              })
            : machineColumns(shown),
        envelope: { ...dataEnvelope('waiting', { desk: { ...desk, problems }, zone }), waiting: rows.length },
        ...sheetHead('waiting.title', { rows: rows.length, desk, zone, locale }),
        subtitle: headline(waiting, { desk, zone, isSorted: order.length > 0 }),
        excel: options.excel,
        ...(format === 'table' ? { width: stdout ? widthOf(io.stdout) : 80 } : {}),
      });
      return isPlain
        ? [
            `${locale.phrase(headline(waiting, { desk, zone, isSorted: order.length > 0 }))}\n\n`,
            ...(rows.length > 0 ? written : []),
          ]
        : written;
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
  { desk, zone, due, soon, options }: RowInput,
): WaitingRow {
  const named = (field: string): string | null => {
    const column = codesOf(desk.tickets, field);
    return column && column.codes[ticket] !== 0 ? column.names.name(column.codes[ticket]) : null;
  };
  const subject = named('subject');
  const assignee = named('assignee');
  return {
    ticket_id: named('id'),
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
}

function machineColumns({ showAgents }: Pick<Shown, 'showAgents'>): readonly RowColumn[] {
  return [
    { key: 'ticket_id' },
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
    width,
    isTable,
  }: Shown & { readonly width: number; readonly isTable: boolean },
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
    { ...text('ticket_id', 'target.ticket'), align: 'left' },
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
