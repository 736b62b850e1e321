import type { CodeColumn, Column, NumberColumn } from '../../model/columns.ts';
import { type DataKind, type FieldId, fieldsOf } from '../../model/fields.ts';
import type { FieldMapping, TableMapping } from '../../model/mapping.ts';
import type { CellBuilder } from './cell-builder.ts';
import { createBuilder } from './cell-builders.ts';
import { repliesDecide, tookDecides } from './empty-zeros.ts';
import { columnsOf, dateReading, joinDatesAndTimes, TimeOfDayBuilder } from './joined-stamps.ts';
import { MarkBuilder } from './mark-builder.ts';
import { sharePoints } from './number-builders.ts';
import { isTicketKey, peopleKey, sourceOfKey } from './people-keys.ts';
import { isToldByCreation } from './same-ticket.ts';
import { RepeatCounter } from './sampled-rows.ts';
import type { SharedDictionaries } from './shared-dictionaries.ts';
import { tellsUntimed } from './untimed-answers.ts';

/** What decides which columns of a table are decoded, and into what. */
export interface BuilderOptions {
  readonly mapping: TableMapping;
  readonly dictionaries: SharedDictionaries;
  readonly idPrefix: string;
  /** Fields to be decoded; those that bind and date rows are always. */
  readonly wanted: ReadonlySet<FieldId> | 'all';
  /** Columns to be kept as dimensions, by their names as written. */
  readonly wantedColumns: readonly string[];
  /** Columns kept for the people whom they name. */
  readonly peopleColumns?: readonly string[];
  /** Columns by which other files name tickets or people otherwise than by the fields, by the key they are kept under. */
  readonly otherKeys?: readonly string[];
}

/** Fields that are decoded whatever was asked, so that as-of, rejections and problems never depend on the question. */
function isAlwaysRead(
  field: FieldId,
  { type, kind }: { readonly type: string; readonly kind: DataKind },
): boolean {
  // What a ticket went through hangs on each change and what it left; lists of users and groups are short.
  if (kind === 'reference' || (kind === 'events' && eventStory.has(field))) return true;
  // Answers are joined, and what is lost on the way is said, whatever the question.
  if (kind === 'surveys' && surveyStory.has(field)) return true;
  return type === 'instant' || type === 'id' || tellsOfTickets.has(field);
}

const tellsOfTickets: ReadonlySet<FieldId> = new Set<FieldId>(['status', 'removed_as']);
const tellsOfMessages: ReadonlySet<FieldId> = new Set<FieldId>(['author_role', 'public', 'text']);
const eventStory: ReadonlySet<FieldId> = new Set<FieldId>(['status', 'field', 'old_value', 'new_value']);
const surveyStory: ReadonlySet<FieldId> = new Set<FieldId>(['score', 'scale', 'asks', 'customer']);

/** The builders that take the cells of one table, by what they are for. */
export class TableBuilders {
  readonly kind: DataKind;
  readonly byColumn: (CellBuilder[] | undefined)[] = [];
  readonly all: CellBuilder[] = [];
  readonly fields = new Map<FieldId, CellBuilder>();
  /** Times of day that stand in columns of their own, by the field of their date. */
  readonly times = new Map<FieldId, TimeOfDayBuilder>();
  readonly extra = new Map<string, CellBuilder>();
  /** Columns that say what some rows are, when tickets were called off, and when rows were taken. */
  readonly marks: readonly MarkBuilder[];
  readonly calledOff: CellBuilder | null;
  readonly takenAt: CellBuilder | null;
  /** Of a log: what each row says of its ticket. */
  readonly own = new Map<FieldId, CellBuilder>();
  readonly unitless = new Map<FieldId, CellBuilder>();
  readonly ages = new Map<FieldId, CellBuilder>();
  readonly moreScores: CellBuilder[] = [];
  /** Columns that would say whose row each is if their values came back. */
  readonly counters: readonly RepeatCounter[];
  /** The column within whose values ids are unique. */
  #scope: CellBuilder | null = null;
  readonly #options: BuilderOptions;

  constructor(options: BuilderOptions) {
    this.#options = options;
    if (options.mapping.kind === 'none') throw new Error('a table of kind none has no columns to read');
    this.kind = options.mapping.kind;
    this.#readFields();
    const { mapping, dictionaries, wanted } = options;
    const asksMarks = this.kind !== 'messages' || wanted === 'all' || wanted.has('author_role');
    this.marks = (asksMarks ? (mapping.marks ?? []) : []).map((mark) => {
      const builder = new MarkBuilder(mark);
      this.#register(mark.column, builder);
      return builder;
    });
    this.calledOff = this.#readStamps(mapping.calledOff);
    this.takenAt = this.#readStamps(mapping.takenAt);
    for (const { reading, column } of mapping.moreScores ?? []) {
      const builder = createBuilder({ reading, names: dictionaries.named('score'), idPrefix: '' });
      this.moreScores.push(builder);
      this.#register(column, builder);
    }
    this.counters = (mapping.sampledRows?.watched ?? []).map((column) => {
      const counter = new RepeatCounter(column);
      this.#register(column, counter);
      return counter;
    });
    this.#readOwn();
    this.#readInDoubt(options.mapping.unitless, this.unitless);
    this.#readInDoubt(options.mapping.ages, this.ages);
    this.#readScope();
    this.#readDimensions();
  }

  /** The columns of the table's fields, dates with their times of day. */
  columns(): Partial<Record<FieldId, Column>> {
    const columns = doneOf(this.fields);
    for (const [field, times] of this.times) {
      const { reading, time } = this.#options.mapping.fields[field] ?? {};
      if (reading?.type !== 'instant') continue;
      const dates = columns[field] as NumberColumn;
      columns[field] = joinDatesAndTimes(dates, times.done() as NumberColumn, {
        zoneId: reading.zone,
        isShared: time?.isShared === true,
      });
    }
    return columns;
  }

  /** The columns that are kept by name. */
  dimensions(): Map<string, CodeColumn> {
    return new Map([...this.extra].map(([name, builder]) => [name, builder.done() as CodeColumn]));
  }

  /** Puts the values within which ids are unique before the ids. */
  joinScope(columns: Partial<Record<FieldId, Column>>): void {
    if (!this.#scope) return;
    const field = this.#idField();
    columns[field] = joinIds(columns[field] as CodeColumn, this.#scope.done() as CodeColumn);
  }

  #readFields(): void {
    const { mapping, dictionaries, idPrefix } = this.#options;
    for (const [field, fieldMapping] of Object.entries(mapping.fields) as [FieldId, FieldMapping][]) {
      const type = (fieldsOf[this.kind] as Record<string, string>)[field];
      if (!this.#isRead(field, type)) continue;
      const { reading, time } = fieldMapping;
      const builder = createBuilder({
        reading: time ? dateReading(reading) : reading,
        names: dictionaries.of(field, type, this.kind),
        idPrefix: idPrefixOf(field, this.kind, idPrefix),
        keepsRounded: fieldMapping.within !== undefined,
      });
      this.fields.set(field, builder);
      this.#register(fieldMapping.column, builder);
      if (time) {
        const times = new TimeOfDayBuilder();
        this.times.set(field, times);
        this.#register(time.column, times);
      }
    }
  }

  /** Whether a field is decoded: it was asked for, or what the rows are hangs on it. */
  #isRead(field: FieldId, type: string): boolean {
    const { mapping, wanted } = this.#options;
    if (wanted === 'all' || wanted.has(field)) return true;
    if (isAlwaysRead(field, { type, kind: this.kind })) return true;
    // Whether a message opens a conversation again that had ended hangs on who wrote it and what it says.
    if (this.kind === 'messages' && mapping.fields.status && tellsOfMessages.has(field)) return true;
    if (tellsUntimed(field, mapping)) return true;
    if (field === 'requester' && isToldByCreation(mapping)) return true;
    if (field === 'replies') return repliesDecide(mapping);
    return field === 'reported_resolution_time_seconds' && tookDecides(mapping);
  }

  /** A column of stamps that feeds no field of its own. */
  #readStamps(stamps: FieldMapping | undefined): CellBuilder | null {
    if (!stamps) return null;
    const names = this.#options.dictionaries.named('stamps');
    const builder = createBuilder({ reading: stamps.reading, names, idPrefix: '' });
    this.#register(stamps.column, builder);
    return builder;
  }

  /** Of a log: what each row says of its ticket. */
  #readOwn(): void {
    const { mapping, dictionaries } = this.#options;
    const types = fieldsOf.tickets as Record<string, string>;
    for (const [field, own] of Object.entries(mapping.own ?? {}) as [FieldId, FieldMapping][]) {
      const names = dictionaries.of(field, types[field], 'tickets');
      const builder = createBuilder({ reading: own.reading, names, idPrefix: '' });
      this.own.set(field, builder);
      this.#register(own.column, builder);
    }
  }

  /** Times that all rows decide about are read whatever was asked: the answer is not to depend on the question. */
  #readInDoubt(fields: TableMapping['ages'], builders: Map<FieldId, CellBuilder>): void {
    const names = this.#options.dictionaries.named('unitless');
    for (const [field, { reading, column }] of Object.entries(fields ?? {}) as [FieldId, FieldMapping][]) {
      const builder = createBuilder({ reading, names, idPrefix: '' });
      builders.set(field, builder);
      this.#register(column, builder);
    }
  }

  /** The column within whose values ids are unique, where there is one. */
  #readScope(): void {
    const { mapping, dictionaries } = this.#options;
    const scope = mapping.fields[this.#idField()]?.within;
    if (!scope) return;
    const names = dictionaries.named('within');
    this.#scope = createBuilder({ reading: { type: 'id' }, names, idPrefix: '' });
    this.#register(scope.column, this.#scope);
  }

  /** Columns that are kept by name: dimensions, and people. */
  #readDimensions(): void {
    const { mapping, dictionaries, wantedColumns, peopleColumns = [], otherKeys = [] } = this.#options;
    const columns = [...Object.values(mapping.fields).flatMap(columnsOf), ...mapping.unmapped];
    for (const name of [...wantedColumns, ...peopleColumns.map(peopleKey), ...otherKeys]) {
      const source = sourceOfKey(name);
      const found = columns.find((column) => column?.source === source);
      if (!found || this.extra.has(name)) continue;
      const builder = createBuilder({
        // Ids of tickets are written as other files have them: `10003.0` is `10003` there.
        reading: isTicketKey(name) ? { type: 'id' } : { type: 'category', values: null },
        names: dictionaries.named(`column:${name}`),
        idPrefix: '',
      });
      this.extra.set(name, builder);
      this.#register(found.column, builder);
    }
  }

  /** The field that holds ids of tickets. */
  #idField(): 'id' | 'ticket_id' {
    return this.kind === 'tickets' ? 'id' : 'ticket_id';
  }

  #register(column: number, builder: CellBuilder): void {
    this.all.push(builder);
    const there = this.byColumn[column];
    if (there) there.push(builder);
    else this.byColumn[column] = [builder];
  }
}

/** The columns that builders have made. */
export function doneOf(builders: ReadonlyMap<FieldId, CellBuilder>): Partial<Record<FieldId, Column>> {
  const columns: Partial<Record<FieldId, Column>> = {};
  sharePoints(builders.values());
  for (const [field, builder] of builders) columns[field] = builder.done();
  return columns;
}

/** Ids that are unique only within the values of another column, with that value before them: `shop#12`. */
function joinIds({ codes, names }: CodeColumn, scope: CodeColumn): CodeColumn {
  const joined = new Uint32Array(codes.length);
  const known = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] === 0) continue;
    const pair = codes[row] * (scope.names.size + 1) + scope.codes[row];
    let code = known.get(pair);
    if (code === undefined) {
      const name = names.name(codes[row]);
      const at = name.lastIndexOf('\u0000') + 1;
      code = names.internText(`${name.slice(0, at)}${scope.names.name(scope.codes[row])}#${name.slice(at)}`);
      known.set(pair, code);
    }
    joined[row] = code;
  }
  return { type: 'code', codes: joined, names };
}

function idPrefixOf(field: FieldId, kind: DataKind, prefix: string): string {
  return field === 'ticket_id' || (field === 'id' && kind === 'tickets') ? prefix : '';
}
