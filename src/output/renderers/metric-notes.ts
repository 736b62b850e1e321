import type { MachineRow } from '../../model/rows.ts';
import type { Locale } from '../locales/index.ts';
import { wrap } from './display-width.ts';

/**
 * For people: reasons as numbered notes, too long for a column and mostly the same; what cannot be computed is named
 * once, below, with why.
 */
export function footnotes(rows: readonly MachineRow[]): {
  readonly rows: readonly MachineRow[];
  readonly texts: readonly string[];
  readonly missing: ReadonlyMap<string, readonly string[]>;
} {
  const texts: string[] = [];
  const missing = new Map<string, string[]>();
  const kept: MachineRow[] = [];
  for (const row of rows) {
    const reason = typeof row.reason === 'string' ? row.reason : null;
    if (row.status === 'unavailable') {
      const names = missing.get(reason ?? '') ?? [];
      if (!names.includes(String(row.metric))) names.push(String(row.metric));
      missing.set(reason ?? '', names);
      continue;
    }
    if (reason !== null && !texts.includes(reason)) texts.push(reason);
    kept.push(reason === null ? row : { ...row, reason: `[${texts.indexOf(reason) + 1}]` });
  }
  return { rows: kept, texts, missing };
}

interface NoteOptions {
  readonly notes: ReturnType<typeof footnotes>;
  /** What the marks in the rows mean. */
  readonly legend: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly width: number;
  readonly locale: Locale;
}

export function* withNotes(
  written: Iterable<string>,
  { notes, legend, names, width, locale }: NoteOptions,
): Iterable<string> {
  if (notes.rows.length > 0) yield* written;
  if (legend.length > 0) yield `\n${legend.join('   ')}\n`;
  const put = (mark: string, text: string): string =>
    wrap(text, width - 5)
      .map((line, i) => `${(i === 0 ? mark : '').padEnd(5)}${line}\n`)
      .join('');
  if (notes.texts.length + notes.missing.size > 0 && notes.rows.length > 0) yield '\n';
  for (const [index, text] of notes.texts.entries()) yield put(`[${index + 1}]`, locale.sentence(text));
  for (const [reason, ids] of notes.missing) {
    const missing = ids.map((id) => names[id] ?? id).join(', ');
    const because = locale.sentence(reason);
    yield put('–', locale.message('said.not_available', { names: missing, reason: because }));
  }
}

/** What a list of metrics says of one. */
interface MetricEntry {
  readonly id: string;
  readonly kind: string;
  readonly periodOf: string;
}

/** Every metric with its definition. */
export function* metricListText(
  metrics: readonly MetricEntry[],
  { width, locale }: { readonly width: number; readonly locale: Locale },
): Iterable<string> {
  for (const metric of metrics) {
    yield `${metric.id}\n`;
    yield `${wrap(locale.message(`metric.${metric.id}.definition`), width - 4)
      .map((line) => `    ${line}\n`)
      .join('')}`;
    const field = locale.sentence(metric.periodOf);
    const kind = { code: `list.kind.${metric.kind}` };
    yield `    ${locale.message('list.metric', { kind, field })}\n`;
  }
}
