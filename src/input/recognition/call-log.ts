import type { FieldId } from '../../model/fields.ts';
import type { MarkWords, RowMarkMeaning } from '../../model/mapping.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import {
  answeredFlag,
  type CallPart,
  callMeasures,
  lettersOfCalls,
  missedFlag,
  ofCalls,
  outcomeHeader,
  outcomeOf,
  talk,
} from './call-words.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { falsehoods, truths } from './flag-words.ts';
import { statusOf } from './vocabularies.ts';

/**
 * Logs of telephone systems: a row a call. How long a caller waited until somebody answered is the call's first
 * response; of a missed call the same column says how long the caller stayed, which is none. How long people talked is
 * no time to a solution, and the time for which an agent put a caller on hold is no wait for a third party.
 */
export interface CallLog {
  /** What each measuring column measures, by its index. */
  readonly parts: ReadonlyMap<number, CallPart>;
}

const duration =
  /^(?:total |overall )?(?:duration|dauer|duree|duracion|duracao|durata|duur|totals?|总时长)(?: total| totale)?$/u;

const partOf = (look: ColumnLook): CallPart | null => {
  if (isInstant(look)) return null;
  const { words } = look.header;
  return callMeasures.find(([, header]) => header.test(words))?.[0] ?? null;
};

/** Which way a call, and hardly anything else, goes. */
const directions =
  /^(?:call |phone )?(?:direction|richtung|anrufrichtung|sens|direccion|sentido|direcao|direzione|richting|方向)$/u;

/** Fields of tickets by their headers: a list that has them notes calls beside its tickets. */
const ofTickets =
  /^(?:priority|subject|title|prioritat|betreff|priorite|objet|sujet|prioridad|asunto|prioridade|assunto|first response at|resolved at)$/;

const known = new WeakMap<readonly ColumnLook[], CallLog | null>();

/** The parts of a log of calls; null where a table is none. */
export function callLogOf(looks: readonly ColumnLook[]): CallLog | null {
  let log = known.get(looks);
  if (log === undefined) {
    log = findCallLog(looks);
    known.set(looks, log);
  }
  return log;
}

/** A wait, and beside it how many were answered and missed: what else has both? */
const tellsOfWaits = (looks: readonly ColumnLook[]): boolean =>
  looks.some((look) => partOf(look) === 'wait') && looks.some(saysHowCallsWent);

/** Without a word of calls or of talk in any header a table is none: asked once, of all headers at once. */
function mayBeCallLog(looks: readonly ColumnLook[]): boolean {
  const all = looks.map(({ header }) => header.words).join(' | ');
  if (!lettersOfCalls.test(all)) return false;
  if (tellsOfWaits(looks)) return true;
  return ofCalls.test(all) || talk.test(all) || looks.some(({ header }) => directions.test(header.words));
}

const stateHeader =
  /(?<![^ ])(?:status|state|stage|zustand|statut|etat|estado|situacao|stato|toestand)(?![^ ])/u;
/** States of which none says how a call went. */
const WORK: ReadonlySet<string | null> = new Set(['new', 'open', 'pending', 'on_hold']);

/** True for states that rows go through while somebody works on them: no call is open, or waits for a customer. */
function tellsOfWork(look: ColumnLook): boolean {
  if (!stateHeader.test(look.header.words) || look.exactStatusShare < NEARLY_ALL) return false;
  if (saysHowCallsWent(look)) return false;
  const states = new Set(look.cells.filter((cell) => !isMissing(cell)).map(statusOf));
  return states.size > 1 && [...states].some((state) => WORK.has(state));
}

function findCallLog(looks: readonly ColumnLook[]): CallLog | null {
  if (!mayBeCallLog(looks)) return null;
  const parts = new Map<number, CallPart>();
  let speaksOfCalls = false;
  for (const look of looks) {
    if (ofTickets.test(look.header.words)) return null;
    const part = partOf(look);
    if (part !== null) parts.set(look.index, part);
    if (ofCalls.test(look.header.words) || directions.test(look.header.words)) speaksOfCalls = true;
  }
  const found = new Set(parts.values());
  const waits = found.has('wait') || found.has('queue') || found.has('ring') || found.has('answer');
  const isLog = found.has('talk')
    ? waits || speaksOfCalls
    : (speaksOfCalls && (waits || looks.some(saysHowCallsWent))) || tellsOfWaits(looks);
  if (!isLog || looks.some(tellsOfWork)) return null;
  for (const look of looks) if (duration.test(look.header.words)) parts.set(look.index, 'other');
  return { parts };
}

/** How well a column of a call log says how long it took to answer. What it took in a queue and what it rang are parts of it. */
const worthOf: Partial<Record<CallPart, number>> = { answer: 0.97, wait: 0.9, queue: 0.8, ring: 0.8 };

const isNothing = (cell: string): boolean => isMissing(cell) || zero.test(foldValue(cell));

/** What a measuring column of a call log is worth as a first response time; null for any other column. */
export function callMeasure(log: CallLog | null, look: ColumnLook): { readonly worth: number } | null {
  const part = log?.parts.get(look.index);
  if (part === undefined) return null;
  // Nobody answers every call at once: such a column was never filled in, as where a bot took all of them.
  return { worth: look.filled > 0 && look.cells.every(isNothing) ? 0 : (worthOf[part] ?? 0) };
}

/** Words for how calls went from which on a column says nothing else. */
const NEARLY_ALL = 0.9;

/** True for a column that says how calls went: answered, missed, abandoned. */
export function saysHowCallsWent(look: ColumnLook): boolean {
  if (!outcomeHeader.test(look.header.words) || look.distinct > 20) return false;
  let known = 0;
  let missed = 0;
  for (const cell of look.cells) {
    if (isMissing(cell)) continue;
    const outcome = outcomeOf(cell);
    if (outcome !== null) known++;
    if (outcome === 'missed') missed++;
  }
  return missed > 0 && known >= look.filled * NEARLY_ALL;
}

const CALL_IS_OVER = 'closed';

/** Every call of a log is over, however it went. */
export const statusOfCall = (raw: string): string | null => (outcomeOf(raw) === null ? null : CALL_IS_OVER);

const outcomes: MarkWords = {
  get(cell) {
    const outcome = outcomeOf(cell);
    return outcome === 'over' || outcome === null ? undefined : callMarks[outcome];
  },
};
const callMarks: Readonly<Record<'answered' | 'missed', RowMarkMeaning>> = {
  answered: 'call_answered',
  missed: 'call_missed',
};
const flags = (yes: RowMarkMeaning, no: RowMarkMeaning): MarkWords => ({
  get: (cell) => (truths.has(cell) ? yes : falsehoods.has(cell) ? no : undefined),
});
const zero = /^0+(?:[:.,]0+)*\s*\p{L}*$/u;
const neverTalked: MarkWords = { get: (cell) => (zero.test(foldValue(cell)) ? 'call_missed' : undefined) };

/** What the columns of a call log say of single calls: that somebody answered, or nobody did. */
export function callRowMarks(
  looks: readonly ColumnLook[],
  fields: ReadonlyMap<number, FieldId>,
): { readonly look: ColumnLook; readonly words: MarkWords }[] {
  const log = callLogOf(looks);
  if (log === null) return [];
  const marks: { readonly look: ColumnLook; readonly words: MarkWords }[] = [];
  for (const look of looks) {
    const { words } = look.header;
    const isFlag = look.flagShare >= NEARLY_ALL;
    if (isFlag && answeredFlag.test(words))
      marks.push({ look, words: flags('call_answered', 'call_missed') });
    else if (isFlag && missedFlag.test(words))
      marks.push({ look, words: flags('call_missed', 'call_answered') });
    else if (saysHowCallsWent(look)) marks.push({ look, words: outcomes });
  }
  if (marks.length > 0) return marks;
  const talked = looks.find(({ index }) => log.parts.get(index) === 'talk' && !fields.has(index));
  return talked ? [{ look: talked, words: neverTalked }] : [];
}
