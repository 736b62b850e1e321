import { ZONES_APART } from './overlaps.ts';
import { codesIn, numbersIn, type Stack, takeRows } from './stack.ts';
import type { SurveySource } from './survey-parts.ts';

/** A survey without the answers that stand in another file too, and how many they were. */
export interface AnsweredOnce {
  readonly source: SurveySource;
  readonly repeated: number;
}

/** One row among all surveys. */
interface Place {
  readonly survey: number;
  readonly row: number;
}

/**
 * Each answer once where downloads of one survey overlap (DEFINITIONS 14): the same id; without ids the same customer or
 * ticket and the same time of sending, else of answering with the same score, in *another* file. The later answer
 * replaces the earlier one, and a survey that was answered after the first download is the one that was sent then.
 * Rows of one file are never the same answer.
 */
export function answersOnce(surveys: readonly SurveySource[]): AnsweredOnce[] {
  const left = surveys.map(({ stack }) => new Uint8Array(stack.rows));
  for (const group of groupsOfOneSurvey(surveys)) leaveOlderAnswers(surveys, group, left);
  return surveys.map((source, index) => {
    const rows: number[] = [];
    left[index].forEach((isLeft, row) => {
      if (isLeft === 0) rows.push(row);
    });
    const repeated = source.stack.rows - rows.length;
    if (repeated === 0) return { source, repeated };
    return { source: { ...source, stack: takeRows(source.stack, Uint32Array.from(rows)) }, repeated };
  });
}

/** Files that hold the same survey: the same tool, the same question under the same header, on the same scale. */
function groupsOfOneSurvey(surveys: readonly SurveySource[]): number[][] {
  const groups = new Map<string, number[]>();
  surveys.forEach(({ table }, index) => {
    const { preset, stream, fields } = table.mapping;
    const { score } = fields;
    const scale = score?.reading.type === 'score' ? score.reading.scale.id : '';
    const key = JSON.stringify([preset, stream, score?.source, scale]);
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

function leaveOlderAnswers(
  surveys: readonly SurveySource[],
  group: readonly number[],
  left: readonly Uint8Array[],
): void {
  const looks = surveys.map(({ stack }, index) => (group.includes(index) ? lookOf(stack) : null));
  const look = ({ survey }: Place): Look => looks[survey] as Look;
  const places = new Map<string, Place[]>();
  for (const survey of group) {
    for (let row = 0; row < surveys[survey].stack.rows; row++) {
      const key = keyOf(look({ survey, row }), row);
      if (key === null) continue;
      const there = places.get(key);
      if (there) there.push({ survey, row });
      else places.set(key, [{ survey, row }]);
    }
  }
  // Files of periods that lie apart, each answer in its own: numbers that began again, not corrections.
  const isNumberedAnew = (a: Place, b: Place): boolean => {
    const [one, two] = [look(a), look(b)];
    if (!(one.oldest > two.newest || two.oldest > one.newest)) return false;
    return Math.abs(one.answered[a.row] - two.answered[b.row]) > ZONES_APART;
  };
  const isSame = (a: Place, b: Place): boolean => {
    const apart = Math.abs(look(a).sent[a.row] - look(b).sent[b.row]);
    return a.survey !== b.survey && !(apart > ZONES_APART) && !isNumberedAnew(a, b);
  };
  const compare = (a: Place, b: Place): number => {
    const one = look(a);
    const two = look(b);
    return (
      Number(two.isAnswered(b.row)) - Number(one.isAnswered(a.row)) ||
      (two.answered[b.row] || 0) - (one.answered[a.row] || 0) ||
      two.newest - one.newest ||
      (surveys[a.survey].table.path < surveys[b.survey].table.path ? 1 : -1)
    );
  };
  for (const same of places.values()) {
    if (same.length < 2) continue;
    same.sort(compare);
    const kept: Place[] = [];
    for (const place of same) {
      const before = kept.findIndex((other) => isSame(other, place));
      if (before < 0) {
        kept.push(place);
        continue;
      }
      left[place.survey][place.row] = 1;
    }
  }
}

/** What is compared of a survey's rows; what a file does not say is missing in every row. */
interface Look {
  readonly ids: Uint32Array | null;
  readonly ticket: Uint32Array | null;
  readonly customer: Uint32Array | null;
  readonly sent: Float64Array;
  readonly answered: Float64Array;
  readonly scores: Float64Array | null;
  readonly oldest: number;
  readonly newest: number;
  isAnswered(row: number): boolean;
}

function lookOf(stack: Stack): Look {
  const { columns, rows } = stack;
  const missing = (): Float64Array => new Float64Array(rows).fill(Number.NaN);
  const ids = codesIn(columns, 'id')?.codes ?? null;
  const sent = numbersIn(columns, 'sent_at') ?? missing();
  const answered = numbersIn(columns, 'answered_at') ?? missing();
  const scores = numbersIn(columns, 'score');
  let newest = Number.NEGATIVE_INFINITY;
  let oldest = Number.POSITIVE_INFINITY;
  for (const stamps of [sent, answered])
    for (const at of stamps) {
      if (at > newest) newest = at;
      if (at < oldest) oldest = at;
    }
  return {
    ids: ids && areUnique(ids) ? ids : null,
    ticket: codesIn(columns, 'ticket_id')?.codes ?? null,
    customer: codesIn(columns, 'customer')?.codes ?? null,
    sent,
    answered,
    scores,
    oldest,
    newest,
    isAnswered: (row) => scores !== null && !Number.isNaN(scores[row]),
  };
}

/** Where one id stands in many rows of a file it names the survey or the customer, not the answer. */
function areUnique(ids: Uint32Array): boolean {
  const filled = ids.filter((id) => id !== 0);
  return new Set(filled).size >= filled.length * 0.9;
}

/** What two rows share that are the same answer; null for a row that cannot be told to be the same as another. */
function keyOf({ ids, ticket, customer, sent, answered, scores }: Look, row: number): string | null {
  const about = `${ticket?.[row] ?? 0}/${customer?.[row] ?? 0}`;
  if (ids && ids[row] !== 0) return `id/${ids[row]}/${about}`;
  if (about === '0/0') return null;
  if (!Number.isNaN(sent[row])) return `sent/${about}/${sent[row]}`;
  return Number.isNaN(answered[row]) ? null : `answered/${about}/${answered[row]}/${scores?.[row]}`;
}
