import type { Phrase, Value } from '../../model/report.ts';
import type { Locale } from '../locales/index.ts';
import type { Unit } from './block-values.ts';

/** What every part of the page needs: words cut to a length that a page can hold (escaping is `html`'s). */
export interface HtmlPage {
  readonly locale: Locale;
  say(phrase: Phrase): string;
  /** Like `say`, for what is said in a paragraph of its own: a list of what is missing and why may be long. */
  sentence(phrase: Phrase): string;
  show(value: Value): string;
  text(text: string): string;
  ui(code: string, args?: Readonly<Record<string, string | number>>): string;
  message(code: string, args?: Readonly<Record<string, string | number>>): string;
  tick(value: number, unit: Unit): string;
  /** Ids of elements, counted, never made from data. */
  nextId(kind: string): string;
}
