import type { Locale } from '../locales/index.ts';

/** What a rendering depends on besides the report: nothing of the machine it runs on. */
export interface RenderOptions {
  readonly locale: Locale;
  /** Terminal cells a line may take; 80 where none is given. */
  readonly width?: number;
  /** The terminal format whole; else its first screen, where the report has one. */
  readonly full?: boolean;
  /** The terminal knows links. */
  readonly knowsLinks?: boolean;
  /** Colour in the terminal format. */
  readonly color?: boolean;
  /** The English of machine formats where `locale` is another language; made from English alone where none is given. */
  readonly machineLocale?: Locale;
  /** Keys put before the blocks of the JSON format: schema, as-of, sources … */
  readonly envelope?: Readonly<Record<string, unknown>>;
  /** A byte order mark before CSV, for Excel. */
  readonly excel?: boolean;
}
