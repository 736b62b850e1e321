import type { CodeColumn } from '../../model/columns.ts';
import { codesOf, type Desk, type SurveyTable } from '../../model/desk.ts';
import type { Dimension } from './dimension.ts';

/** Fields of answers under the names that tickets have for them. */
const fieldOfAnswers: Readonly<Record<string, string>> = {
  channel: 'channel',
  agent: 'agent',
  assignee: 'agent',
  requester: 'customer',
};

const COLUMN_PREFIX = 'column:';

function columnOf({ table }: SurveyTable, name: string): CodeColumn | null {
  if (name.startsWith(COLUMN_PREFIX)) {
    const column = table.extra.get(name.slice(COLUMN_PREFIX.length));
    return column?.type === 'code' ? column : null;
  }
  const field = fieldOfAnswers[name];
  return field === undefined ? null : codesOf(table, field);
}

/** Number of the first answer of each survey, where the answers of all surveys are counted through. */
export function firstAnswers(desk: Desk): number[] {
  let next = 0;
  return desk.surveys.map(({ table }) => {
    const first = next;
    next += table.rows;
    return first;
  });
}

/**
 * A dimension as answers that belong to no ticket know it themselves; tickets whose own table lacks it take it from
 * their answers. Null where neither knows it.
 */
export function withAnswers(name: string, desk: Desk, ofTickets: Dimension | null): Dimension | null {
  const columns = desk.surveys.map((survey) => columnOf(survey, name));
  const some = columns.find((column) => column !== null);
  if (!some) return ofTickets;
  const firsts = firstAnswers(desk);
  const rows = desk.surveys.reduce((sum, { table }) => sum + table.rows, 0);
  const names = nameCodes(ofTickets, some);
  const answers = new Uint32Array(rows);
  const codes = ofTickets?.codes ?? new Uint32Array(desk.tickets.rows);
  for (const [index, survey] of desk.surveys.entries()) {
    const column = columns[index];
    if (!column) continue;
    for (let row = 0; row < survey.table.rows; row++) {
      const code = names.codeOf(column, column.codes[row]);
      answers[firsts[index] + row] = code;
      if (ofTickets === null && survey.ticket[row] >= 0) codes[survey.ticket[row]] = code;
    }
  }
  return {
    ...(ofTickets ?? { name, offsets: null }),
    codes,
    answers,
    size: names.size(),
    nameOf: names.nameOf,
  };
}

interface NameCodes {
  codeOf(column: CodeColumn, code: number): number;
  nameOf(code: number): string;
  size(): number;
}

/** Codes under which names of answers and of tickets are the same: those of the tickets, and new ones behind them. */
function nameCodes(ofTickets: Dimension | null, some: CodeColumn): NameCodes {
  if (ofTickets === null)
    return {
      codeOf: (_, code) => code,
      nameOf: (code) => some.names.name(code),
      size: () => some.names.size,
    };
  const known = new Map<string, number>();
  for (let code = 1; code <= ofTickets.size; code++) known.set(ofTickets.nameOf(code), code);
  const added: string[] = [];
  return {
    codeOf(column, code) {
      if (code === 0) return 0;
      const name = column.names.name(code);
      let own = known.get(name);
      if (own === undefined) {
        own = ofTickets.size + added.push(name);
        known.set(name, own);
      }
      return own;
    },
    nameOf: (code) => (code <= ofTickets.size ? ofTickets.nameOf(code) : added[code - ofTickets.size - 1]),
    size: () => ofTickets.size + added.length,
  };
}
