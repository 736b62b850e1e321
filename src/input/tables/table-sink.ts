import type { CodeColumn, Column, NumberColumn } from '../../model/columns.ts';
import { GrowingCodes } from '../../model/columns.ts';
import { type DataKind, type FieldId, fieldsOf, isEventMeaning } from '../../model/fields.ts';
import type { FieldMapping, TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import type { ProblemCode } from '../../model/problem-texts.ts';
import { foldValue } from '../../model/raw-value.ts';
import type { CellBatch, CellSink, RejectReason } from '../../model/source.ts';
import { applyMarks } from './apply-marks.ts';
import { addCalledOff } from './called-off.ts';
import type { CellBuilder } from './cell-builder.ts';
import { createBuilder, instantNotes, lossyIds, unknownValues } from './cell-builders.ts';
import { factsOfCells } from './cell-facts.ts';
import { isUndated } from './dialogues.ts';
import { clearEmptyZeros, repliesDecide, tookDecides } from './empty-zeros.ts';
import { columnsOf, dateReading, joinDatesAndTimes, TimeOfDayBuilder } from './joined-stamps.ts';
import { MarkBuilder } from './mark-builder.ts';
import { markMidnights } from './midnights.ts';
import { NumberBuilder } from './number-builders.ts';
import { peopleKey, sourceOfKey } from './people-keys.ts';
import type { RawTable } from './raw-table.ts';
import { otherwiseThanSampled, RepeatCounter } from './sampled-rows.ts';
import { addSentSurveys } from './sent-surveys.ts';
import type { SharedDictionaries } from './shared-dictionaries.ts';
import { isTotals, mayBeRemark, totalsText } from './totals.ts';
import { unknownStatusProblems } from './unknown-statuses.ts';

/** A row that cannot be used, as it stands in its file. */
export interface Reject {
  readonly line: number;
  readonly reason: RejectReason;
  readonly raw: string;
}

export interface TableSinkOptions {
  readonly mapping: TableMapping;
  readonly source: number;
  readonly path: string;
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
  /** Tickets and conversations without a date are kept (recurring issues work on text alone). */
  readonly datesOptional?: boolean;
  /** Told of every row that cannot be used; here they are counted only. */
  readonly onReject?: (reject: Reject) => void;
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

/** Remarks behind the rows of a file; more lines are what it consists of. */
const MOST_REMARKS = 20;
/** Rows that lack these may be lines of totals or remarks. */
const lacksNeed: ReadonlySet<RejectReason> = new Set<RejectReason>([
  'created_at_missing',
  'created_at_unreadable',
  'needed_field_missing',
]);
const tellsOfTickets: ReadonlySet<FieldId> = new Set<FieldId>(['status', 'removed_as']);
const eventStory: ReadonlySet<FieldId> = new Set<FieldId>(['status', 'field', 'old_value', 'new_value']);
const surveyStory: ReadonlySet<FieldId> = new Set<FieldId>(['score', 'scale', 'customer']);

/** Without these a row says nothing; inner lists are alternatives. */
const rowNeeds: { readonly [K in DataKind]: readonly (readonly FieldId[])[] } = {
  tickets: [['created_at']],
  surveys: [],
  messages: [['sent_at']],
  events: [['ticket_id'], ['at']],
  customers: [['customer'], ['started_at']],
  activity: [['customer'], ['at']],
  reference: [['id']],
};

/** The builder whose cells decide whether a row is of use, and its place in a batch. */
interface Gate {
  readonly builder: NumberBuilder;
  readonly slot: number;
}

/** A sink that decodes the cells of one table into typed columns. */
export class TableSink implements CellSink {
  readonly #options: TableSinkOptions;
  readonly #kind: DataKind;
  #byColumn: (CellBuilder[] | undefined)[] = [];
  /** The builder of a column that feeds one field alone, as most do. */
  #only: (CellBuilder | undefined)[] = [];
  /** For each column, the row (from 1) of its last cell: a column that comes twice in a row counts once. */
  #seen = new Uint32Array(0);
  /** Columns that have come in this row. */
  #came = 0;
  #expected = 0;
  #builders: CellBuilder[] = [];
  #fields = new Map<FieldId, CellBuilder>();
  /** Times of day that stand in columns of their own, by the field of their date. */
  #times = new Map<FieldId, TimeOfDayBuilder>();
  #extra = new Map<string, CellBuilder>();
  /** Columns that say what some rows are, and when tickets were called off. */
  #marks: MarkBuilder[] = [];
  #calledOff: CellBuilder | null = null;
  #takenAt: CellBuilder | null = null;
  #own = new Map<FieldId, CellBuilder>();
  #unitless = new Map<FieldId, CellBuilder>();
  /** The column within whose values ids are unique. */
  #scope: CellBuilder | null = null;
  #moreScores: CellBuilder[] = [];
  /** Columns that would say whose row each is if their values came back. */
  #counters: RepeatCounter[] = [];
  #line = new GrowingCodes();
  #needed: { readonly builders: readonly CellBuilder[] }[] = [];
  #rejects = new Map<RejectReason, { count: number; readonly lines: number[] }>();
  #rejected = 0;
  /** Lines of totals among the rows, and lines that may be remarks behind them. */
  #totals: string[] = [];
  #remarks: { readonly line: number; readonly reason: RejectReason; readonly raw: string }[] = [];
  #dropped = 0;
  /** Columns whose values take a row out of the desk's data (survey previews). */
  #drop: NonNullable<TableMapping['drop']>[number][] = [];
  #dropRow = false;
  #unreadableSeen = 0;
  /** What was found out about batches of these columns. */
  #gate: { readonly columns: readonly number[]; readonly found: Gate | null | undefined } | null = null;

  constructor(options: TableSinkOptions) {
    this.#options = options;
    if (options.mapping.kind === 'none') throw new Error('a table of kind none has no columns to read');
    this.#kind = options.mapping.kind;
    this.restart();
  }

  /** Forgets everything: the source is read again from its beginning. */
  restart(): void {
    const { mapping, dictionaries, wanted } = this.#options;
    this.#byColumn = [];
    this.#builders = [];
    this.#fields = new Map();
    this.#times = new Map();
    this.#extra = new Map();
    this.#own = new Map();
    this.#unitless = new Map();
    this.#moreScores = [];
    this.#line = new GrowingCodes();
    this.#rejects = new Map();
    this.#rejected = 0;
    this.#totals = [];
    this.#remarks = [];
    this.#dropped = 0;
    this.#drop = [...(mapping.drop ?? [])];
    this.#readFields();
    const asksMarks = this.#kind !== 'messages' || wanted === 'all' || wanted.has('author_role');
    this.#marks = (asksMarks ? (mapping.marks ?? []) : []).map((mark) => {
      const builder = new MarkBuilder(mark);
      this.#register(mark.column, builder);
      return builder;
    });
    this.#calledOff = this.#readStamps(mapping.calledOff);
    this.#takenAt = this.#readStamps(mapping.takenAt);
    for (const { reading, column } of mapping.moreScores ?? []) {
      const builder = createBuilder({ reading, names: dictionaries.named('score'), idPrefix: '' });
      this.#moreScores.push(builder);
      this.#register(column, builder);
    }
    this.#counters = (mapping.sampledRows?.watched ?? []).map((column) => {
      const counter = new RepeatCounter(column);
      this.#register(column, counter);
      return counter;
    });
    this.#readOwn();
    this.#readUnitless();
    this.#readScope();
    this.#readDimensions();
    const isTextAlone = this.#options.datesOptional && (this.#kind === 'tickets' || isUndated(mapping));
    const needs = isTextAlone ? [] : rowNeeds[this.#kind];
    this.#needed = needs.map((alternatives) => ({
      builders: alternatives.flatMap((field) => this.#fields.get(field) ?? []),
    }));
    this.#unreadableSeen = 0;
    this.#gate = null;
    this.#dropRow = false;
    this.#only = this.#byColumn.map((builders) => (builders?.length === 1 ? builders[0] : undefined));
    this.#seen = new Uint32Array(this.#byColumn.length);
    this.#came = 0;
    this.#expected = this.#byColumn.filter((builders) => builders !== undefined).length;
  }

  #readFields(): void {
    const { mapping, dictionaries, idPrefix } = this.#options;
    for (const [field, fieldMapping] of Object.entries(mapping.fields) as [FieldId, FieldMapping][]) {
      const type = (fieldsOf[this.#kind] as Record<string, string>)[field];
      if (!this.#isRead(field, type)) continue;
      const { reading, time } = fieldMapping;
      const builder = createBuilder({
        reading: time ? dateReading(reading) : reading,
        names: dictionaries.of(field, type, this.#kind),
        idPrefix: idPrefixOf(field, this.#kind, idPrefix),
      });
      this.#fields.set(field, builder);
      this.#register(fieldMapping.column, builder);
      if (time) {
        const times = new TimeOfDayBuilder();
        this.#times.set(field, times);
        this.#register(time.column, times);
      }
    }
  }

  /** Whether a field is decoded: it was asked for, or what the rows are hangs on it. */
  #isRead(field: FieldId, type: string): boolean {
    const { mapping, wanted } = this.#options;
    if (wanted === 'all' || wanted.has(field)) return true;
    if (isAlwaysRead(field, { type, kind: this.#kind })) return true;
    if (field === 'replies') return repliesDecide(mapping);
    return field === 'reported_resolution_time_seconds' && tookDecides(mapping);
  }

  /** The column within whose values ids are unique, where there is one. */
  #readScope(): void {
    const { mapping, dictionaries } = this.#options;
    this.#scope = null;
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
      if (!found || this.#extra.has(name)) continue;
      const builder = createBuilder({
        reading: { type: 'category', values: null },
        names: dictionaries.named(`column:${name}`),
        idPrefix: '',
      });
      this.#extra.set(name, builder);
      this.#register(found.column, builder);
    }
  }

  /** The field that holds ids of tickets. */
  #idField(): 'id' | 'ticket_id' {
    return this.#kind === 'tickets' ? 'id' : 'ticket_id';
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
      this.#own.set(field, builder);
      this.#register(own.column, builder);
    }
  }

  /** Times whose unit all rows decide are read whatever was asked: the answer is not to depend on the question. */
  #readUnitless(): void {
    const { mapping, dictionaries } = this.#options;
    for (const [field, { reading, column }] of Object.entries(mapping.unitless ?? {}) as [
      FieldId,
      FieldMapping,
    ][]) {
      const builder = createBuilder({ reading, names: dictionaries.named('unitless'), idPrefix: '' });
      this.#unitless.set(field, builder);
      this.#register(column, builder);
    }
  }

  get mapping(): TableMapping {
    return this.#options.mapping;
  }

  /** The columns that the reader has to hand over, ascending. */
  get wantedColumns(): number[] {
    const columns = new Set<number>(this.#drop.map(({ column }) => column));
    this.#byColumn.forEach((builders, column) => {
      if (builders) columns.add(column);
    });
    return [...columns].sort((a, b) => a - b);
  }

  #register(column: number, builder: CellBuilder): void {
    this.#builders.push(builder);
    const there = this.#byColumn[column];
    if (there) there.push(builder);
    else this.#byColumn[column] = [builder];
  }

  cell(column: number, bytes: Uint8Array, start: number, end: number): void {
    const row = this.#line.length + 1;
    if (this.#seen[column] !== row) {
      const only = this.#only[column];
      if (only !== undefined) {
        this.#seen[column] = row;
        this.#came++;
        only.add(bytes, start, end);
      } else this.#addToAll(column, bytes, start, end);
    }
    if (this.#drop.length > 0) this.#lookForDrop(column, bytes, start, end);
  }

  #addToAll(column: number, bytes: Uint8Array, start: number, end: number): void {
    const builders = this.#byColumn[column];
    if (!builders) return;
    this.#seen[column] = this.#line.length + 1;
    this.#came++;
    for (const builder of builders) builder.add(bytes, start, end);
  }

  #lookForDrop(column: number, bytes: Uint8Array, start: number, end: number): void {
    for (const { column: dropColumn, values } of this.#drop) {
      if (dropColumn !== column) continue;
      if (values.has(foldValue(new TextDecoder().decode(bytes.subarray(start, end))))) this.#dropRow = true;
    }
  }

  endRow(line: number): RejectReason | undefined {
    const row = this.#line.length;
    if (this.#came < this.#expected)
      for (const builder of this.#builders) if (builder.length === row) builder.skip();
    this.#came = 0;
    if (this.#dropRow) {
      this.#dropRow = false;
      this.#dropped++;
      this.#forgetRow();
      return undefined;
    }
    const reason = this.#missingNeed(row);
    if (reason === null) this.#line.push(line);
    return reason ?? undefined;
  }

  takeRows(batch: CellBatch): boolean {
    const gate = this.#gateOf(batch);
    if (gate === undefined) return false;
    const { columns, room, rows } = batch;
    for (let from = 0; from < rows; ) {
      let to = rows;
      if (gate) to = gate.builder.addUntilMissing({ batch, first: gate.slot * room, from, to });
      for (let slot = 0; slot < columns.length; slot++) {
        if (slot === gate?.slot) continue;
        const builders = this.#byColumn[columns[slot]] ?? [];
        for (const builder of builders) builder.addRun({ batch, first: slot * room, from, to });
      }
      this.#pushLines(batch, from, to - 1);
      // The last row of the run is the only one that may lack what it needs.
      const reason = this.endRow(batch.lines[to - 1]);
      if (reason) this.rejectRow(batch.lines[to - 1], reason, batch.raw(to - 1));
      from = to;
    }
    return true;
  }

  #pushLines({ lines }: CellBatch, from: number, to: number): void {
    const room = this.#line.room(to - from);
    let at = this.#line.length;
    for (let row = from; row < to; row++) room[at++] = lines[row];
    this.#line.length = at;
  }

  /** Null when all rows are of use; undefined when rows have to come one by one. */
  #gateOf({ columns }: CellBatch): Gate | null | undefined {
    if (this.#gate?.columns !== columns) this.#gate = { columns, found: this.#findGate(columns) };
    return this.#gate.found;
  }

  #findGate(columns: readonly number[]): Gate | null | undefined {
    if (this.#drop.length > 0 || columns.length < this.#expected) return undefined;
    const needed = this.#needed.filter(({ builders }) => builders.length > 0);
    if (needed.length === 0) return null;
    const [builder, ...others] = needed.flatMap(({ builders }) => builders);
    if (others.length > 0 || !(builder instanceof NumberBuilder)) return undefined;
    const slot = columns.findIndex((column) => this.#only[column] === builder);
    return slot < 0 ? undefined : { builder, slot };
  }

  rejectRow(line: number, reason: RejectReason, raw: string): void {
    this.#dropRow = false;
    this.#forgetRow();
    if (lacksNeed.has(reason) && isTotals(raw)) {
      this.#totals.push(totalsText(raw));
      return;
    }
    if (lacksNeed.has(reason) && this.#remarks.length < MOST_REMARKS && mayBeRemark(raw)) {
      this.#remarks.push({ line, reason, raw });
      return;
    }
    this.#reject(line, reason, raw);
  }

  #reject(line: number, reason: RejectReason, raw: string): void {
    this.#rejected++;
    let tally = this.#rejects.get(reason);
    if (!tally) {
      tally = { count: 0, lines: [] };
      this.#rejects.set(reason, tally);
    }
    tally.count++;
    if (tally.lines.length < 5) tally.lines.push(line);
    this.#options.onReject?.({ line, reason, raw });
  }

  /** Lines that hardly fill a row are remarks where no row comes behind them, else rows that cannot be used. */
  #settleRemarks(): string[] {
    const last = this.#line.length > 0 ? this.#line.get(this.#line.length - 1) : 0;
    const texts: string[] = [];
    for (const { line, reason, raw } of this.#remarks.splice(0)) {
      if (line > last) texts.push(totalsText(raw));
      else this.#reject(line, reason, raw);
    }
    return texts;
  }

  /** Takes back what the row has left in the builders; its number goes to the next one. */
  #forgetRow(): void {
    const rows = this.#line.length;
    for (const builder of this.#builders) if (builder.length > rows) builder.drop();
    this.#seen.fill(0);
    this.#came = 0;
  }

  /** Why the row that was just ended cannot be used, or null. */
  #missingNeed(row: number): RejectReason | null {
    for (let i = 0; i < this.#needed.length; i++) {
      const { builders } = this.#needed[i];
      if (builders.length > 0 && builders[0].hasValue(row)) continue;
      if (builders.length === 0 || builders.some((builder) => builder.hasValue(row))) continue;
      if (this.#kind !== 'tickets') return 'needed_field_missing';
      return this.#wasUnreadable(builders[0]) ? 'created_at_unreadable' : 'created_at_missing';
    }
    return null;
  }

  #wasUnreadable(builder: CellBuilder): boolean {
    const more = builder.unreadable.count > this.#unreadableSeen;
    this.#unreadableSeen = builder.unreadable.count;
    return more;
  }

  /** The table, once its source has been read to the end. */
  done(): RawTable {
    const remarks = this.#settleRemarks();
    const { mapping, source, path } = this.#options;
    const columns: Partial<Record<FieldId, Column>> = {};
    for (const [field, builder] of this.#fields) {
      const times = this.#times.get(field);
      const reading = mapping.fields[field]?.reading;
      columns[field] =
        times && reading?.type === 'instant'
          ? joinDatesAndTimes(builder.done() as NumberColumn, times.done() as NumberColumn, reading.zone)
          : builder.done();
    }
    const unitless: Partial<Record<FieldId, Column>> = {};
    for (const [field, builder] of this.#unitless) unitless[field] = builder.done();
    const facts = factsOfCells({
      mapping,
      builders: this.#fields,
      scores: this.#moreScores,
      columns,
      unitless,
    });
    markMidnights(columns, mapping);
    addSentSurveys(columns, this.#fields);
    const extra = new Map<string, CodeColumn>();
    for (const [name, builder] of this.#extra) extra.set(name, builder.done() as CodeColumn);
    if (this.#calledOff) addCalledOff(columns, this.#calledOff.done(), this.#line.length);
    const where = { file: path, ...(mapping.stream === null ? {} : { table: mapping.stream }) };
    const { dictionaries } = this.#options;
    const isCalls = mapping.marks?.some(({ ofCalls }) => ofCalls) === true;
    const cleared = this.#kind === 'tickets' ? clearEmptyZeros(columns, { where, isCalls }) : [];
    const marked = applyMarks({ rows: this.#line.length, columns, dictionaries, where }, this.#marks);
    if (this.#scope) {
      const field = this.#idField();
      columns[field] = joinIds(columns[field] as CodeColumn, this.#scope.done() as CodeColumn);
    }
    const own: Partial<Record<FieldId, Column>> = {};
    for (const [field, builder] of this.#own) own[field] = builder.done();
    const rows = this.#line.length;
    return {
      mapping,
      kind: this.#kind,
      source,
      path,
      rows,
      columns,
      extra,
      ...(this.#own.size > 0 ? { own } : {}),
      ...(this.#takenAt ? { takenAt: (this.#takenAt.done() as NumberColumn).values } : {}),
      ...(this.#moreScores.length > 0 ? { moreScores: this.#moreScores.map((each) => each.done()) } : {}),
      facts,
      ownersInDoubt: otherwiseThanSampled({
        ...{ kind: this.#kind, sampled: mapping.sampledRows, rows, columns, counters: this.#counters },
      }),
      line: this.#line.done(),
      rejected: this.#rejected,
      rejects: [...this.#rejects]
        .map(([reason, tally]) => ({ reason, ...tally }))
        .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
      problems: [...this.#problems(remarks), ...cleared, ...marked],
    };
  }

  #problems(remarks: readonly string[]): Problem[] {
    const { mapping, path } = this.#options;
    const where = { file: path, ...(mapping.stream === null ? {} : { table: mapping.stream }) };
    const problems: Problem[] = [];
    const needed = new Set<string>(rowNeeds[this.#kind].flat());
    for (const [field, builder] of this.#fields) {
      const source = mapping.fields[field]?.source ?? field;
      const add = (code: ProblemCode, severity: Problem['severity'], count: number): void => {
        const args = code === 'cell_unreadable' ? { field, column: source } : { column: source };
        if (count > 0) problems.push({ code, severity, args, where, count });
      };
      if (!needed.has(field)) add('cell_unreadable', 'warning', builder.unreadable.count);
      add('ids_lost_digits', 'warning', lossyIds(builder));
      const notes = instantNotes(builder);
      if (!notes) continue;
      add('local_time_repeated', 'note', notes.repeated);
      add('local_time_skipped', 'note', notes.skipped);
      add('date_order_contradicted', 'warning', notes.contradictions);
    }
    const unknown = unknownStatuses(this.#fields.get('status'), mapping);
    if (unknown) problems.push({ ...unknown, where });
    if (remarks.length > 0) {
      const text = remarks.slice(0, 3).join(' | ');
      const count = remarks.length;
      problems.push({ code: 'trailer_passed_over', severity: 'note', args: { text }, where, count });
    }
    if (this.#totals.length > 0) {
      const text = this.#totals.slice(0, 3).join(' | ');
      const count = this.#totals.length;
      problems.push({ code: 'totals_passed_over', severity: 'note', args: { text }, where, count });
    }
    if (this.#dropped > 0) {
      problems.push({
        code: 'rows_not_data',
        severity: 'note',
        args: { kind: this.#kind },
        where,
        count: this.#dropped,
      });
    }
    return problems;
  }
}

/** Statuses without a known meaning, counted over all rows. */
function unknownStatuses(builder: CellBuilder | undefined, mapping: TableMapping): Problem | null {
  const { kind, eventShape, fields } = mapping;
  if (builder === undefined || (kind !== 'tickets' && eventShape !== 'status')) return null;
  const unknown = [...unknownValues(builder)].filter(
    ([text]) => kind !== 'events' || !isEventMeaning(foldValue(text)),
  );
  return unknownStatusProblems(new Map(unknown), fields.status?.source ?? 'status')[0] ?? null;
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
