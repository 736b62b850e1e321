import { NO_TICKET } from '../analysis/metrics/ratings.ts';
import type { Dimension } from '../analysis/segments/dimension.ts';
import { codesOf, type Desk } from '../model/desk.ts';
import type { Cells, TextCells } from './column-chunk.ts';
import { type Entries, NOBODYS } from './entries.ts';
import { GROUP, type TableBytes } from './partition.ts';
import type { ObservationField, Shard } from './schema.ts';
import { observationColumns } from './schema.ts';

/** What rows are written with beside their entries. */
export interface Labels {
  readonly desk: Desk;
  readonly dimensions: readonly Dimension[];
  /** The name of each source of the desk. */
  readonly sources: readonly string[];
  /** 1 where a ticket, or an answer without one, passes the filter; null when all do. */
  readonly mask: Uint8Array | null;
  readonly answersMask: Uint8Array | null;
  readonly shard: Shard;
}

/** Writes the rows of entries, a group at a time and a column at a time. */
export class EntryRows {
  readonly #labels: Labels;
  readonly #table: TableBytes;
  readonly #list: Dimension | null;
  readonly #texts: { readonly source: Texts; readonly ticket: Texts; readonly values: readonly Texts[] };
  /** The entry of each row that waits, which of its rows it is, and its value of the list. */
  readonly #entry = new Uint32Array(GROUP);
  readonly #part = new Float64Array(GROUP);
  readonly #listed = new Uint32Array(GROUP);
  #rows = 0;
  #first = 0;

  constructor(labels: Labels, table: TableBytes) {
    const { desk, sources, dimensions } = labels;
    const ids = codesOf(desk.tickets, 'id');
    this.#labels = labels;
    this.#table = table;
    this.#list = dimensions.find(({ offsets }) => offsets !== null) ?? null;
    this.#texts = {
      source: new Texts(sources.length, (code) => sources[code - 1]),
      ticket: new Texts(ids?.names.size ?? 0, (code) => ids?.names.name(code) ?? ''),
      values: dimensions.map(({ size, nameOf }) => new Texts(size, nameOf)),
    };
  }

  /** The rows of some entries, numbered on from those before. */
  *write(entries: Entries): Iterable<Uint8Array> {
    const { ticket } = entries;
    for (let i = 0; i < ticket.length; i++) {
      const t = ticket[i];
      if (!isWanted(this.#labels, t)) continue;
      if (this.#list === null || t >= NO_TICKET) this.#add(i, 0, this.#list?.answers?.[t - NO_TICKET] ?? 0);
      else yield* this.#addListed(entries, { i, list: this.#list });
      if (this.#rows === GROUP) yield this.#group(entries);
    }
    if (this.#rows > 0) yield this.#group(entries);
    this.#first += ticket.length;
  }

  #add(entry: number, part: number, listed: number): void {
    this.#entry[this.#rows] = entry;
    this.#part[this.#rows] = part;
    this.#listed[this.#rows++] = listed;
  }

  /** A row for each value of the list, once each; one without where there is none. */
  *#addListed(
    entries: Entries,
    { i, list }: { readonly i: number; readonly list: Dimension },
  ): Iterable<Uint8Array> {
    const t = entries.ticket[i];
    const { codes, offsets } = list;
    const start = offsets?.[t] ?? 0;
    const end = offsets?.[t + 1] ?? 0;
    let part = 0;
    if (start === end) this.#add(i, part, 0);
    for (let k = start; k < end; k++) {
      if (codes.indexOf(codes[k], start) < k) continue;
      if (this.#rows === GROUP) yield this.#group(entries);
      this.#add(i, part++, codes[k]);
    }
  }

  #group(entries: Entries): Uint8Array {
    const { index, of } = this.#labels.shard;
    const { code, states, reasons, surveys } = entries;
    const rows = this.#entry.subarray(0, this.#rows);
    const number = (values: ArrayLike<number> | undefined, read = (value: number) => value): Cells => {
      const cells = new Float64Array(rows.length).fill(Number.NaN);
      if (values) for (let r = 0; r < rows.length; r++) cells[r] = read(values[rows[r]]);
      return { values: cells };
    };
    const word = (names: readonly (string | null)[]): Cells => wordsOf(names, code, rows);
    const own = (i: number): number => i * of + index;
    const cells: Readonly<Record<ObservationField, Cells>> = {
      clock: constant(entries.clock, rows.length),
      survey: surveys ? word(surveys) : constant(entries.survey, rows.length),
      ...this.#names(entries, rows),
      at: number(entries.at),
      value: number(entries.value),
      state: word(states),
      reason: reasons ? word(reasons) : constant(null, rows.length),
      known_at: number(entries.knownAt),
      until: number(entries.until),
      born_at: number(entries.bornAt),
      person: number(entries.person, (person) => (person === 0 ? Number.NaN : own(person))),
      person_order: number(entries.personOrder),
      entry: { values: Float64Array.from(rows, (i) => own(this.#first + i)) },
      part: { values: this.#part.slice(0, rows.length) },
    };
    const values = this.#labels.dimensions.map((dimension, d) =>
      this.#texts.values[d].of(this.#valuesOf(dimension, entries.ticket, rows)),
    );
    this.#rows = 0;
    return this.#table.group(rows.length, [...observationColumns.map(({ name }) => cells[name]), ...values]);
  }

  /** Source and id of the tickets. */
  #names(entries: Entries, rows: Uint32Array): { readonly source: Cells; readonly ticket: Cells } {
    const { tickets } = this.#labels.desk;
    const ids = codesOf(tickets, 'id')?.codes;
    const source = new Uint32Array(rows.length);
    const id = new Uint32Array(rows.length);
    for (let r = 0; r < rows.length; r++) {
      const t = entries.ticket[rows[r]];
      if (entries.source) source[r] = entries.source[rows[r]] + 1;
      if (t >= NO_TICKET) continue;
      source[r] = tickets.source[t] + 1;
      id[r] = ids?.[t] ?? 0;
    }
    return { source: this.#texts.source.of(source), ticket: this.#texts.ticket.of(id) };
  }

  #valuesOf({ codes, offsets, answers }: Dimension, ticket: Uint32Array, rows: Uint32Array): Uint32Array {
    if (offsets !== null) return this.#listed.slice(0, rows.length);
    const values = new Uint32Array(rows.length);
    for (let r = 0; r < rows.length; r++) {
      const t = ticket[rows[r]];
      values[r] = t >= NO_TICKET ? (answers?.[t - NO_TICKET] ?? 0) : codes[t];
    }
    return values;
  }
}

/** Whether the filter lets a ticket through, or an answer that belongs to none. */
function isWanted({ mask, answersMask }: Labels, t: number): boolean {
  if (!mask || t === NOBODYS) return true;
  return t >= NO_TICKET ? answersMask?.[t - NO_TICKET] === 1 : mask[t] === 1;
}

function constant(name: string | null, rows: number): TextCells {
  const places = new Uint32Array(rows);
  return name === null ? { places, names: [] } : { places: places.fill(1), names: [name] };
}

/** What the codes of rows mean; several may mean the same. */
function wordsOf(names: readonly (string | null)[], codes: ArrayLike<number>, rows: Uint32Array): TextCells {
  const distinct = [...new Set(names.filter((name) => name !== null))];
  const placeOf = Uint32Array.from(names, (name) => (name === null ? 0 : distinct.indexOf(name) + 1));
  return { places: Uint32Array.from(rows, (i) => placeOf[codes[i]]), names: distinct };
}

/** Codes of a dictionary as texts of a group: those that come in it, in the order in which they come. */
class Texts {
  readonly #nameOf: (code: number) => string;
  /** Of each code that came, its place among the texts of the group. */
  readonly #places: Uint32Array;

  constructor(size: number, nameOf: (code: number) => string) {
    this.#nameOf = nameOf;
    this.#places = new Uint32Array(size + 1);
  }

  of(codes: Uint32Array): TextCells {
    const known = this.#places;
    const came: number[] = [];
    const places = new Uint32Array(codes.length);
    for (let r = 0; r < codes.length; r++) {
      const code = codes[r];
      if (code === 0) continue;
      if (known[code] === 0) known[code] = came.push(code);
      places[r] = known[code];
    }
    const names = came.map(this.#nameOf);
    for (const code of came) known[code] = 0;
    return { places, names };
  }
}
