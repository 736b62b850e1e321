import type { MachineRow } from '../../model/rows.ts';
import type { Locale } from '../locales/index.ts';
import { wrap } from './display-width.ts';
import { renderRows, type SheetFormat } from './row-report.ts';

/** Every metric with its definition: for people as a list, else as rows. */
export async function renderMetricList(
  metrics: readonly MachineRow[],
  format: SheetFormat,
  options: { readonly width: number; readonly locale: Locale; readonly zone: string },
): Promise<Iterable<string | Uint8Array>> {
  if (format === 'table') return metricListText(metrics, options);
  return renderRows(metrics, format, {
    columns: ['metric', 'kind', 'name', 'definition', 'period', 'clocks', 'source'],
    envelope: { schema: 'deskstat.metric-list/1' },
    title: { code: 'rows.metrics' },
    subtitle: { code: 'list.metrics' },
    ...options,
  });
}

/** What a figure is dated by, as people call it. */
export const dateWord = (periodOf: string, locale: Locale): string =>
  locale.phrase({ code: `field.${periodOf.replaceAll(' ', '_')}`, english: periodOf });

function* metricListText(
  metrics: readonly MachineRow[],
  { width, locale }: { readonly width: number; readonly locale: Locale },
): Iterable<string> {
  for (const { metric, kind, period } of metrics) {
    yield `${metric}\n`;
    yield `${wrap(locale.message(`metric.${metric}.definition`), width - 4)
      .map((line) => `    ${line}\n`)
      .join('')}`;
    const args = { kind: { code: `list.kind.${kind}` }, field: dateWord(String(period), locale) };
    yield `    ${locale.message('list.metric', args)}\n`;
  }
}
