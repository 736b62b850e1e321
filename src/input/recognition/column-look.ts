import type { InstantFormat } from '../../model/mapping.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';
import { namesItsUnits } from '../../time/duration.ts';
import { parseNumber } from '../../time/duration-shapes.ts';
import { instantReader } from '../../time/instant.ts';
import { utc } from '../../time/zone.ts';
import { areCompactStamps, countFormat, shareOf } from './counted-stamps.ts';
import { falsehoods, truths } from './flag-words.ts';
import { type HeaderFacts, readHeader } from './header.ts';
import { LONGEST_STAMP, someStamps } from './stamp-cells.ts';
import { namesStamp } from './stamp-words.ts';
import {
  channelVocabulary,
  lookUp,
  priorityVocabulary,
  roleVocabulary,
  statusOf,
  statusVocabulary,
} from './vocabularies.ts';

/** One way in which a column's cells can be read as stamps. */
export interface InstantLook {
  readonly format: InstantFormat;
  /** Share of the filled cells that read so. */
  readonly share: number;
  /** Epoch milliseconds a row, zoneless stamps read as UTC; NaN where missing or unreadable. */
  readonly values: Float64Array;
  readonly read: number;
  /** True where every stamp carries its own zone or counts from an epoch. */
  readonly isZoned: boolean;
  /** Cells that are a date only with day and month the other way round. */
  readonly contradictions: number;
}

/** What the cells of a column look like; shares are of the filled cells. */
export interface ColumnLook {
  readonly index: number;
  /** As written. */
  readonly name: string;
  /** What is read as its name: in English where the table speaks a language of the glossary. */
  readonly readAs: string;
  readonly header: HeaderFacts;
  readonly cells: readonly string[];
  readonly filled: number;
  readonly distinct: number;
  /** Best first; day-first and month-first both stand here where the cells allow both. */
  readonly instants: readonly InstantLook[];
  /** Share of the cells that one format or another reads as a stamp. */
  readonly instantShare: number;
  readonly numberShare: number;
  readonly integerShare: number;
  readonly min: number;
  readonly max: number;
  readonly durationShare: number;
  readonly emailShare: number;
  readonly flagShare: number;
  readonly statusShare: number;
  readonly exactStatusShare: number;
  readonly priorityShare: number;
  readonly channelShare: number;
  readonly roleShare: number;
  /** Mean length of the filled cells. */
  readonly length: number;
}

const NINE = 0x39;
/** A number, with marks between its thousands too: `1234.5`, `1,234.5`, `1.234,5`, `1 234`. */
const plainNumber =
  /^[+-]?(?:\d+(?:[.,]\d+)?(?:e[+-]?\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d+)?)$/i;
/** Words, as most cells are, need no pattern: no number begins behind the digits of ASCII. */
const isPlainNumber = (cell: string): boolean => cell.charCodeAt(0) <= NINE && plainNumber.test(cell);
const integer = /^\d+(?:\.0+)?$/;
const email = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$|<[^\s@<>]+@[^\s@<>]+>/;
const stampLike = /\p{Nd}/u;
const encoder = new TextEncoder();
const bytes = new Uint8Array(512);

/** Reads cells as stamps of one format; zoneless ones as UTC. */
export function readInstants(cells: readonly string[], format: InstantFormat): InstantLook {
  const reader = instantReader({ format, zone: utc });
  const values = new Float64Array(cells.length).fill(Number.NaN);
  let present = 0;
  let read = 0;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (cell.length > LONGEST_STAMP || isMissing(cell)) {
      if (cell.length > LONGEST_STAMP) present++;
      continue;
    }
    const { written } = encoder.encodeInto(cell, bytes);
    const value = reader.read(bytes, 0, written);
    values[row] = value;
    if (!Number.isNaN(value)) read++;
    if (!Number.isNaN(value) || !reader.isMissing(bytes, 0, written)) present++;
  }
  return {
    format,
    share: present === 0 ? 0 : read / present,
    values,
    read,
    isZoned: read > 0 && reader.local === 0,
    contradictions: reader.contradictions,
  };
}

/** Those of the cells that one format does not read as stamps. */
function unreadBy(format: InstantFormat, cells: ReadonlySet<string>): ReadonlySet<string> {
  const reader = instantReader({ format, zone: utc });
  const unread = new Set<string>();
  for (const cell of cells) {
    const { written } = encoder.encodeInto(cell, bytes);
    if (isMissing(cell) || Number.isNaN(reader.read(bytes, 0, written))) unread.add(cell);
  }
  return unread;
}

interface InstantCells extends Pick<ColumnLook, 'cells' | 'numberShare'> {
  readonly filled: readonly string[];
  /** The header's words. */
  readonly header: string;
}

/** Fewer say too little about one that is none. */
const LEAST_NUMBERS = 5;

/** Numbers but for a few; of a short list but for one: a second header, a label of sums. */
const areNumbers = ({ length }: readonly string[], numberShare: number): boolean =>
  numberShare > 0.95 || (length > LEAST_NUMBERS && Math.round(length * (1 - numberShare)) <= 1);

/** The formats in which cells may be written; of numbers the one that they count in. */
function formatsOf({ filled, numberShare, header }: InstantCells): readonly InstantFormat[] {
  if (areNumbers(filled, numberShare)) {
    const counted = countFormat(filled.filter(isPlainNumber), header);
    return counted ? [counted] : areCompactStamps(filled, header) ? ['iso8601'] : [];
  }
  const few = filled.slice(0, 12);
  if (!few.some((cell) => cell.length >= 6 && cell.length <= LONGEST_STAMP && stampLike.test(cell)))
    return [];
  return ['iso8601', 'day_first', 'month_first', 'month_name'];
}

/** Whether a spreadsheet kept some of the cells as dates and others as text, so that its serials stand among these. */
function holdsSerials({ filled, numberShare, header }: InstantCells): boolean {
  if (numberShare === 0 || areNumbers(filled, numberShare) || !namesStamp(header)) return false;
  return countFormat(filled.filter(isPlainNumber), header) === 'excel_serial';
}

/** A column of which no format reads so much holds no stamps, but texts that may be dates. */
const LEAST_READ = 0.3;

/** All formats that read any of the filled cells, best first; none where even the best reads few. */
function instantLooks(column: InstantCells): InstantLook[] {
  const { cells, filled } = column;
  let asked = someStamps(filled);
  if (asked.size === 0) return [];
  const looks: InstantLook[] = [];
  for (const format of formatsOf(column)) {
    const unread = unreadBy(format, asked);
    if (unread.size === asked.size) continue;
    // What begins with its year is no date of another order.
    if (format === 'iso8601') asked = unread;
    const look = readInstants(cells, format);
    if (look.read > 0) looks.push(look);
    // A number over 12 in the middle is a day.
    if (format === 'iso8601' && look.contradictions > 0) looks.push(readInstants(cells, 'year_day_month'));
  }
  if (!looks.some(({ share }) => share >= LEAST_READ)) return [];
  if (holdsSerials(column)) looks.push(readInstants(cells, 'excel_serial'));
  return looks.sort((a, b) => b.share - a.share);
}

/** Of the cells that are there, those that any of the formats reads. */
function shareRead(looks: readonly InstantLook[]): number {
  if (looks.length === 0) return 0;
  const present = Math.max(...looks.map((look) => Math.round(look.read / look.share)));
  if (looks.length === 1) return present === 0 ? 0 : looks[0].read / present;
  let read = 0;
  for (let row = 0; row < looks[0].values.length; row++) {
    if (looks.some((look) => !Number.isNaN(look.values[row]))) read++;
  }
  return present === 0 ? 0 : read / present;
}

/** Looks at one column of a sample; `header` where its name is to be read with its words apart. */
export function lookAt(
  sample: Pick<TableSample, 'columns' | 'values'>,
  index: number,
  header = sample.columns[index],
): ColumnLook {
  return new LazyLook(sample, index, header);
}

/** Distinct values of a column up to which its cells can be words of a vocabulary. */
const FEW = 60;
/** Cells by which the shape of a column is judged. */
const PART = 400;

/** A look that is taken when it is asked for: a column that a preset names is looked at for little else. */
class LazyLook implements ColumnLook {
  readonly index: number;
  readonly name: string;
  readonly readAs: string;
  readonly header: HeaderFacts;
  readonly cells: readonly string[];
  readonly #present: readonly string[];
  readonly #part: readonly string[];
  #counts: ReadonlyMap<string, number> | null = null;
  #hasMany = false;
  #different: number | null = null;
  #instants: readonly InstantLook[] | null = null;
  #range: { readonly min: number; readonly max: number } | null = null;
  readonly #shares = new Map<string, number>();

  constructor(sample: Pick<TableSample, 'columns' | 'values'>, index: number, header: string) {
    this.index = index;
    this.name = sample.columns[index];
    this.readAs = header === '' ? this.name : header;
    this.header = readHeader(header);
    this.cells = sample.values[index] ?? [];
    const present: string[] = [];
    for (let row = 0; row < this.cells.length; row++)
      if (!isMissing(this.cells[row])) present.push(this.cells[row].trim());
    const step = Math.ceil(present.length / PART);
    this.#present = present;
    this.#part = present.length <= PART ? present : present.filter((_, at) => at % step === 0);
  }

  get filled(): number {
    return this.#present.length;
  }

  get distinct(): number {
    this.#different ??= this.#words()?.size ?? new Set(this.#present).size;
    return this.#different;
  }

  get instants(): readonly InstantLook[] {
    this.#instants ??= instantLooks({
      cells: this.cells,
      filled: this.#present,
      numberShare: this.numberShare,
      header: this.header.words,
    });
    return this.#instants;
  }

  get instantShare(): number {
    return this.#once('instant', () => shareRead(this.instants));
  }

  get numberShare(): number {
    return this.#ofPart('number', isPlainNumber);
  }

  get integerShare(): number {
    return this.#ofPart('integer', (cell) => integer.test(cell));
  }

  get min(): number {
    return this.#numbers().min;
  }

  get max(): number {
    return this.#numbers().max;
  }

  get durationShare(): number {
    return this.#ofPart('duration', namesItsUnits);
  }

  get emailShare(): number {
    return this.#ofPart('email', (cell) => cell.includes('@') && email.test(cell));
  }

  get flagShare(): number {
    return this.#ofWords('flag', (cell) => truths.has(foldValue(cell)) || falsehoods.has(foldValue(cell)));
  }

  get statusShare(): number {
    return this.#ofWords('status', (cell) => !isPlainNumber(cell) && statusOf(cell) !== null);
  }

  get exactStatusShare(): number {
    return this.#ofWords(
      'exact status',
      (cell) => !isPlainNumber(cell) && lookUp(statusVocabulary, cell) !== null,
    );
  }

  get priorityShare(): number {
    return this.#ofWords('priority', (cell) => lookUp(priorityVocabulary, cell) !== null);
  }

  get channelShare(): number {
    return this.#ofWords('channel', (cell) => lookUp(channelVocabulary, cell) !== null);
  }

  get roleShare(): number {
    return this.#ofWords('role', (cell) => lookUp(roleVocabulary, cell) !== null);
  }

  get length(): number {
    const present = this.#present;
    return this.#once('length', () =>
      present.length === 0 ? 0 : present.reduce((sum, cell) => sum + cell.length, 0) / present.length,
    );
  }

  #once(what: string, find: () => number): number {
    let share = this.#shares.get(what);
    if (share === undefined) {
      share = find();
      this.#shares.set(what, share);
    }
    return share;
  }

  #ofPart(what: string, test: (cell: string) => boolean): number {
    return this.#once(what, () => shareOf(this.#part, test));
  }

  /** Share of the cells that a vocabulary knows; 0 where there are too many different ones for a vocabulary. */
  #ofWords(what: string, test: (cell: string) => boolean): number {
    return this.#once(what, () => {
      const counts = this.#words();
      if (counts === null || counts.size === 0) return 0;
      let hits = 0;
      for (const [cell, count] of counts) if (test(cell)) hits += count;
      return hits / this.filled;
    });
  }

  /** How often each value stands in the column; null where there are too many different ones for a vocabulary. */
  #words(): ReadonlyMap<string, number> | null {
    if (this.#counts !== null || this.#hasMany) return this.#counts;
    const counts = new Map<string, number>();
    const present = this.#present;
    for (let at = 0; at < present.length; at++) {
      counts.set(present[at], (counts.get(present[at]) ?? 0) + 1);
      if (counts.size <= FEW) continue;
      this.#hasMany = true;
      return null;
    }
    this.#counts = counts;
    return counts;
  }

  #numbers(): { readonly min: number; readonly max: number } {
    if (this.#range) return this.#range;
    let min = Number.POSITIVE_INFINITY;
    let max = Number.NEGATIVE_INFINITY;
    if (this.numberShare > 0.5) {
      for (const cell of this.#present) {
        if (!isPlainNumber(cell)) continue;
        const value = parseNumber(cell);
        if (value < min) min = value;
        if (value > max) max = value;
      }
    }
    this.#range = { min, max };
    return this.#range;
  }
}

/** True where the column reads as stamps. */
export function isInstant(look: ColumnLook): boolean {
  return look.instants.length > 0 && look.instantShare >= 0.8;
}

/** True where no filled value repeats. */
export function isUnique(look: ColumnLook): boolean {
  return look.filled > 0 && look.distinct === look.filled;
}

const scientific = /^\d(?:[.,]\d+)?e\+\d+$/i;

/** True for an id as a spreadsheet rounds it. */
export const isRounded = (cell: string): boolean => scientific.test(cell.trim());

/** True for ids that a spreadsheet rounded (`1.03006E+13`): that they come back says nothing of their rows. */
export function hasLostDigits(look: ColumnLook): boolean {
  let lost = 0;
  for (const cell of look.cells) if (isRounded(cell)) lost++;
  return lost > 0 && lost * 2 > look.filled;
}
