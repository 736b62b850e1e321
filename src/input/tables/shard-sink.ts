import { type DataKind, fieldsOf } from '../../model/fields.ts';
import type { TableMapping } from '../../model/mapping.ts';
import type { CellBatch, CellSink, RejectReason } from '../../model/source.ts';
import { isMissingMark, trimEnd, trimStart } from './cell-builder.ts';

/** Which rows of the files a process takes. */
export interface TakenShard {
  /** Counted from 0. */
  readonly index: number;
  readonly of: number;
  /** `ticket`: by the id of the ticket that a row is about; `person`: by who asked or is a customer, and these tables alone. */
  readonly by: 'ticket' | 'person';
  /** Told of a kind of table that has rows without a key. */
  readonly onUnkeyed?: (kind: DataKind) => void;
}

/** The column that says in which shard a row is; null where every row is kept, `none` where none is. */
export function shardColumn(mapping: TableMapping, { by }: TakenShard): number | null | 'none' {
  const { kind, fields } = mapping;
  if (kind === 'none' || kind === 'reference') return null;
  if (by === 'person') {
    const person = kind === 'tickets' ? fields.requester : kind === 'customers' ? fields.customer : null;
    return person?.column ?? 'none';
  }
  if (kind === 'tickets') return fields.id?.column ?? null;
  return 'ticket_id' in fieldsOf[kind] ? (fields.ticket_id?.column ?? null) : 'none';
}

/** The shard of rows without a key, which go together. */
const UNKEYED = -1;

/** Lets the rows of one shard through to the sink of their table: of the others nothing is ever decoded or held. */
export class ShardSink implements CellSink {
  readonly #to: CellSink;
  readonly #column: number | 'none';
  readonly #shard: TakenShard;
  readonly #kind: DataKind;
  /** The cells of the row at hand: column, start and end of each in the bytes copied. */
  #cells: number[] = [];
  #bytes = new Uint8Array(1 << 12);
  #used = 0;
  /** The shard of the row at hand. */
  #of = UNKEYED;
  #isKept = false;

  constructor(
    to: CellSink,
    given: { readonly column: number | 'none'; readonly shard: TakenShard; readonly kind: DataKind },
  ) {
    this.#to = to;
    this.#column = given.column;
    this.#shard = given.shard;
    this.#kind = given.kind;
  }

  cell(column: number, bytes: Uint8Array, start: number, end: number): void {
    if (this.#column === 'none') return;
    if (column === this.#column) this.#of = shardOf(bytes.subarray(start, end), this.#shard);
    const size = end - start;
    if (this.#used + size > this.#bytes.length) {
      const larger = new Uint8Array((this.#used + size) * 2);
      larger.set(this.#bytes.subarray(0, this.#used));
      this.#bytes = larger;
    }
    for (let i = 0; i < size; i++) this.#bytes[this.#used + i] = bytes[start + i];
    this.#cells.push(column, this.#used, this.#used + size);
    this.#used += size;
  }

  endRow(line: number): RejectReason | undefined {
    this.#isKept = this.#isMine(this.#of);
    if (this.#isKept)
      for (let i = 0; i < this.#cells.length; i += 3)
        this.#to.cell(this.#cells[i], this.#bytes, this.#cells[i + 1], this.#cells[i + 2]);
    this.#forget();
    return this.#isKept ? this.#to.endRow(line) : undefined;
  }

  /** Rows whose structure is broken belong to nobody: the first shard counts them. */
  rejectRow(line: number, reason: RejectReason, raw: string): void {
    const isOwn = this.#isKept || this.#shard.index === 0;
    this.#forget();
    this.#isKept = false;
    if (isOwn) this.#to.rejectRow(line, reason, raw);
  }

  takeRows(batch: CellBatch): boolean {
    if (!this.#to.takeRows) return false;
    if (this.#column === 'none') return true;
    const slot = batch.columns.indexOf(this.#column);
    if (slot < 0) return false;
    const mine = new Uint32Array(batch.rows);
    let rows = 0;
    for (let row = 0; row < batch.rows; row++) {
      const start = batch.starts[slot * batch.room + row];
      const end = batch.ends[slot * batch.room + row];
      const cell = start < 0 ? batch.unescaped.subarray(~start, ~end) : batch.bytes.subarray(start, end);
      if (this.#isMine(shardOf(cell, this.#shard))) mine[rows++] = row;
    }
    return rows === 0 || this.#to.takeRows(pickedRows(batch, mine.subarray(0, rows)));
  }

  #isMine(shard: number): boolean {
    if (this.#column === 'none') return false;
    if (shard === UNKEYED) this.#shard.onUnkeyed?.(this.#kind);
    return (shard === UNKEYED ? 0 : shard) === this.#shard.index;
  }

  #forget(): void {
    this.#cells.length = 0;
    this.#used = 0;
    this.#of = UNKEYED;
  }
}

/** Some rows of a batch, as a batch. */
function pickedRows(batch: CellBatch, mine: Uint32Array): CellBatch {
  const { columns, room } = batch;
  const starts = new Int32Array(columns.length * mine.length);
  const ends = new Int32Array(columns.length * mine.length);
  for (let slot = 0; slot < columns.length; slot++)
    for (let i = 0; i < mine.length; i++) {
      starts[slot * mine.length + i] = batch.starts[slot * room + mine[i]];
      ends[slot * mine.length + i] = batch.ends[slot * room + mine[i]];
    }
  return {
    columns,
    room: mine.length,
    rows: mine.length,
    bytes: batch.bytes,
    unescaped: batch.unescaped,
    starts,
    ends,
    lines: Uint32Array.from(mine, (row) => batch.lines[row]),
    raw: (row) => batch.raw(mine[row]),
  };
}

/**
 * The shard of a key, counted from 0. Keys that are the same ticket (`#0012`, `12`, `12.0`) or person (`CUST-12`, `cust_0012`;
 * `Ann <ANN@example.com>`, `ann@example.com`) are always in one: of a key with digits these alone count, without zeros
 * before them; of others and of addresses their letters too, capitals as small ones.
 */
export function shardOf(cell: Uint8Array, { of, by }: Pick<TakenShard, 'of' | 'by'>): number {
  const from = trimStart(cell, 0, cell.length);
  const to = trimEnd(cell, from, cell.length);
  if (isMissingMark(cell, from, to)) return UNKEYED;
  const isMail = by === 'person' && cell.includes(AT, from);
  const [start, end] = isMail ? addressIn(cell, from, to) : [from, to];
  const digits = isMail ? null : digitsHash(cell, start, numberEnd(cell, { start, end, by }));
  return mixed(digits ?? lettersHash(cell, start, end)) % of;
}

const AT = '@'.charCodeAt(0);
const OPENS = '<'.charCodeAt(0);
const CLOSES = '>'.charCodeAt(0);

/** Where the address of `Ann <ann@example.com>` stands. */
function addressIn(cell: Uint8Array, start: number, end: number): readonly [number, number] {
  const open = cell.lastIndexOf(OPENS, end - 1);
  const close = open < start ? -1 : cell.indexOf(CLOSES, open);
  return close < 0 || close >= end ? [start, end] : [open + 1, close];
}

/** Ids of Salesforce have 15 characters, and three more that check them. */
const CHECKED = 18;
const UNCHECKED = 15;

/** Where what tells one number from another ends. */
function numberEnd(
  cell: Uint8Array,
  { start, end, by }: { readonly start: number; readonly end: number; readonly by: TakenShard['by'] },
): number {
  if (by === 'person' && end - start === CHECKED && cell.subarray(start, end).every(isAlphanumeric))
    return start + UNCHECKED;
  return withoutFraction(cell, start, end);
}

const isAlphanumeric = (byte: number): boolean =>
  isDigit(byte) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** `12.0` is 12. */
function withoutFraction(cell: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && cell[at - 1] === 48) at--;
  return at < end && at > start && cell[at - 1] === 46 ? at - 1 : end;
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function digitsHash(cell: Uint8Array, start: number, end: number): number | null {
  let hash = FNV_START;
  let seen = false;
  let hasDigits = false;
  for (let i = start; i < end; i++) {
    if (!isDigit(cell[i])) continue;
    hasDigits = true;
    if (cell[i] === 48 && !seen) continue;
    seen = true;
    hash = Math.imul(hash ^ cell[i], FNV_PRIME);
  }
  return hasDigits ? hash : null;
}

function lettersHash(cell: Uint8Array, start: number, end: number): number {
  let hash = FNV_START;
  for (let i = start; i < end; i++) {
    const byte = cell[i] >= 65 && cell[i] <= 90 ? cell[i] + 32 : cell[i];
    // Letters beyond ASCII have capitals of other bytes: they do not count.
    if (isDigit(byte) || (byte >= 97 && byte <= 122)) hash = Math.imul(hash ^ byte, FNV_PRIME);
  }
  return hash;
}

/** The last step of MurmurHash3, so that neighbours lie apart. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
