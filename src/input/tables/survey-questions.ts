import type { CodeColumn } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import type { Reading } from '../../model/mapping.ts';
import {
  askedKind,
  foldQuestion,
  isAboutRatings,
  isLowEffortGood,
  namedRange,
} from '../../model/rating-questions.ts';
import type { RatingScale, ScaleDecision } from '../../model/rating-scale.ts';
import { chooseScale, decisionOf, type ScaleFacts } from '../../model/rating-scales.ts';
import { codesIn, numbersIn, type Stack, takeRows } from './stack.ts';
import type { SurveySource } from './survey-parts.ts';

/** Answers to one question on one scale. */
export interface SurveyPart {
  readonly source: SurveySource;
  readonly stack: Stack;
  readonly scale: RatingScale;
  /** What decided the scale; left out where nobody asked. */
  readonly decided?: ScaleDecision;
  /** What the survey is called: its header, its question, its type. */
  readonly question: string;
  /** Its own rows of the table, not a column beside others. */
  readonly isRowByRow: boolean;
}

type ScoreReading = Reading & { readonly type: 'score' };

/**
 * The surveys in a table: one for each rating question of a form, one for each question or type that rows name.
 * Answers to different questions, and types that nobody knows, are never put together.
 */
export function surveysIn(source: SurveySource): SurveyPart[] {
  const { mapping } = source.table;
  const score = mapping.fields.score;
  if (score?.reading.type !== 'score') return [];
  const main = partsByType(source, { reading: score.reading, name: score.source });
  const more = (mapping.moreScores ?? []).flatMap((each, index): SurveyPart[] => {
    const values = numbersIn(source.stack.columns, furtherScore(index));
    if (each.reading.type !== 'score' || !values) return [];
    const columns = { ...source.stack.columns, score: { type: 'number' as const, values } };
    return [
      {
        source,
        stack: { ...source.stack, columns },
        scale: each.reading.scale,
        ...decidedBy(each.reading),
        question: each.source,
        isRowByRow: false,
      },
    ];
  });
  return [...main, ...more];
}

/** Under which name the scores of a further question stand among the columns, beside those of the first. */
export const furtherScore = (index: number): FieldId => `score ${index + 2}` as FieldId;

/** A survey with the scores of all its questions among its columns, so that what befalls rows befalls them too. */
export function withAllScores(source: SurveySource): Stack {
  const { stack, table } = source;
  const more = table.moreScores ?? [];
  if (more.length === 0) return stack;
  const columns = { ...stack.columns };
  for (const [index, column] of more.entries()) columns[furtherScore(index)] = column;
  return { ...stack, columns };
}

const questionHeader =
  /^(?:questions?(?: (?:id|text|name))?|frage|pregunta|pergunta|प्रश्न|প্রশ্ন|metric|item|field (?:ref|id)|(?:parent )*heading)$/u;

function partsByType(
  source: SurveySource,
  { reading, name }: { readonly reading: ScoreReading; readonly name: string },
): SurveyPart[] {
  const { stack, table } = source;
  const whole: SurveyPart[] = [
    { source, stack, scale: reading.scale, ...decidedBy(reading), question: name, isRowByRow: false },
  ];
  const types = codesIn(stack.columns, 'scale');
  const header = foldQuestion(table.mapping.fields.scale?.source ?? '');
  if (!types || !reading.facts) return whole;
  const rows = rowsByCode(stack, types);
  const said = [...rows].map(([code, list]) => saidBy(code, { list, source, types }));
  const isQuestions = questionHeader.test(header);
  // One question of those that rows name says what is asked, where nothing else does.
  if (
    rows.size === 0 ||
    (rows.size === 1 && (!isQuestions || reading.facts.kind !== null || askedKind(said[0]) === null))
  )
    return whole;
  // Where no word says a kind, the column tells rows apart in another way: by channel, by trigger.
  if (!isQuestions && !said.some((each) => askedKind(each) !== null || namedRange([each]) !== null))
    return whole;
  return [...rows].map(([code, list], index): SurveyPart => {
    const type = code === 0 ? name : types.names.name(code);
    const part = takeRows(stack, Uint32Array.from(list));
    const asked = said[index] === '' ? type : said[index];
    return {
      source,
      stack: part,
      ...scaleOfType(asked, { reading, part }),
      question: type,
      isRowByRow: true,
    };
  });
}

/** A question as its rows name it, behind what kind of question they say it is (`nps`, `rating`). */
function saidBy(
  code: number,
  of: { readonly list: readonly number[]; readonly source: SurveySource; readonly types: CodeColumn },
): string {
  const asks = codesIn(of.source.stack.columns, 'asks');
  const kinds = new Set(
    of.list.map((row) => (asks && asks.codes[row] !== 0 ? asks.names.name(asks.codes[row]) : '')),
  );
  return [...kinds, code === 0 ? '' : of.types.names.name(code)].filter((text) => text !== '').join(' ');
}

/** The rows of each question, the most answered first; those answered alike by their names, never by their rows. */
function rowsByCode(stack: Stack, { codes, names }: CodeColumn): Map<number, number[]> {
  const scores = numbersIn(stack.columns, 'score');
  const rows = new Map<number, number[]>();
  for (let row = 0; row < stack.rows; row++) {
    const list = rows.get(codes[row]);
    if (list) list.push(row);
    else rows.set(codes[row], [row]);
  }
  // Questions that nobody rated ask for something else.
  if (scores)
    for (const [code, list] of rows) if (list.every((row) => Number.isNaN(scores[row]))) rows.delete(code);
  const nameOf = (code: number): string => (code === 0 ? '' : names.name(code));
  return new Map(
    [...rows].sort((a, b) => b[1].length - a[1].length || (nameOf(a[0]) < nameOf(b[0]) ? -1 : 1)),
  );
}

function scaleOfType(
  type: string,
  options: { readonly reading: ScoreReading; readonly part: Stack },
): Pick<SurveyPart, 'scale' | 'decided'> {
  const { reading, part } = options;
  const facts = reading.facts as ScaleFacts;
  const range = namedRange([type]);
  const asked = askedKind(type);
  const isRating = range !== null || isAboutRatings(type);
  const kind = asked ?? (isRating ? facts.kind : 'other');
  const settled = facts.settled && facts.settled.kind === kind ? facts.settled : null;
  const tally = new Map<number, number>();
  for (const score of numbersIn(part.columns, 'score') ?? [])
    if (!Number.isNaN(score)) tally.set(score, (tally.get(score) ?? 0) + 1);
  const lowIsGood = facts.lowIsGood ?? (kind === 'ces' ? isLowEffortGood(type) : null);
  const own: ScaleFacts = {
    ...{ kind, isRating: facts.isRating || isRating, range, settled, lowIsGood },
    ...(asked ? { kindFrom: 'header' } : facts.kindFrom ? { kindFrom: facts.kindFrom } : {}),
    ...(range ? { endsFrom: 'header' } : settled && facts.endsFrom ? { endsFrom: facts.endsFrom } : {}),
  };
  return { scale: chooseScale(own, tally).scale, decided: decisionOf(own) };
}

const decidedBy = ({ facts }: ScoreReading): Pick<SurveyPart, 'decided'> =>
  facts ? { decided: decisionOf(facts) } : {};
