import type { TargetList, TriedOutcome } from '../../model/check.ts';
import type { MachineRow } from '../../model/rows.ts';
import type { TargetEntry } from '../../model/sla.ts';
import type { Locale } from '../locales/index.ts';
import { segmentWords } from './check-words.ts';
import { escapeMarkdown, oneLine } from './neutralise.ts';
import { type RowColumn, writeRows } from './rows.ts';

/** `first_response 2h [group Billing]: 84.2% would have been met (81.0% to 87.0%), n=412, all the data`. */
export function* triedLines(
  trials: readonly TriedOutcome[],
  { locale, isMarkdown }: { readonly locale: Locale; readonly isMarkdown: boolean },
): Iterable<string> {
  const share = (value: number | null): string => locale.formatValue({ type: 'share', value });
  for (const { target, period, figure } of trials) {
    const segment = segmentWords(figure, locale);
    const title = segment === '' ? target.text : `${target.text} [${segment}]`;
    const words =
      figure.value === null
        ? figure.reason === null
          ? locale.message('check.nothing_due')
          : locale.say(figure.reason)
        : locale.message('check.tried', {
            value: share(figure.value),
            low: share(figure.low),
            high: share(figure.high),
            n: figure.n,
            period: period ? locale.periodLabel(period.label, 'long') : locale.message('period.all'),
          });
    const line = oneLine(`${title}: ${words}`);
    yield isMarkdown ? `- ${escapeMarkdown(line)}\n` : `${line}\n`;
  }
}

const MOST_LINES = 10;

export interface TargetLineOptions {
  readonly zone: string;
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
        locale.formatValue({ type: 'instant', value: read(row).dueAt, zone, precision: 'minute' }),
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
