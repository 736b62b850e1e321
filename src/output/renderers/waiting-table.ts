import type { MachineRow } from '../../model/rows.ts';
import type { Locale } from '../locales/index.ts';
import type { RowColumn } from './rows.ts';

/** What there is to be shown of those who wait. */
export interface Shown {
  readonly hasHours: boolean;
  readonly hasSla: boolean;
  readonly showAgents: boolean;
  readonly hasLinks: boolean;
}

interface WaitingRow extends MachineRow {
  readonly ticket_id: string | null;
  readonly why: string;
  readonly since: string;
  readonly waiting_seconds: number;
  readonly waiting_business_seconds: number | null;
}

/** Narrower tables have no room for subjects beside the figures. */
const WIDE = 110;

/** Columns of those who wait, for people. */
export function waitingColumns(
  locale: Locale,
  {
    hasHours,
    hasSla,
    showAgents,
    link,
    width,
    isTable,
  }: Shown & {
    readonly link: ((id: unknown) => string | null) | null;
    readonly width: number;
    readonly isTable: boolean;
  },
): readonly RowColumn[] {
  const label = (code: string): string => locale.message(code);
  const none = label('value.none');
  const read = (row: MachineRow): WaitingRow => row as WaitingRow;
  const duration = (value: unknown, clock: 'calendar' | 'business'): string =>
    typeof value === 'number' ? locale.formatValue({ type: 'duration', value, clock }) : none;
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
      type: 'duration',
      label: label('waiting.waits'),
      align: 'right',
      word: (value) => duration(value, 'calendar'),
    },
    ...(hasHours
      ? [
          {
            key: 'waiting_business_seconds',
            type: 'duration',
            clock: 'business',
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
    readonly duration: (value: unknown, clock: 'calendar' | 'business') => string;
  },
): string {
  if (typeof row.late_by_seconds === 'number')
    return locale.message('waiting.late', {
      by: duration(row.late_by_seconds, row.late_by_clock === 'business' ? 'business' : 'calendar'),
    });
  return row.at_risk ? locale.message('waiting.due_soon') : '';
}
