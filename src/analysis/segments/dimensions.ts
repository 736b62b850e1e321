import { codesOf, type Desk, type Table } from '../../model/desk.ts';
import { fieldsOf, priorities, statuses, weekdayNames } from '../../model/fields.ts';
import { DeskstatError } from '../../model/problem.ts';
import { nearest } from '../../model/suggest.ts';
import type { Zone } from '../../time/zone.ts';
import { localParts } from '../../time/zone.ts';
import { withAnswers } from './answer-dimensions.ts';
import type { Dimension } from './dimension.ts';

export interface DimensionContext {
  readonly desk: Desk;
  readonly zone: Zone;
}

/** Fields of a ticket that are dimensions. */
export const fieldDimensions = Object.entries(fieldsOf.tickets)
  // Tickets that were removed are in no figure: nothing can be told apart by it.
  .filter(([field]) => field !== 'removed_as')
  .filter(([, type]) => type === 'category' || type === 'person' || type === 'list')
  .map(([field]) => field);

/** Dimensions that are no field of their own. */
export const derivedDimensions = ['agent', 'hour', 'weekday', 'issue', 'topic', 'survey'] as const;

const COLUMN_PREFIX = 'column:';

/** The dimension names that a user may type besides `column:NAME`. */
export function dimensionNames(): string[] {
  return [...fieldDimensions, ...derivedDimensions];
}

/** The columns that dimension names ask for by their own name: `column:Product area` → `Product area`. */
export function columnsAsked(names: readonly string[]): string[] {
  return names
    .filter((name) => name.startsWith(COLUMN_PREFIX))
    .map((name) => name.slice(COLUMN_PREFIX.length));
}

/**
 * The values of a dimension for every ticket.
 *
 * @throws DeskstatError (2) for a name that is no dimension; (3) for a field or column that the data lacks
 */
export function compileDimension(name: string, context: DimensionContext): Dimension {
  const { desk } = context;
  if (desk.surveys.length === 0 || name === 'survey') return ticketDimension(name, context);
  let ofTickets: Dimension | null = null;
  let lack: unknown = null;
  try {
    ofTickets = ticketDimension(name, context);
  } catch (error) {
    if (!(error instanceof DeskstatError) || error.exitCode !== 3) throw error;
    lack = error;
  }
  const found = withAnswers(name, desk, ofTickets);
  if (!found) throw lack;
  return found;
}

function ticketDimension(name: string, context: DimensionContext): Dimension {
  const { tickets } = context.desk;
  if (name.startsWith(COLUMN_PREFIX)) return columnDimension(name, tickets);
  switch (name) {
    case 'hour':
    case 'weekday':
      return clockDimension(name, context);
    case 'agent':
      return agentDimension(context.desk);
    case 'issue':
      return issueDimension(context.desk);
    case 'topic':
      return topicDimension(context.desk);
    case 'survey':
      // A ticket can be in several surveys: only answers are told apart by it, where they are measured.
      throw new DeskstatError(
        {
          code: 'survey_dimension',
          args: { known: [...new Set(context.desk.surveys.map((each) => each.survey))] },
        },
        3,
      );
    default:
  }
  if (!fieldDimensions.includes(name)) {
    const near = nearest(name, dimensionNames());
    throw new DeskstatError(
      {
        code: 'unknown_dimension',
        args: { name, known: dimensionNames(), near: near ?? undefined },
      },
      2,
    );
  }
  const column = (tickets.columns as Record<string, unknown>)[name];
  if (!column) throw lacking(name, tickets);
  return fieldDimension(name, tickets);
}

function lacking(name: string, tickets: Table<string>): DeskstatError {
  const has = fieldDimensions.filter((field) => (tickets.columns as Record<string, unknown>)[field]);
  return new DeskstatError(
    { code: 'dimension_lacking', args: { name, has: [...has, ...tickets.extra.keys()] } },
    3,
  );
}

function columnDimension(name: string, tickets: Table<string>): Dimension {
  const wanted = name.slice(COLUMN_PREFIX.length);
  const column = tickets.extra.get(wanted);
  if (!column) throw lacking(name, tickets);
  return {
    name,
    codes: column.codes,
    offsets: column.type === 'list' ? column.offsets : null,
    size: column.names.size,
    nameOf: (code) => column.names.name(code),
  };
}

function fieldDimension(name: string, tickets: Table<string>): Dimension {
  const list = (tickets.columns as Record<string, { type: string } | undefined>)[name];
  if (list?.type === 'list') {
    const { offsets, codes, names } = list as never as {
      offsets: Uint32Array;
      codes: Uint32Array;
      names: { size: number; name(code: number): string };
    };
    return { name, codes, offsets, size: names.size, nameOf: (code) => names.name(code) };
  }
  const column = codesOf(tickets, name);
  if (!column) throw lacking(name, tickets);
  return {
    name,
    codes: column.codes,
    offsets: null,
    size: column.names.size,
    nameOf: (code) => column.names.name(code),
    ...(orders[name] ? { order: orders[name] } : {}),
  };
}

const orders: Readonly<Record<string, readonly string[]>> = { priority: priorities, status: statuses };

/** Hour of the day (`00` … `23`) or weekday of creation, in the report's zone. */
function clockDimension(name: 'hour' | 'weekday', { desk, zone }: DimensionContext): Dimension {
  const created = (desk.tickets.columns.created_at as { values: Float64Array }).values;
  const codes = new Uint32Array(created.length);
  for (let t = 0; t < created.length; t++) {
    const parts = localParts(created[t], zone);
    codes[t] = name === 'hour' ? parts.hour + 1 : parts.weekday;
  }
  return {
    name,
    codes,
    offsets: null,
    size: name === 'hour' ? 24 : 7,
    nameOf: (code) => (name === 'hour' ? String(code - 1).padStart(2, '0') : weekdayNames[code - 1]),
    ...(name === 'weekday' ? { order: weekdayNames } : {}),
  };
}

/** Recurring issues by their names. */
function issueDimension({ issues }: Desk): Dimension {
  if (!issues) throw new DeskstatError({ code: 'no_text', args: {} }, 3);
  return {
    name: 'issue',
    codes: issues.codes,
    offsets: null,
    size: issues.labels.length,
    nameOf: (code) => issues.labels[code - 1],
  };
}

/** The topics of recurring issues by their names. */
function topicDimension({ issues }: Desk): Dimension {
  if (!issues) throw new DeskstatError({ code: 'no_text', args: {} }, 3);
  const { codes, labels } = issues.topics;
  return {
    name: 'topic',
    codes: issues.codes.map((issue) => (issue === 0 ? 0 : codes[issue - 1])),
    offsets: null,
    size: labels.length,
    nameOf: (code) => labels[code - 1],
  };
}

/** Who answered first (messages), else the assignee. */
function agentDimension(desk: Desk): Dimension {
  const { messages, tickets } = desk;
  const assignee = codesOf(tickets, 'assignee');
  if (!messages) {
    if (!assignee) throw lacking('agent', tickets);
    return { ...fieldDimension('assignee', tickets), name: 'agent' };
  }
  const codes = new Uint32Array(tickets.rows);
  for (let t = 0; t < tickets.rows; t++) {
    for (let i = messages.offsets[t]; i < messages.offsets[t + 1] && codes[t] === 0; i++) {
      if (messages.isHumanAnswer[i] === 1) codes[t] = messages.author.codes[i];
    }
    if (codes[t] === 0 && assignee && assignee.names === messages.author.names) codes[t] = assignee.codes[t];
  }
  const { names } = messages.author;
  return { name: 'agent', codes, offsets: null, size: names.size, nameOf: (code) => names.name(code) };
}
