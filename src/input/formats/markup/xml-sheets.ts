import type { Cell } from '../xlsx/sheet-text.ts';
import type { GatheredTable } from './gathered-table.ts';

const DAY = 86_400_000;
/** From this day on Excel's count of days is that of the calendar: it takes 1900 for a leap year. */
const COUNTED_RIGHT = Date.UTC(1900, 2, 1);

type Attributes = Readonly<Record<string, string>>;

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();
const attribute = (attributes: Attributes, name: string): string | undefined =>
  attributes[`ss:${name}`] ?? attributes[name];

/** Gathers the cells of every sheet of Excel's XML of 2003 (XML Spreadsheet Reference, Microsoft). */
export class XmlSheets {
  readonly tables: GatheredTable[] = [];
  #name = '';
  #rows: Cell[][] = [];
  #row: Cell[] = [];
  #type = 'String';
  /** The text of the cell; null outside of its data. */
  #text: string | null = null;
  #isComment = false;
  #across = 0;

  onopentag(tag: string, attributes: Attributes): void {
    const name = plainName(tag);
    if (name === 'worksheet') {
      this.#name = attribute(attributes, 'Name') ?? '';
      this.#rows = [];
    } else if (name === 'row') {
      const index = Number(attribute(attributes, 'Index'));
      while (index > this.#rows.length + 1) this.#rows.push([]);
      this.#row = [];
    } else if (name === 'cell') {
      const index = Number(attribute(attributes, 'Index'));
      while (index > this.#row.length + 1) this.#row.push(null);
      this.#across = Number(attribute(attributes, 'MergeAcross')) || 0;
      this.#row.push(null);
    } else if (name === 'comment') this.#isComment = true;
    else if (name === 'data' && !this.#isComment) {
      this.#type = attribute(attributes, 'Type') ?? 'String';
      this.#text = '';
    }
  }

  ontext(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  onclosetag(tag: string): void {
    const name = plainName(tag);
    if (name === 'comment') this.#isComment = false;
    else if (name === 'data' && this.#text !== null) {
      this.#row[this.#row.length - 1] = cellOf(this.#type, this.#text);
      this.#text = null;
    } else if (name === 'cell') {
      for (; this.#across > 0; this.#across--) this.#row.push(null);
    } else if (name === 'row') this.#rows.push(this.#row);
    else if (name === 'worksheet') this.tables.push({ name: this.#name, rows: this.#rows });
  }
}

function cellOf(type: string, text: string): Cell {
  if (type !== 'DateTime') return type === 'Boolean' ? text.trim() === '1' : text;
  const at = Date.parse(`${text.trim().replace(/z$/i, '')}Z`);
  if (Number.isNaN(at)) return text;
  return new Date(at < COUNTED_RIGHT ? at - DAY : at);
}
