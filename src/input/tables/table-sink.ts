import type { NumberColumn } from '../../model/columns.ts';
import { GrowingCodes } from '../../model/columns.ts';
import { type DataKind, type FieldId, isEventMeaning } from '../../model/fields.ts';
import type { TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import type { ProblemCode } from '../../model/problem-texts.ts';
import { foldValue } from '../../model/raw-value.ts';
import type { CellBatch, CellSink, RejectReason } from '../../model/source.ts';
import { applyMarks } from './apply-marks.ts';
import { addCalledOff } from './called-off.ts';
import type { CellBuilder } from './cell-builder.ts';
import { instantNotes, lossyIds, unknownValues } from './cell-builders.ts';
import { factsOfCells } from './cell-facts.ts';
import { isUndated } from './dialogues.ts';
import { mixedOrders } from './mixed-orders.ts';
import { NumberBuilder } from './number-builders.ts';
import { PassedOver, type Reject } from './passed-over.ts';
import type { RawTable } from './raw-table.ts';
import { otherwiseThanSampled } from './sampled-rows.ts';
import { isScoreBuilder } from './score-builder.ts';
import { addSentSurveys } from './sent-surveys.ts';
import { type BuilderOptions, doneOf, TableBuilders } from './table-builders.ts';
import { unknownStatusProblems } from './unknown-statuses.ts';

export interface TableSinkOptions extends BuilderOptions {
  readonly source: number;
  readonly path: string;
  /** Tickets and conversations without a date are kept (recurring issues work on text alone). */
  readonly datesOptional?: boolean;
  /** Told of every row that cannot be used; here they are counted only. */
  readonly onReject?: (reject: Reject) => void;
}

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
  #builders: TableBuilders;
  /** The builder of a column that feeds one field alone, as most do. */
  #only: (CellBuilder | undefined)[] = [];
  /** For each column, the row (from 1) of its last cell: a column that comes twice in a row counts once. */
  #seen = new Uint32Array(0);
  /** Columns that have come in this row. */
  #came = 0;
  #expected = 0;
  #line = new GrowingCodes();
  #needed: { readonly builders: readonly CellBuilder[] }[] = [];
  #rejects = new Map<RejectReason, { count: number; readonly lines: number[] }>();
  #rejected = 0;
  #passedOver = new PassedOver();
  #dropped = 0;
  /** Columns whose values take a row out of the desk's data (survey previews). */
  #drop: NonNullable<TableMapping['drop']>[number][] = [];
  #dropRow = false;
  #unreadableSeen = 0;
  /** What was found out about batches of these columns. */
  #gate: { readonly columns: readonly number[]; readonly found: Gate | null | undefined } | null = null;

  constructor(options: TableSinkOptions) {
    this.#options = options;
    this.#builders = new TableBuilders(options);
    this.#kind = this.#builders.kind;
    this.#begin();
  }

  /** Forgets everything: the source is read again from its beginning. */
  restart(): void {
    this.#builders = new TableBuilders(this.#options);
    this.#begin();
  }

  #begin(): void {
    const { mapping } = this.#options;
    this.#line = new GrowingCodes();
    this.#rejects = new Map();
    this.#rejected = 0;
    this.#passedOver = new PassedOver();
    this.#dropped = 0;
    this.#drop = [...(mapping.drop ?? [])];
    const isTextAlone = this.#options.datesOptional && (this.#kind === 'tickets' || isUndated(mapping));
    const needs = isTextAlone ? [] : rowNeeds[this.#kind];
    this.#needed = needs.map((alternatives) => ({
      builders: alternatives.flatMap((field) => this.#builders.fields.get(field) ?? []),
    }));
    this.#unreadableSeen = 0;
    this.#gate = null;
    this.#dropRow = false;
    this.#only = this.#builders.byColumn.map((builders) =>
      builders?.length === 1 ? builders[0] : undefined,
    );
    this.#seen = new Uint32Array(this.#builders.byColumn.length);
    this.#came = 0;
    this.#expected = this.#builders.byColumn.filter((builders) => builders !== undefined).length;
  }

  get mapping(): TableMapping {
    return this.#options.mapping;
  }

  /** The columns that the reader has to hand over, ascending. */
  get wantedColumns(): number[] {
    const columns = new Set<number>(this.#drop.map(({ column }) => column));
    this.#builders.byColumn.forEach((builders, column) => {
      if (builders) columns.add(column);
    });
    return [...columns].sort((a, b) => a - b);
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
    const builders = this.#builders.byColumn[column];
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
      for (const builder of this.#builders.all) if (builder.length === row) builder.skip();
    this.#came = 0;
    if (this.#dropRow) {
      this.#dropRow = false;
      this.#dropped++;
      this.#forgetRow(true);
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
        const builders = this.#builders.byColumn[columns[slot]] ?? [];
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
    this.#line.room(to - from).set(lines.subarray(from, to), this.#line.length);
    this.#line.length += to - from;
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
    const isNoRow = this.#passedOver.takes({ line, reason, raw });
    this.#forgetRow(isNoRow);
    if (!isNoRow) this.#reject({ line, reason, raw });
  }

  #reject(row: Reject): void {
    const { line, reason } = row;
    this.#rejected++;
    let tally = this.#rejects.get(reason);
    if (!tally) {
      tally = { count: 0, lines: [] };
      this.#rejects.set(reason, tally);
    }
    tally.count++;
    if (tally.lines.length < 5) tally.lines.push(line);
    this.#options.onReject?.(row);
  }

  /**
   * Takes back what the row has left in the builders; its number goes to the next one. What is none, and told as what it
   * is, is not told by its cells too.
   */
  #forgetRow(isNoRow: boolean): void {
    const rows = this.#line.length;
    for (const builder of this.#builders.all) if (builder.length > rows) builder.drop(isNoRow);
    const first = this.#needed[0]?.builders[0];
    if (first) this.#unreadableSeen = Math.min(this.#unreadableSeen, first.unreadable.count);
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
    const last = this.#line.length > 0 ? this.#line.get(this.#line.length - 1) : 0;
    for (const row of this.#passedOver.rowsBefore(last)) this.#reject(row);
    const { mapping, source, path } = this.#options;
    const builders = this.#builders;
    const columns = builders.columns();
    const unitless = doneOf(builders.unitless);
    const facts = factsOfCells({
      mapping,
      builders: builders.fields,
      scores: builders.moreScores,
      columns,
      unitless,
      ages: doneOf(builders.ages),
    });
    addSentSurveys(columns, builders.fields);
    if (builders.calledOff) addCalledOff(columns, builders.calledOff.done(), this.#line.length);
    const where = { file: path, ...(mapping.stream === null ? {} : { table: mapping.stream }) };
    const { dictionaries } = this.#options;
    const marked = applyMarks({ rows: this.#line.length, columns, dictionaries, where }, builders.marks);
    builders.joinScope(columns);
    const rows = this.#line.length;
    return {
      mapping,
      kind: this.#kind,
      source,
      path,
      rows,
      columns,
      extra: builders.dimensions(),
      ...(builders.own.size > 0 ? { own: doneOf(builders.own) } : {}),
      ...(builders.takenAt ? { takenAt: (builders.takenAt.done() as NumberColumn).values } : {}),
      ...(builders.moreScores.length > 0
        ? { moreScores: builders.moreScores.map((each) => each.done()) }
        : {}),
      facts,
      ownersInDoubt: otherwiseThanSampled({
        ...{ kind: this.#kind, sampled: mapping.sampledRows, rows, columns, counters: builders.counters },
      }),
      line: this.#line.done(),
      rejected: this.#rejected,
      rejects: [...this.#rejects]
        .map(([reason, tally]) => ({ reason, ...tally }))
        .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
      problems: [...this.#problems(), ...marked],
    };
  }

  #problems(): Problem[] {
    const { mapping, path } = this.#options;
    const where = { file: path, ...(mapping.stream === null ? {} : { table: mapping.stream }) };
    const problems: Problem[] = [];
    const needed = new Set<string>(rowNeeds[this.#kind].flat());
    for (const [field, builder] of this.#builders.fields) {
      const source = mapping.fields[field]?.source ?? field;
      const word = isScoreBuilder(builder) ? builder.oddWord() : null;
      const meant = word === null ? {} : { try: `--value ${field}:'${word}'=…` };
      const add = (code: ProblemCode, severity: Problem['severity'], count: number): void => {
        const args = code === 'cell_unreadable' ? { field, column: source, ...meant } : { column: source };
        if (count > 0) problems.push({ code, severity, args, where, count });
      };
      const { count, ofLeftOut = 0 } = builder.unreadable;
      if (!needed.has(field)) add('cell_unreadable', 'warning', count - ofLeftOut);
      add('ids_lost_digits', 'warning', lossyIds(builder));
      const notes = instantNotes(builder);
      if (!notes) continue;
      add('local_time_repeated', 'note', notes.repeated);
      add('local_time_skipped', 'note', notes.skipped);
      add('date_order_contradicted', 'warning', notes.contradictions);
      const mixed = mixedOrders(mapping.fields[field], notes.either);
      if (mixed) problems.push({ ...mixed, where });
    }
    const unknown = unknownStatuses(this.#builders.fields.get('status'), mapping);
    if (unknown) problems.push({ ...unknown, where });
    problems.push(...this.#passedOver.problems(where));
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
