import type { CodeColumn, Column } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import { rowMarkMeanings } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import type { MarkBuilder } from './mark-builder.ts';
import type { SharedDictionaries } from './shared-dictionaries.ts';
import { ensureCodes, ensureNumbers, numbersIn, voidStamp } from './stack.ts';

export interface MarkedTable {
  readonly rows: number;
  readonly columns: Partial<Record<FieldId, Column>>;
  readonly dictionaries: SharedDictionaries;
  readonly where: Problem['where'];
}

const BEGUN = rowMarkMeanings.indexOf('begun_by_desk') + 1;
const BY_BOT = rowMarkMeanings.indexOf('by_bot') + 1;
const CALL_ANSWERED = rowMarkMeanings.indexOf('call_answered') + 1;
const CALL_MISSED = rowMarkMeanings.indexOf('call_missed') + 1;
const LEFT = rowMarkMeanings.indexOf('left') + 1;
const STAYS = rowMarkMeanings.indexOf('stays') + 1;

/**
 * Writes what marks say into the columns of a table: `removed_as`, `opened_by_agent`, the role of bots, and how customers
 * stand. A mark that every ticket or message carries tells none from another, and is passed over. Returns what was
 * found, by column.
 */
export function applyMarks(table: MarkedTable, marks: readonly MarkBuilder[]): Problem[] {
  const problems: Problem[] = [];
  const calls: Uint32Array[] = [];
  for (const mark of marks) {
    const { codes } = mark.done() as CodeColumn;
    const counts = countsOf(codes, table.rows);
    if (counts[LEFT] + counts[STAYS] > 0) {
      writeStanding(table, codes);
      problems.push({
        code: 'customers_called_gone',
        severity: 'note',
        args: { column: mark.source, there: counts[STAYS] },
        where: table.where,
        count: counts[LEFT],
      });
    }
    if (counts[CALL_ANSWERED] + counts[CALL_MISSED] > 0) {
      calls.push(codes);
      problems.push(...saidOfCalls(mark, counts[CALL_MISSED], table.where));
    }
    for (let code = 1; code < CALL_ANSWERED; code++) {
      if (counts[code] === 0 || (counts[code] === table.rows && table.rows > 1)) continue;
      if (code === BY_BOT) writeBots(table, codes);
      else if (code === BEGUN) writeBegun(table, codes);
      else writeRemoved(table, codes, code);
      problems.push({
        code: saidBy[code - 1],
        severity: 'note',
        args: { column: mark.source, reason: rowMarkMeanings[code - 1] },
        where: table.where,
        count: counts[code],
      });
    }
  }
  if (calls.length > 0) writeCalls(table, calls);
  return problems;
}

const saidOfCalls = ({ source }: MarkBuilder, count: number, where: Problem['where']): Problem[] =>
  count === 0
    ? []
    : [{ code: 'calls_not_answered', severity: 'note', args: { column: source }, where, count }];

const saidBy = rowMarkMeanings.map((meaning) =>
  meaning === 'by_bot'
    ? 'messages_by_machines'
    : meaning === 'begun_by_desk'
      ? 'tickets_begun_by_desk'
      : 'tickets_removed_by_column',
);

function countsOf(codes: Uint32Array, rows: number): Uint32Array {
  const counts = new Uint32Array(rowMarkMeanings.length + 1);
  for (let row = 0; row < rows; row++) counts[codes[row]]++;
  return counts;
}

function writeBegun(table: MarkedTable, codes: Uint32Array): void {
  const begun = ensureNumbers(table, 'opened_by_agent', 'number');
  for (let row = 0; row < table.rows; row++) if (codes[row] === BEGUN) begun[row] = 1;
}

/** Machines are machines whatever role the account has that they write from; what customers sent stays theirs. */
function writeBots(table: MarkedTable, codes: Uint32Array): void {
  const roles = ensureCodes(
    table,
    'author_role',
    table.dictionaries.of('author_role', 'category', 'messages'),
  );
  const customer = roles.names.find('customer');
  const bot = roles.names.internText('bot');
  for (let row = 0; row < table.rows; row++)
    if (codes[row] === BY_BOT && (roles.codes[row] !== customer || customer < 1)) roles.codes[row] = bot;
}

/** What a list says of each customer; of several columns the one that says that somebody left is believed. */
function writeStanding(table: MarkedTable, codes: Uint32Array): void {
  const names = table.dictionaries.of('standing', 'category', 'customers');
  const standing = ensureCodes(table, 'standing', names);
  const [left, stays] = (['left', 'stays'] as const).map((meaning) => standing.names.internText(meaning));
  for (let row = 0; row < table.rows; row++) {
    if (codes[row] === LEFT) standing.codes[row] = left;
    else if (codes[row] > LEFT && standing.codes[row] === 0) standing.codes[row] = stays;
  }
}

const answers = [
  'first_response_at',
  'reported_first_response_time_seconds',
  'reported_first_response_time_business_seconds',
] as const;

/**
 * A call that nobody answered has no first response, however long the caller waited; one that was answered, and of
 * which no time is told, was answered at an unknown time.
 */
function writeCalls(table: MarkedTable, marks: readonly Uint32Array[]): void {
  const times = answers.flatMap((field) => numbersIn(table.columns, field) ?? []);
  let unknown: Uint8Array | null = null;
  for (let row = 0; row < table.rows; row++) {
    if (marks.some((codes) => codes[row] === CALL_MISSED)) {
      for (const time of times) time[row] = Number.NaN;
    } else if (
      marks.some((codes) => codes[row] === CALL_ANSWERED) &&
      times.every((time) => Number.isNaN(time[row]))
    ) {
      unknown ??= new Uint8Array(table.rows);
      unknown[row] = 1;
    }
  }
  if (unknown === null) return;
  ensureNumbers(table, 'first_response_at', 'instant');
  for (let row = 0; row < table.rows; row++)
    if (unknown[row] === 1) voidStamp(table, 'first_response_at', row);
}

function writeRemoved(table: MarkedTable, codes: Uint32Array, code: number): void {
  const names = table.dictionaries.of('removed_as', 'category', 'tickets');
  const removed = ensureCodes(table, 'removed_as', names);
  const name = removed.names.internText(rowMarkMeanings[code - 1]);
  for (let row = 0; row < table.rows; row++) if (codes[row] === code) removed.codes[row] = name;
}
