import type { Cell } from '../xlsx/sheet-text.ts';

/** Tables of a page, or sheets in Excel's XML. */
export type Markup = 'html' | 'excel_xml';

/** What a handler of tags has gathered: rows of cells under a name. */
export interface GatheredTable {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}
