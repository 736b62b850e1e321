import type { AskedKind, NamedRange } from './rating-questions.ts';
import type { RatingScale, ScaleDecision, ScaleSource } from './rating-scale.ts';

/** The scales by id; from where on an answer counts as satisfied follows DEFINITIONS section 9. */
const scales: readonly RatingScale[] = [
  { id: '1-3', kind: 'csat', min: 1, max: 3, topBoxFrom: 3 },
  { id: '1-4', kind: 'csat', min: 1, max: 4, topBoxFrom: 3 },
  { id: '1-5', kind: 'csat', min: 1, max: 5, topBoxFrom: 4 },
  { id: '1-6', kind: 'csat', min: 1, max: 6, topBoxFrom: 5 },
  { id: '1-7', kind: 'csat', min: 1, max: 7, topBoxFrom: 6 },
  { id: '1-10', kind: 'csat', min: 1, max: 10, topBoxFrom: 8 },
  { id: '0-10', kind: 'nps', min: 0, max: 10, topBoxFrom: 9 },
  { id: 'csat_0-10', kind: 'csat', min: 0, max: 10, topBoxFrom: 8 },
  { id: '0-5', kind: 'csat', min: 0, max: 5, topBoxFrom: 4 },
  { id: '0-100', kind: 'csat', min: 0, max: 100, topBoxFrom: 80 },
  { id: 'good_bad', kind: 'csat', min: 0, max: 1, topBoxFrom: 1 },
  { id: 'thumbs', kind: 'csat', min: 0, max: 1, topBoxFrom: 1 },
  { id: 'faces', kind: 'csat', min: 1, max: 3, topBoxFrom: 3 },
  { id: 'nps', kind: 'nps', min: 0, max: 10, topBoxFrom: 9 },
  { id: 'ces_1-5', kind: 'ces', min: 1, max: 5, topBoxFrom: 4 },
  { id: 'ces_1-7', kind: 'ces', min: 1, max: 7, topBoxFrom: 5 },
  { id: 'freshdesk', kind: 'csat', min: 1, max: 7, topBoxFrom: 5 },
];
const byId = new Map(scales.map((scale) => [scale.id, scale]));

/** Ids that `--scale` knows. */
export const scaleIds: readonly string[] = scales.map((scale) => scale.id);

/** A scale by its id, or null. */
export function scaleOf(id: string): RatingScale | null {
  const name = id.trim().toLowerCase().replace('–', '-').replace(/\s+/g, '');
  return byId.get(name) ?? byId.get(name.replace('-', '_')) ?? null;
}

/** Why answers of a column give no figure. */
export type NoScale =
  /** Cells alone leave two kinds of survey possible. */
  | 'undecided'
  /** Most cells are fractions: averages of answers. */
  | 'averages'
  /** Cells below 0, or many off the scale that the name says: results of surveys, not answers. */
  | 'results'
  /** Nothing but 0: the worst answer, or nobody's. */
  | 'zeros'
  /** 0 beside a whole scale, far more often than anything on it: the worst answer, or nobody's. */
  | 'unrated_zeros'
  /** A survey that is none of ours. */
  | 'other_survey'
  /** Recommendation or effort asked on ends that have no such score. */
  | 'no_such_scale';

/** Answers that are kept apart and enter no figure. */
const apart = (why: NoScale, { min, max }: NamedRange): RatingScale => ({
  id: why,
  kind: 'other',
  min,
  max,
  topBoxFrom: max,
});

/** What is said of a column of ratings beside its cells. */
export interface ScaleFacts {
  /** What the question, its neighbours or its file say that it asks about. */
  readonly kind: AskedKind | null;
  /** The header speaks of ratings in general: satisfaction, where the cells allow nothing else to be told. */
  readonly isRating: boolean;
  readonly range: NamedRange | null;
  /** A scale that a flag, a preset or the words of the cells settle. */
  readonly settled: RatingScale | null;
  /** Whether the low end is the good one, where the question or the cells say so; of satisfaction null where the high one is. */
  readonly lowIsGood: boolean | null;
  /** What said the kind, and what settled or named the ends; left out: the cells. */
  readonly kindFrom?: ScaleSource;
  readonly endsFrom?: ScaleSource;
}

/** What decided the scale of a column, for the receipt of its figures. */
export function decisionOf({ kind, kindFrom, endsFrom, isRating }: ScaleFacts): ScaleDecision {
  const said = kindFrom ?? (isRating ? 'header' : 'cells');
  // Recommendation is asked on one scale alone.
  return { kind: said, ends: endsFrom ?? (kind === 'nps' ? said : 'cells') };
}

/** How often each number stands in a column. */
export type Tally = ReadonlyMap<number, number>;

/** A scale, and whether nothing but the cells spoke for it. */
export interface ChosenScale {
  readonly scale: RatingScale;
  readonly isGuess: boolean;
}

/** Share of cells that may be off a scale, or be odd fractions, and be slips of the hand. */
const ONE_PERCENT = 0.01;
const TWO_PERCENT = 0.02;
/** Share of cells off the scale that its name says from which on they are no answers on it. */
const MANY_OFF = 0.2;

/**
 * The scale of a column: what is settled or named holds, and cells off it are void; else the shortest standard scale
 * that holds all cells, or all but slips (at most 1 %, or one, all one value, and not the one next to its end).
 * The lowest answer never decides between NPS and satisfaction. The order of rows plays no part.
 */
export function chooseScale(facts: ScaleFacts, tally: Tally): ChosenScale {
  const { kind, range, settled } = facts;
  if (settled) return { scale: settled, isGuess: false };
  const all = [...tally].reduce((sum, [, count]) => sum + count, 0);
  const count = (test: (value: number) => boolean): number =>
    [...tally].reduce((sum, [value, times]) => (test(value) ? sum + times : sum), 0);
  const whole = range ?? { min: 0, max: 10 };
  if (kind === 'other') return { scale: apart('other_survey', whole), isGuess: false };
  const none = noAnswers(facts, tally, all);
  if (none) return { scale: apart(none, whole), isGuess: false };
  if (kind === 'nps') return { scale: npsScale(range, { all, count }), isGuess: false };
  const cells = range ?? rangeOfCells(tally, all);
  if (kind === 'ces') {
    const isFive = range === null && endsAtFive(tally, all);
    const scale = effortScale({ ...facts, cells, isFive });
    return { scale, isGuess: range === null && cells.max <= 5 };
  }
  const towards = (scale: RatingScale): RatingScale => (facts.lowIsGood === true ? fromBelow(scale) : scale);
  if (cells.min === 0 && cells.max === 1)
    return { scale: towards(byId.get('good_bad')!), isGuess: range === null };
  if (kind === null && !facts.isRating && cells.max === 10 && (range === null || range.min === 0))
    return { scale: apart('undecided', cells), isGuess: false };
  if (range === null && cells.min === 0 && mayBeUnrated(tally))
    return { scale: apart('unrated_zeros', cells), isGuess: false };
  const csat = csatScale(cells);
  return { scale: csat ? towards(csat) : apart('no_such_scale', cells), isGuess: range === null };
}

/** What cells are that are no answers, whatever was asked; null where they can be. */
function noAnswers({ kind, range }: ScaleFacts, tally: Tally, all: number): NoScale | null {
  let below = 0;
  for (const [value, times] of tally) if (value < 0) below += times;
  if (below > Math.max(1, all * ONE_PERCENT)) return 'results';
  if (isAverages(tally, all)) return 'averages';
  const isZeroAlone = tally.size === 1 && tally.has(0);
  return isZeroAlone && kind !== 'nps' && range === null ? 'zeros' : null;
}

/** The same scale where 1 is the best: as many steps of its low end are satisfied. */
export const fromBelow = (scale: RatingScale): RatingScale => ({
  ...scale,
  lowIsGood: true,
  topBoxFrom: scale.min + scale.max - scale.topBoxFrom,
});

function npsScale(
  range: NamedRange | null,
  { all, count }: { readonly all: number; readonly count: (test: (value: number) => boolean) => number },
): RatingScale {
  const nps = byId.get('nps')!;
  if (range && (range.min !== 0 || range.max !== 10)) return apart('no_such_scale', range);
  const off = count((value) => value > 10 || value < 0);
  return off > Math.max(1, all * MANY_OFF) ? apart('results', nps) : nps;
}

function csatScale({ min, max }: NamedRange): RatingScale | null {
  if (max === 10) return byId.get(min === 0 ? 'csat_0-10' : '1-10') ?? null;
  return byId.get(`${min}-${max}`) ?? null;
}

function effortScale(
  facts: Pick<ScaleFacts, 'range' | 'lowIsGood'> & { readonly cells: NamedRange; readonly isFive: boolean },
): RatingScale {
  const { range, cells, lowIsGood, isFive } = facts;
  // Low answers never shorten the scale: without a named end effort is asked on seven, as far as that can be.
  const max = range ? range.max : isFive ? 5 : cells.max <= 7 ? 7 : cells.max;
  const scale = byId.get(`ces_1-${max}`);
  if (!scale) return apart('no_such_scale', cells);
  if (lowIsGood === null) return scale;
  return { ...scale, lowIsGood, topBoxFrom: lowIsGood ? (max === 5 ? 2 : 3) : scale.topBoxFrom };
}

/** Answers from which on a fifth of them at five, and none above, tell five points from seven. */
const ENOUGH_FOR_FIVE = 20;

/** True where people give the five as often as one gives the end of a scale, and nobody anything above it. */
function endsAtFive(tally: Tally, all: number): boolean {
  const isAbove = [...tally.keys()].some((value) => value > 5);
  return !isAbove && all >= ENOUGH_FOR_FIVE && (tally.get(5) ?? 0) * 5 >= all;
}

/** True where more than 2 % of the cells are fractions other than halves. */
function isAverages(tally: Tally, all: number): boolean {
  let odd = 0;
  for (const [value, times] of tally) if (!Number.isInteger(value * 2)) odd += times;
  return all > 0 && odd > all * TWO_PERCENT;
}

/** Different answers above 0 from which on a scale is seen that may begin at 1. */
const SCALE_SEEN = 3;
/** So many times as often as the answer given most, 0 stands for no answer in most exports. */
const FAR_MORE = 2;

/** Whether 0 may say that nobody answered: two scales remain, with the zeros and without, and they tell of another desk each. */
function mayBeUnrated(tally: Tally): boolean {
  const others = [...tally].filter(([value]) => value > 0);
  const most = Math.max(...others.map(([, times]) => times));
  return others.length >= SCALE_SEEN && (tally.get(0) ?? 0) > FAR_MORE * most;
}

/** The shortest standard scale that holds the cells, but for slips. */
function rangeOfCells(tally: Tally, all: number): NamedRange {
  const values = [...tally.keys()];
  if (values.length === 2 && tally.has(0) && tally.has(1)) return { min: 0, max: 1 };
  const min = tally.has(0) ? 0 : 1;
  for (const max of [5, 7, 10]) {
    const off = values.filter((value) => value > max || value < 0);
    const times = off.reduce((sum, value) => sum + (tally.get(value) ?? 0), 0);
    const areSlips = off.length === 1 && times <= Math.max(1, all * ONE_PERCENT) && off[0] !== max + 1;
    if (off.length > 0 && !areSlips) continue;
    // From 0 on only 0–5 and 0–10 are usual.
    return { min, max: min === 0 && max === 7 ? 10 : max };
  }
  return { min: 0, max: 100 };
}
