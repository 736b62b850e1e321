import type { Desk } from '../../model/desk.ts';
import type { Phrase } from '../../model/report.ts';
import type { MachineRow, TypedColumn } from '../../model/rows.ts';
import type { Locale } from '../locales/index.ts';
import type { RenderOptions } from './options.ts';
import { renderRows, type SheetFormat } from './row-report.ts';
import type { RowColumn } from './rows.ts';
import { sheetHead } from './sheet-head.ts';

/** What there is to be shown of those who wait. */
interface Shown {
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

/** Who waits, and what stands above and below the list. */
interface WaitingList {
  readonly desk: Desk;
  readonly head: Readonly<Record<string, unknown>>;
  readonly headline: Phrase;
  readonly below: readonly Phrase[];
  readonly waiting: number;
  readonly columns: readonly (TypedColumn | string)[];
  readonly shown: Shown;
  readonly link: ((id: unknown) => string | null) | null;
  rows(): Iterable<MachineRow>;
}

export interface WaitingPage extends Pick<RenderOptions, 'locale' | 'knowsLinks' | 'excel'> {
  readonly zone: { readonly id: string };
  readonly width: number;
}

/** Writes who waits: for people below a line that says how many, for programs as rows. */
export async function renderWaiting(
  list: WaitingList,
  format: SheetFormat,
  { locale, zone, width, knowsLinks, excel }: WaitingPage,
): Promise<Iterable<string | Uint8Array>> {
  const { desk, headline, below, waiting, shown, link } = list;
  const isPlain = format === 'table' || format === 'markdown';
  const written = await renderRows(list.rows(), format, {
    ...sheetHead('waiting.title', { rows: waiting, desk, zone, locale }),
    columns:
      isPlain || format === 'html'
        ? waitingColumns(locale, { ...shown, link, width, isTable: format === 'table' })
        : list.columns,
    envelope: list.head,
    subtitle: headline,
    remarks: below,
    ...{ knowsLinks, excel },
    ...(format === 'table' ? { width } : {}),
  });
  if (!isPlain) return written;
  const head = `${locale.phrase(headline)}\n\n`;
  if (waiting === 0) return [head];
  const bullet = format === 'markdown' ? '- ' : '';
  const lines = below.map((phrase) => `${bullet}${locale.phrase(phrase)}\n`);
  return [head, ...(written as Iterable<string>), '\n', ...lines];
}

/** Narrower tables have no room for subjects beside the figures. */
const WIDE = 110;

/** Columns of those who wait, for people. */
function waitingColumns(
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
