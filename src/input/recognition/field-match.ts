import { type DataKind, type FieldId, type FieldType, fieldsOf } from '../../model/fields.ts';
import { prepared } from '../../model/prepared.ts';
import { callLogOf, callMeasure, saysHowCallsWent } from './call-log.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { cellsAlone, cellsFor, MOST_BY_CELLS } from './field-evidence.ts';
import { formSentIn, isStampOfForm } from './form-columns.ts';
import {
  bestHeadings,
  formsOf,
  MADE_OF,
  misses,
  type Named,
  named,
  phrasesFor,
  worthsOf,
} from './header-worths.ts';
import { isAge, isJiraField, measureIn, measuresOtherAnswers, namesTimeLeft } from './measured-headers.ts';
import { notWith } from './not-words.ts';
import { isOfOtherTicket, otherRecordsIn } from './other-records.ts';
import { isKeptOverdue } from './overdue-flag.ts';
import { indexPhrases, loosePhrases, type PhraseIndex } from './phrase-index.ts';
import { rivalEvidence } from './rival-evidence.ts';
import { measuredWords } from './ticket-words.ts';

/** From this score on a column is believed to feed a field. */
export const LEAST = 0.45;

/** A column as candidate for a field. */
export interface Candidate {
  readonly field: FieldId;
  readonly look: ColumnLook;
  /** 0–1: how well name and values fit together. */
  readonly score: number;
}

let measures: PhraseIndex | null = null;

const plumbing =
  /^_(?:ab|batch|bq|dlt|file|hash|hevo|ingest|load|meta|partition|raw|rescued|row|sdc|source(?![.])|stitch|sync|v)|(?:^|_)(?:fivetran|airbyte|estuary)_|_synced$|^emitted_at$/i;

/** True for a column that copying tools add: not the desk's data. */
export const isPlumbing = (name: string): boolean => name.includes('_') && plumbing.test(name);

/** What is worth a candidate at all. */
const FAINT = 0.3;

/** Every column that could feed a field of this kind with a score of at least `least`, best first. */
export function candidatesFor(kind: DataKind, looks: readonly ColumnLook[], least = FAINT): Candidate[] {
  const found: Candidate[] = [];
  const types = fieldsOf[kind] as Record<string, FieldType>;
  const calls = kind === 'tickets' ? callLogOf(looks) : null;
  const sent = kind === 'tickets' ? formSentIn(looks) : null;
  if (sent) found.push({ field: 'created_at', look: sent, score: MADE_OF });
  const ofCalls: Candidate[] = [];
  for (const forms of formsOf(kind, looks)) {
    const { look } = forms;
    if (isPlumbing(look.name)) continue;
    if (sent && isStampOfForm(look)) continue;
    const measure = callMeasure(calls, look);
    if (measure !== null) ofCalls.push(...callCandidates(look, { worth: measure.worth, least }));
    else if (calls !== null && saysHowCallsWent(look)) found.push({ field: 'status', look, score: MADE_OF });
    else {
      if (kind === 'tickets' && isKeptOverdue(look, looks))
        found.push({ field: 'sla_recorded', look, score: KEPT });
      found.push(...columnCandidates(named(forms, kind), kind, least));
    }
  }
  // The parts of a wait are no rivals that take from each other: which of them is meant is a question.
  const own = kind === 'tickets' ? ofOwnTicket(found, looks) : found;
  return ordered([...weighedAgainstRivals(own, { least, types }), ...ofCalls]);
}

/** Without what is said of a ticket above or beside the one of the row. */
function ofOwnTicket(found: readonly Candidate[], looks: readonly ColumnLook[]): readonly Candidate[] {
  const others = otherRecordsIn(looks);
  return found.filter(({ look, field }) => !isOfOtherTicket(look, field, others));
}

/** What one column could feed, by the words of its header and by its cells. */
function columnCandidates(column: Named, kind: DataKind, least: number): Candidate[] {
  const found = wordedCandidates(column, kind, least);
  if (kind === 'tickets') found.push(...measuredCandidates(column, least));
  // A word of several ("numero") says little beside what was meant but for a letter.
  if (found.every(({ score }) => score < LITTLE)) found.push(...mistypedCandidates(column, kind, least));
  return found;
}

function wordedCandidates(column: Named, kind: DataKind, least: number): Candidate[] {
  const { look } = column;
  const types = fieldsOf[kind] as Record<string, FieldType>;
  const found: Candidate[] = [];
  const index = phrasesFor(kind);
  const worths = worthsOf(column, index);
  for (let at = 0; at < worths.length; at++) {
    const field = index.fields[at] as FieldId;
    if (!mayBeMeasured(look, types[field])) continue;
    const header = worths[at];
    const alone = kind === 'tickets' && least <= MOST_BY_CELLS ? worthOfCells(field, look) : 0;
    // Cells never make more of a header than it says: where both say too little, how they fit needs no look.
    if (header < least && alone < least) continue;
    const { worth } = cellsFor(types[field], field, look);
    const score = Math.max(header * worth, worth > 0.5 ? alone : 0);
    if (score >= least) found.push({ field, look, score });
  }
  return found;
}

/** The header names a unit, or hours and minutes as they are written. */
const saysTime = ({ header }: ColumnLook): boolean => header.unit !== null || header.clock !== null;

/** A unit or a clock in the header makes it a measured time, whatever else it says; stamps are none. */
function mayBeMeasured(look: ColumnLook, type: FieldType): boolean {
  const isMeasured = saysTime(look) || look.header.isBusinessClock;
  return !isMeasured || type === 'duration' || (type === 'instant' && isInstant(look));
}

/** What cells alone say of a field, whatever the header. */
function worthOfCells(field: FieldId, look: ColumnLook): number {
  const cells = cellsAlone[field];
  return cells && look.filled >= 3 && cells.holds(look) ? cells.worth : 0;
}

/** What a log of calls measured: until somebody answered, or nothing that a desk promises. */
function callCandidates(
  look: ColumnLook,
  { worth, least }: { readonly worth: number; readonly least: number },
): Candidate[] {
  const field =
    `reported_first_response_time_${look.header.isBusinessClock ? 'business_' : ''}seconds` as FieldId;
  const score = worth * cellsFor('duration', field, look).worth;
  return score >= least && score > 0 ? [{ field, look, score }] : [];
}

/** A candidate below this is what a word of the header suggests, not what the header says. */
const LITTLE = 0.6;

/** What a header that says nothing, or little, may have been meant to say. */
function mistypedCandidates(column: Named, kind: DataKind, least: number): Candidate[] {
  const { look } = column;
  const types = fieldsOf[kind] as Record<string, FieldType>;
  const found: Candidate[] = [];
  const { fields } = phrasesFor(kind);
  misses(column, phrasesFor(kind)).forEach((header, at) => {
    const field = fields[at] as FieldId;
    if (header === 0 || notWith[field]?.words.test(look.header.words)) return;
    const score = header * cellsFor(types[field], field, look).worth;
    if (score >= least) found.push({ field, look, score });
  });
  return found;
}

const size = (candidate: Candidate): number => candidate.look.header.words.split(' ').length;

/** True where a header says no more and no less than the field's own name. */
const isNamedSo = ({ look, field }: Candidate): boolean => look.header.words === field.replaceAll('_', ' ');

function ordered(candidates: Candidate[]): Candidate[] {
  return candidates.sort(
    (a, b) =>
      b.score - a.score ||
      Number(isNamedSo(b)) - Number(isNamedSo(a)) ||
      size(a) - size(b) ||
      a.look.index - b.look.index,
  );
}

/** Takes off what speaks for another column of the same field. */
function weighedAgainstRivals(
  found: readonly Candidate[],
  { least, types }: { readonly least: number; readonly types: Readonly<Record<string, FieldType>> },
): Candidate[] {
  const byField = new Map<FieldId, ColumnLook[]>();
  for (const { field, look, score } of found) {
    if (score < LEAST) continue;
    const looks = byField.get(field);
    if (looks) looks.push(look);
    else byField.set(field, [look]);
  }
  return found.flatMap((candidate) => {
    const rivals = byField.get(candidate.field);
    if (rivals === undefined || rivals.length < 2) return [candidate];
    const others = rivals.filter((look) => look !== candidate.look);
    let { score } = candidate;
    for (const { costs, holds, types: only, fields } of rivalEvidence) {
      if (only && !only.includes(types[candidate.field])) continue;
      if (fields && !fields.includes(candidate.field)) continue;
      if (holds(candidate.look, others)) score -= costs;
    }
    return score >= least ? [{ ...candidate, score }] : [];
  });
}

/** True for a time that falls below nothing in one cell of twenty: what is left of a target, nothing that has passed. */
function falls(look: ColumnLook): boolean {
  return look.cells.filter((cell) => /^\s*[-−]\s*\d/.test(cell)).length > look.filled / 20;
}

/** True for cells such as `2 hours` or `PT2H`, which say that they are times whatever the header says; `14:30` may be a time of day. */
const nameUnits = ({ cells, durationShare }: ColumnLook): boolean =>
  durationShare >= 0.8 && cells.some((cell) => /\p{L}/u.test(cell));

/** An age is the time to the end of a finished ticket alone: what names that end says it of all. */
const AGED = 0.8;

/** A flag whose finished tickets say that it is a verdict, behind columns that are named so. */
const KEPT = 0.8;

/** A word in a longer header is too little to say what was measured. */
const LEAST_MEASURED = 0.55;

/** What a header says of a measure: by its words, by what it is made of, else by a name but for a letter (`Time to resolutin`). */
function headerOf(metric: string, words: string, [asNamed, asMade, butForOne]: readonly number[]): number {
  if (metric === 'first_response_time' && measuresOtherAnswers(words)) return 0;
  return Math.max(asNamed, asMade) || butForOne;
}

/** What the words of a header are made of; its cells are asked only where their saying so could make it a time. */
function measureOf({ look, heading, others }: Named): string | null {
  const measureAs = (isTime: boolean): string | null => {
    for (const { words } of [heading, ...others]) {
      const metric = measureIn(words, isTime);
      if (metric !== null) return metric;
    }
    return null;
  };
  const asTime = measureAs(true);
  return asTime === null || saysTime(look) || nameUnits(look) ? asTime : measureAs(false);
}

function measuredCandidates(column: Named, least: number): Candidate[] {
  const { look, heading } = column;
  const { isBusinessClock } = look.header;
  const hasUnit = saysTime(look);
  const found: Candidate[] = [];
  if (namesTimeLeft(heading.words) || isJiraField(look.name)) return found;
  const measure = measureOf(column);
  const madeOf = isAge(heading.words) ? AGED : MADE_OF;
  measures ??= indexPhrases(
    measuredWords,
    prepared(() => loosePhrases(measuredWords)),
  );
  const worths = bestHeadings(column, measures);
  const slips = hasUnit ? misses(column, measures) : null;
  for (const [at, metric] of measures.fields.entries()) {
    const clock = isBusinessClock ? 'business_seconds' : 'seconds';
    const field = `reported_${metric}_${clock}` as FieldId;
    const named = [worths[at], measure === metric ? madeOf : 0, slips?.[at] ?? 0];
    const header = headerOf(metric, heading.words, named);
    if (header < Math.max(LEAST_MEASURED, least)) continue;
    const { worth } = cellsFor('duration', field, look);
    // Without a unit in the header, an empty column of this name may as well have held stamps.
    const score = header * worth * (!hasUnit && look.filled === 0 ? 0.8 : 1);
    if (score >= least && score > 0) found.push({ field, look, score });
  }
  return found.length > 0 && falls(look) ? [] : found;
}
