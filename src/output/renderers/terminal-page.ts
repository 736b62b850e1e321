import type { ChalkInstance } from 'chalk';
import type { Phrase, Value } from '../../model/report.ts';
import type { Locale } from '../locales/index.ts';

/** What every block of a terminal report needs: words made safe for a terminal, the width and the colours. */
export interface Page {
  readonly locale: Locale;
  readonly width: number;
  readonly chalk: ChalkInstance;
  readonly knowsLinks: boolean;
  say(phrase: Phrase): string;
  show(value: Value): string;
  ui(code: string, args?: Readonly<Record<string, string | number>>): string;
}
