import type { TargetEntry } from '../analysis/sla/breaches.ts';
import type { Locale } from '../output/locales/index.ts';
import { type MachineRow, type RowColumn, writeRows } from '../output/renderers/rows.ts';
import { formatInstant, type Zone } from '../time/zone.ts';

/** Targets that were missed, and those that fall due soon (null: not asked for). */
export interface TargetList {
  readonly breaches: readonly TargetEntry[];
  readonly atRisk: readonly TargetEntry[] | null;
}

/** A target in JSON, durations in seconds; people are left out unless they are asked for. */
export function targetRow(
  entry: TargetEntry,
  { zone, showAgents }: { readonly zone: Zone; readonly showAgents: boolean },
): Record<string, unknown> {
  const stamp = (instant: number): string | null =>
    Number.isFinite(instant) ? formatInstant(instant, zone, 'second') : null;
  return {
    ticket_id: entry.id,
    target: entry.target,
    policy: entry.policy,
    clock: entry.clock,
    limit: entry.limit / 1000,
    due_at: stamp(entry.dueAt),
    ended_at: stamp(entry.endAt),
    late_by: entry.isMissed ? entry.overrun / 1000 : null,
    late_by_calendar: entry.isMissed ? entry.calendarOverrun / 1000 : null,
    group: entry.group,
    assigned: entry.assignee !== null,
    ...(showAgents ? { assignee: entry.assignee } : {}),
  };
}

const MOST_LINES = 10;

export interface TargetLineOptions {
  readonly zone: Zone;
  readonly locale: Locale;
  readonly showAgents: boolean;
  readonly isMarkdown: boolean;
}

/** The worst breaches and the next targets to fall due, as tables for people. */
export function* targetLines({ breaches, atRisk }: TargetList, options: TargetLineOptions): Iterable<string> {
  const { locale } = options;
  if (breaches.length > 0)
    yield* listOf(breaches, locale.message('check.breaches', { n: breaches.length }), options);
  if (atRisk !== null) yield* listOf(atRisk, locale.message('check.at_risk', { n: atRisk.length }), options);
}

function* listOf(
  entries: readonly TargetEntry[],
  title: string,
  options: TargetLineOptions,
): Iterable<string> {
  const { locale, isMarkdown } = options;
  yield `\n${title}\n`;
  if (entries.length === 0) return;
  if (isMarkdown) yield '\n';
  const rows = entries.slice(0, MOST_LINES).map((entry) => entry as unknown as MachineRow);
  yield* writeRows(rows, isMarkdown ? 'markdown' : 'table', { columns: columnsOf(options) });
  if (entries.length > MOST_LINES)
    yield `${isMarkdown ? '\n' : ''}${locale.message('check.more', { n: entries.length - MOST_LINES })}\n`;
}

function columnsOf({ zone, locale, showAgents }: TargetLineOptions): readonly RowColumn[] {
  const read = (row: MachineRow): TargetEntry => row as unknown as TargetEntry;
  const label = (code: string): string => locale.message(code);
  const duration = (value: number, { clock }: TargetEntry): string =>
    locale.formatValue({ type: 'duration', value, clock });
  const none = label('value.none');
  return [
    { key: 'id', label: label('target.ticket'), word: (_, row) => read(row).id ?? none, align: 'left' },
    { key: 'target', label: label('target.target'), word: (_, row) => label(`target.${read(row).target}`) },
    { key: 'policy', label: label('target.policy') },
    {
      key: 'limit',
      label: label('check.limit'),
      align: 'right',
      word: (_, row) => duration(read(row).limit, read(row)),
    },
    {
      key: 'due',
      label: label('target.due'),
      word: (_, row) =>
        locale.formatValue({ type: 'instant', value: read(row).dueAt, zone: zone.id, precision: 'minute' }),
    },
    {
      key: 'overrun',
      label: label('target.late_by'),
      align: 'right',
      word: (_, row) => {
        const entry = read(row);
        if (!entry.isMissed) return '';
        // Late without a working minute gone by: answered, or still waiting, after hours.
        if (entry.overrun === 0)
          return locale.formatValue({ type: 'duration', value: entry.calendarOverrun });
        const clock = entry.clock === 'business' ? ` (${label('clock.business')})` : '';
        return `${duration(entry.overrun, entry)}${clock}`;
      },
    },
    { key: 'group', label: label('dimension.group'), word: (_, row) => read(row).group ?? none },
    {
      key: 'assignee',
      label: label('dimension.assignee'),
      word: (_, row) => {
        const { assignee } = read(row);
        if (assignee === null) return label('target.nobody');
        return showAgents ? assignee : label('target.somebody');
      },
    },
  ];
}
