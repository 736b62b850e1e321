import type { MachineRow } from '../../model/rows.ts';
import type { Sentence } from '../../model/sentence.ts';
import type { Locale } from '../locales/index.ts';
import { wrap } from './display-width.ts';

/**
 * For people: reasons as numbered notes, too long for a column and mostly the same; what cannot be computed is named
 * once, below, with why.
 */
export function footnotes(parts: readonly (readonly MachineRow[])[]): {
  /** The rows of each part that are shown. */
  readonly tables: readonly (readonly MachineRow[])[];
  readonly texts: readonly (Sentence | string)[];
  readonly missing: readonly { readonly reason: Sentence | string; readonly names: readonly string[] }[];
} {
  const texts = new Map<string, Sentence | string>();
  const missing = new Map<string, { readonly reason: Sentence | string; readonly names: string[] }>();
  const shown = (row: MachineRow): readonly MachineRow[] => {
    const { reason } = row as { readonly reason?: Sentence | string | null };
    const told = reason ?? '';
    if (row.status === 'unavailable') {
      const there = missing.get(String(told)) ?? { reason: told, names: [] };
      if (!there.names.includes(String(row.metric))) there.names.push(String(row.metric));
      missing.set(String(told), there);
      return [];
    }
    if (told !== '') texts.set(String(told), told);
    const mark = [...texts.keys()].indexOf(String(told)) + 1;
    return [told === '' ? row : { ...row, note: `[${mark}]` }];
  };
  const tables = parts.map((rows) => rows.flatMap(shown));
  return { tables, texts: [...texts.values()], missing: [...missing.values()] };
}

interface NoteOptions {
  readonly notes: ReturnType<typeof footnotes>;
  /** What the marks in the rows mean. */
  readonly legend: readonly string[];
  readonly width: number;
  readonly locale: Locale;
}

export function* withNotes(
  tables: readonly Iterable<string>[],
  { notes, legend, width, locale }: NoteOptions,
): Iterable<string> {
  for (const [index, table] of tables.entries()) {
    if (index > 0) yield '\n';
    yield* table;
  }
  if (legend.length > 0) yield `\n${legend.join('   ')}\n`;
  const put = (mark: string, text: string): string =>
    wrap(text, width - 5)
      .map((line, i) => `${(i === 0 ? mark : '').padEnd(5)}${line}\n`)
      .join('');
  if (notes.texts.length + notes.missing.length > 0 && tables.length > 0) yield '\n';
  for (const [index, text] of notes.texts.entries()) yield put(`[${index + 1}]`, locale.say(text));
  for (const { reason, names: ids } of notes.missing) {
    const missing = ids.map((id) => locale.message(`metric.${id}`)).join(', ');
    yield put('–', locale.message('said.not_available', { names: missing, reason: locale.say(reason) }));
  }
}
