import type { CodeColumn } from '../../model/columns.ts';
import type { SurveyTable, Table } from '../../model/desk.ts';
import type { FieldId, FieldOf } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import type { RatingScale } from '../../model/rating-scale.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { type JoinSide, joinByCustomer } from './answers-by-customer.ts';
import { isNamed, surveyNotFound } from './named-survey.ts';
import { type OtherWriting, otherOwners, writtenOtherwise } from './other-owners.ts';
import { codesIn, numbersIn, type Stack, takeRows } from './stack.ts';
import { nameSurveys, surveyProblems, type UnnamedSurvey } from './survey-names.ts';
import { answersOnce } from './survey-overlaps.ts';
import { mergeSplitSurveys, type SurveySource } from './survey-parts.ts';
import { type SurveyPart, surveysIn, withAllScores } from './survey-questions.ts';
import { voidScores } from './void-scores.ts';

export interface SurveyOptions {
  readonly surveys: readonly SurveySource[];
  readonly tickets: Stack;
  /** Ticket row by code of its id, −1 where no ticket has it. */
  readonly byCode: Int32Array;
  /** `--as-of`, or null: answers later than it are not known yet. */
  readonly asOf: number | null;
  /** Lowest satisfied score by id of a rating scale, where it is not the usual one. */
  readonly topBoxes?: ReadonlyMap<string, number>;
  /** `--survey`: only the survey of this name counts; null for all. */
  readonly survey?: string | null;
  /** Columns of tickets that hold ratings: a survey may be called by them too. */
  readonly ticketRatings?: readonly string[];
}

/** The surveys of a desk, joined to its tickets, and what was lost on the way. */
export interface JoinedSurveys {
  readonly surveys: readonly SurveyTable[];
  readonly problems: readonly Problem[];
}

/**
 * Joins survey answers to tickets: by ticket id, else by customer and time. Answers of one response in several tables
 * are put together first, scores off the scale are void, a response that stands in two exports counts once.
 */
export function joinSurveys(options: SurveyOptions): JoinedSurveys {
  const { surveys, tickets, byCode, asOf, topBoxes, survey = null, ticketRatings = [] } = options;
  const problems: Problem[] = [];
  const merged = mergeSplitSurveys(surveys);
  problems.push(...merged.problems);
  const joined: UnnamedSurvey[] = [];
  const known = merged.surveys.map((source) => {
    const stack = withAllScores(source);
    return { ...source, stack: asOf === null ? stack : knownBy(stack, asOf) };
  });
  for (const [form, { source, repeated }] of answersOnce(known).entries()) {
    const { table } = source;
    const where = {
      file: table.path,
      ...(table.mapping.stream === null ? {} : { table: table.mapping.stream }),
    };
    if (repeated > 0)
      problems.push({ code: 'answers_repeated', severity: 'note', args: {}, where, count: repeated });
    const parts = surveysIn(source);
    const chosen = survey === null ? parts : parts.filter(({ question }) => isNamed(question, survey));
    problems.push(...apartProblems(chosen, where));
    for (const [index, { stack, scale, decided, question, isRowByRow }] of chosen.entries()) {
      if (scale.kind !== 'other') problems.push(...voidScores(stack, { scale, where }));
      const { rows: ticket, found } = byTicketId(stack, { tickets, byCode });
      const byId = countJoined(stack, ticket);
      const side: JoinSide = { stack, ticket, tickets };
      joinByCustomer(side);
      // The questions of one form are joined alike: what came of it is said once.
      if (index === 0) {
        problems.push(...joinProblems({ side, byId, where }), ...writtenOtherwise(found, where));
        problems.push(...undatedProblems(side, where));
      }
      joined.push({
        table: asTable(stack),
        scale: withTopBox(scale, topBoxes),
        ...(decided ? { decided } : {}),
        ticket,
        name: table.path,
        question,
        form,
        isRowByRow,
      });
    }
  }
  if (survey !== null && joined.length === 0) {
    const questions = known.flatMap((source) => surveysIn(source).map(({ question }) => question));
    problems.push(...surveyNotFound(survey, { questions, columns: ticketRatings }));
  }
  const named = nameSurveys(joined);
  problems.push(...severalAnswers(named, tickets.rows), ...surveyProblems(named));
  return { surveys: named, problems };
}

/** Answers that enter no figure, and why. */
function apartProblems(parts: readonly SurveyPart[], where: Problem['where']): Problem[] {
  const others = parts.filter(({ scale }) => scale.kind === 'other');
  const problems: Problem[] = [];
  for (const reason of new Set(others.map(({ scale }) => scale.id))) {
    const same = others.filter(({ scale }) => scale.id === reason);
    const count = same.reduce((sum, { stack }) => sum + countAnswers(stack), 0);
    if (count === 0) continue;
    const { min, max } = same[0].scale;
    const args = { reason, surveys: same.map(({ question }) => question).sort(), range: `${min}–${max}` };
    problems.push({ code: 'answers_apart', severity: 'warning', args, where, count });
  }
  return problems;
}

/** Answers that stand in no period: they have neither a date nor a ticket to take one from. */
function undatedProblems(
  { stack, ticket }: { readonly stack: Stack; readonly ticket: Int32Array },
  where: Problem['where'],
): Problem[] {
  const answered = numbersIn(stack.columns, 'answered_at');
  let count = 0;
  let all = 0;
  forEachAnswer(stack, (row) => {
    all++;
    if (ticket[row] < 0 && (!answered || Number.isNaN(answered[row]))) count++;
  });
  return count === 0 ? [] : [{ code: 'answers_undated', severity: 'note', args: { all }, where, count }];
}

function countAnswers(stack: Stack): number {
  let count = 0;
  forEachAnswer(stack, () => {
    count++;
  });
  return count;
}

function asTable(stack: Stack): Table<FieldOf<'surveys'>> {
  const { rows, extra, source, line } = stack;
  return { rows, columns: stack.columns as Table<FieldOf<'surveys'>>['columns'], extra, source, line };
}

/** A scale with the settings' lowest satisfied score. */
export function withTopBox<S extends RatingScale | null>(
  scale: S,
  topBoxes: ReadonlyMap<string, number> | undefined,
): S {
  const from = scale && topBoxes?.get(scale.id);
  return from === undefined || from === null ? scale : { ...scale, topBoxFrom: from };
}

/** A survey as it stood at as-of: what was sent later is not there, what was answered later is not answered. */
function knownBy(stack: Stack, asOf: number): Stack {
  const sent = numbersIn(stack.columns, 'sent_at');
  const answered = numbersIn(stack.columns, 'answered_at');
  const rows: number[] = [];
  for (let row = 0; row < stack.rows; row++) {
    const isLate = answered !== null && answered[row] > asOf;
    if ((sent !== null && sent[row] > asOf) || (isLate && (sent === null || Number.isNaN(sent[row]))))
      continue;
    rows.push(row);
  }
  const kept = rows.length === stack.rows ? stack : takeRows(stack, Uint32Array.from(rows));
  const stamps = numbersIn(kept.columns, 'answered_at');
  if (!stamps?.some((at) => at > asOf)) return kept;
  // Columns may be shared with another look at the same data: change copies.
  const late = stamps.map((at) => (at > asOf ? 1 : 0));
  kept.columns.answered_at = {
    type: 'instant',
    values: stamps.map((at, row) => (late[row] ? Number.NaN : at)),
  };
  for (const field of Object.keys(kept.columns) as FieldId[]) {
    const scores = field.startsWith('score') ? numbersIn(kept.columns, field) : null;
    if (!scores) continue;
    kept.columns[field] = {
      type: 'number',
      values: scores.map((score, row) => (late[row] ? Number.NaN : score)),
    };
  }
  return kept;
}

interface TicketSide {
  readonly tickets: Stack;
  readonly byCode: Int32Array;
}

/** Ticket row of each answer by its ticket id, as it is, or as the last number of a link to the ticket. */
function byTicketId(stack: Stack, { tickets, byCode }: TicketSide): TicketJoin {
  const rows = new Int32Array(stack.rows).fill(-1);
  const ids = codesIn(stack.columns, 'ticket_id');
  if (!ids || tickets.rows === 0) return { rows, found: [] };
  const { owners, found } = otherOwners(ids, { tickets, byCode });
  for (let row = 0; row < stack.rows; row++) {
    const code = ids.codes[row];
    if (code !== 0) rows[row] = owners.get(code) ?? byCode[code] ?? -1;
  }
  return { rows, found };
}

interface TicketJoin {
  readonly rows: Int32Array;
  readonly found: readonly OtherWriting[];
}

/** Answers, not surveys that were merely sent, that have a ticket. */
function countJoined(stack: Stack, ticket: Int32Array): number {
  let count = 0;
  forEachAnswer(stack, (row) => {
    if (ticket[row] >= 0) count++;
  });
  return count;
}

function forEachAnswer(stack: Stack, use: (row: number) => void): void {
  const scores = numbersIn(stack.columns, 'score');
  for (let row = 0; row < stack.rows; row++) if (!scores || !Number.isNaN(scores[row])) use(row);
}

interface ProblemInput {
  readonly side: JoinSide;
  readonly byId: number;
  readonly where: Problem['where'];
}

/** Share of lost answers from which on it is more than a note. */
const MANY_LOST = 0.1;

/** What came of the join, where there is anything to say: answers found by customer, answers without a ticket. */
function joinProblems({ side, byId, where }: ProblemInput): Problem[] {
  const { stack, ticket, tickets } = side;
  if (tickets.rows === 0) return [];
  let answers = 0;
  let strangers = 0;
  const ids = codesIn(stack.columns, 'ticket_id');
  const lines: number[] = [];
  forEachAnswer(stack, (row) => {
    answers++;
    if (ticket[row] >= 0) return;
    if (ids && ids.codes[row] !== 0) strangers++;
    if (lines.length < 5) lines.push(stack.line[row]);
  });
  const joined = countJoined(stack, ticket);
  const lost = answers - joined;
  if (answers === 0 || (lost === 0 && joined === byId)) return [];
  return [
    {
      code: 'answers_joined',
      severity: lost > MANY_LOST * answers ? 'warning' : 'note',
      args: {
        answers,
        byId,
        byCustomer: joined - byId,
        lost,
        strangers,
        ...(joined - byId === 0 && lost > 0 ? namesBeside(stack, tickets) : undefined),
      },
      where,
      count: lost,
      lines: lines.sort((a, b) => a - b),
    },
  ];
}

/** How surveys and tickets call a customer, where one writes addresses and the other does not. */
function namesBeside(
  stack: Stack,
  tickets: Stack,
): { readonly here: Sentence; readonly there: Sentence } | undefined {
  const customer = codesIn(stack.columns, 'customer');
  const requester = codesIn(tickets.columns, 'requester');
  if (!customer || !requester) return undefined;
  const first = (column: CodeColumn): string =>
    column.names.name(column.codes.find((code) => code !== 0) ?? 0);
  const [answer, ticket] = [first(customer), first(requester)];
  if (answer === '' || ticket === '' || answer.includes('@') === ticket.includes('@')) return undefined;
  const kindOf = (name: string): Sentence =>
    sentence(name.includes('@') ? 'word.addresses' : 'word.names_or_ids');
  return { here: kindOf(answer), there: kindOf(ticket) };
}

function severalAnswers(surveys: readonly SurveyTable[], rows: number): Problem[] {
  return surveys.flatMap(({ table, ticket, scale, name, isMain }) => {
    if (scale.kind !== 'csat' || !isMain) return [];
    const scores = (table.columns.score as { values: Float64Array } | undefined)?.values;
    const counts = new Uint8Array(rows);
    let several = 0;
    for (let row = 0; row < table.rows; row++) {
      if (ticket[row] < 0 || !scores || Number.isNaN(scores[row])) continue;
      const count = ++counts[ticket[row]];
      if (count === 2) several++;
      if (count === 255) counts[ticket[row]] = 254;
    }
    if (several === 0) return [];
    const problem: Problem = {
      code: 'ticket_answered_again',
      severity: 'note',
      args: {},
      where: { file: name },
      count: several,
    };
    return [problem];
  });
}

/**
 * Gives tickets the rating of their last CSAT answer, where the tickets' own table carries none.
 * Returns the scale, or null where nothing was filled in.
 */
export function rateTickets(tickets: Stack, surveys: readonly SurveyTable[]): RatingScale | null {
  const first = surveys.find(({ scale, isMain }) => scale.kind === 'csat' && isMain);
  if (!first || tickets.columns.csat || tickets.rows === 0) return null;
  const last = new LastRatings(tickets.rows);
  for (const survey of surveys) if (survey.isMain && survey.scale.kind === 'csat') last.take(survey);
  if (!last.hasAny) return null;
  tickets.columns.csat = { type: 'number', values: last.values };
  return first.scale;
}

/** The rating of each ticket's last answer. */
class LastRatings {
  readonly values: Float64Array;
  hasAny = false;
  /** When those answers came; minus infinity where nobody knows. */
  readonly #since: Float64Array;

  constructor(tickets: number) {
    this.values = new Float64Array(tickets).fill(Number.NaN);
    this.#since = new Float64Array(tickets).fill(Number.NEGATIVE_INFINITY);
  }

  take({ table, ticket }: SurveyTable): void {
    const scores = numbersIn(table.columns, 'score');
    const answered = numbersIn(table.columns, 'answered_at');
    if (!scores) return;
    for (let row = 0; row < table.rows; row++) {
      if (ticket[row] < 0 || Number.isNaN(scores[row])) continue;
      const at = answered && !Number.isNaN(answered[row]) ? answered[row] : Number.NEGATIVE_INFINITY;
      this.#rate(ticket[row], scores[row], at);
    }
  }

  #rate(t: number, score: number, at: number): void {
    const { values } = this;
    const since = this.#since;
    // Of two answers at one instant the lower one, whatever the order of rows.
    const isLower = at === since[t] && score < values[t];
    if (at <= since[t] && !Number.isNaN(values[t]) && !isLower) return;
    values[t] = score;
    since[t] = at;
    this.hasAny = true;
  }
}
