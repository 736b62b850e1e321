import type { Reading, RecognitionOverrides } from '../../model/mapping.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import { askedKind, isAboutRatings, isPromoterGroups, promoterGroup } from '../../model/rating-questions.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import { sentence } from '../../model/sentence.ts';
import type { TableSample } from '../../model/source.ts';
import type { PresetField } from '../presets/preset.ts';
import type { ColumnLook } from './column-look.ts';
import { falsehoods, truths } from './flag-words.ts';
import { hasPromoterGroups } from './question-score.ts';
import { findScale } from './rating-scale.ts';

/** A column of ratings in its table. */
export interface ScoreContext {
  readonly kind: string;
  readonly look: ColumnLook;
  readonly sample: TableSample;
  readonly preset: PresetField | null;
  readonly overrides: RecognitionOverrides;
  readonly where: Problem['where'];
}

/** Columns that name the survey or the question of each row. */
export const typeHeader =
  /^(?:survey[ _]?type|survey[ _]?kind|survey|scale|question|questions|question[ _]?type|question[ _]?text|frage|pregunta|pergunta|प्रश्न|সমীক্ষা|প্রশ্ন)$/i;

/** How the cells of a column of ratings become scores, and what is not sure about it. */
export function scoreReading(context: ScoreContext, problems: Problem[]): Reading {
  const { look, sample, preset, overrides, where } = context;
  const field = context.kind === 'tickets' ? 'csat' : 'score';
  const pinned = overrides.values.get(field) ?? new Map<string, string>();
  const found = findScale({
    look: withMeanings(look, pinned),
    texts: [look.readAs, ...sample.headerNotes.map((row) => row[look.index] ?? ''), ...soleType(sample)],
    around: { hasPromoters: hasPromoters(sample, look), names: namesOf(where) },
    amongOthers: ratedAmongOthers(sample, look),
    usual: context.kind === 'tickets' ? 'csat' : null,
    pinned: overrides.scale,
    preset: preset?.scale ?? null,
    presetWords: preset?.words ?? null,
    lowEffortIsGood: overrides.lowEffortIsGood,
  });
  if (found.isGuess && look.filled > 0) {
    problems.push({
      code: 'scale_guessed',
      severity: 'note',
      args: { column: look.name, scale: found.scale.id, try: '--scale 1-5, --scale 1-7, --scale 0-10 …' },
      where,
    });
  }
  if (found.scale.kind === 'csat' && found.scale.lowIsGood && look.filled > 0)
    problems.push({ code: 'low_is_good', severity: 'note', args: { column: look.name }, where });
  if (found.needsDirection) {
    problems.push({
      code: 'effort_direction_unknown',
      severity: 'warning',
      args: {
        column: look.name,
        try: sentence('hint.ces_direction'),
      },
      where,
    });
  }
  const words = pinned.size > 0 ? wordsPinned(found, { pinned, field }) : found.words;
  return { type: 'score', scale: found.scale, words, facts: found.facts };
}

/** The column as if its cells were what `--value` says that they mean. */
const withMeanings = (look: ColumnLook, pinned: ReadonlyMap<string, string>): ColumnLook =>
  pinned.size === 0
    ? look
    : { ...look, cells: look.cells.map((cell) => pinned.get(foldValue(cell)) ?? cell) };

/** What cells are worth, by the words of their scale and by what `--value` says of others. */
function wordsPinned(
  { words, scale }: Pick<ReturnType<typeof findScale>, 'words' | 'scale'>,
  { pinned, field }: { readonly pinned: ReadonlyMap<string, string>; readonly field: string },
): ReadonlyMap<string, number> {
  const all = new Map(words ?? []);
  for (const [raw, meaning] of pinned) {
    const worth = words?.get(foldValue(meaning)) ?? Number(meaning);
    if (Number.isNaN(worth)) {
      const known = ['good', 'bad', `${scale.min}–${scale.max}`];
      throw new DeskstatError({ code: 'unknown_value', args: { field, raw, value: meaning, known } }, 2);
    }
    all.set(raw, worth);
  }
  return all;
}

/** The survey type where all rows have the same; rows of several types are told apart once they are read. */
function soleType(sample: TableSample): string[] {
  const column = sample.columns.findIndex((name) => typeHeader.test(name.trim()));
  if (column < 0) return [];
  const types = new Set(sample.values[column].map((cell) => cell.trim()).filter((cell) => cell !== ''));
  return types.size === 1 ? [...types] : [];
}

/**
 * Where rows are answers to several questions, what was answered to those that ask for a rating: its words stand among the
 * numbers and texts of others. Empty where they are not.
 */
function ratedAmongOthers({ columns, values }: TableSample, look: ColumnLook): readonly string[] {
  const column = columns.findIndex(
    (name) => typeHeader.test(name.trim()) || /(?:^|\.)(?:heading|question(?:[._]text)?)$/i.test(name),
  );
  if (column < 0 || new Set(values[column].filter((cell) => !isMissing(cell))).size < 2) return [];
  return look.cells.filter((_, row) => {
    const question = values[column][row] ?? '';
    return askedKind(question) !== null || isAboutRatings(question);
  });
}

/** Whether a column beside the scores says promoter, passive and detractor. */
function hasPromoters(sample: TableSample, look: ColumnLook): boolean {
  if (hasPromoterGroups(sample, look.name) || hasPromoterFlags(sample)) return true;
  return sample.values.some((cells, column) => {
    if (column === look.index) return false;
    const words = new Set<string>();
    for (const cell of cells) {
      if (cell.trim() !== '') words.add(cell);
      // Three groups, and a second row of headers or a slip.
      if (words.size > 4) return false;
    }
    const groups = [...words].filter((cell) => promoterGroup(cell) !== null);
    return words.size - groups.length <= 1 && isPromoterGroups(groups);
  });
}

/** Whether a column each says who is a promoter and who a detractor, by yes and no. */
function hasPromoterFlags({ columns, values }: TableSample): boolean {
  const groups = columns.flatMap((name, column) => {
    const isFlag = values[column].every(
      (cell) => isMissing(cell) || truths.has(foldValue(cell)) || falsehoods.has(foldValue(cell)),
    );
    const group = isFlag ? promoterGroup(name) : null;
    return group === null ? [] : [group];
  });
  return new Set(groups).size >= 2;
}

/** What file and table are called, without folders and ending. */
function namesOf(where: Problem['where']): string[] {
  const file = (where?.file ?? '').replace(/^.*[\\/]/, '').replace(/(?:\.\w{2,5}){1,2}$/, '');
  return [where?.table ?? '', file].filter((name) => name !== '');
}
