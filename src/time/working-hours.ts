import { type Sentence, sentence } from '../model/sentence.ts';
import { DAY, MINUTE } from './civil.ts';
import { syntaxError } from './syntax-error.ts';
import { parseWeekday } from './weekday.ts';

/** Open hours of one day in milliseconds since local midnight, `from` < `to`; over midnight `to` exceeds a day. */
export interface OpenInterval {
  readonly from: number;
  readonly to: number;
}

/** Open intervals by weekday: entry 0 is Monday, entry 6 Sunday. */
export type WeeklyHours = readonly (readonly OpenInterval[])[];

type Token =
  | { readonly kind: 'word' | 'time'; readonly text: string; readonly column: number }
  | { readonly kind: 'to' | 'comma' | 'always' | 'end'; readonly text: string; readonly column: number };

const EXAMPLE = 'Mon-Fri 09:00-18:00, Sat 10:00-14:00';
const TIME = '(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?';
const tokenPattern = new RegExp(
  `\\s*(?:(24/7)|(${TIME})(?![\\d:\\p{L}])|(to\\b|-|–|—)|([,;+&]|and\\b)|([\\p{L}]+))`,
  'iuy',
);

/**
 * Working hours as people write them: `Mon-Fri 09:00-18:00, Sat 10:00-14:00`; several intervals a day
 * (`Mon-Fri 9:00-12:00 13:00-18:00`), over midnight (`Mon-Sun 22:00-06:00`), `9am-5:30pm`, `daily 8-20`,
 * `Sun closed`, `24/7`; a day that ends at 23:59 ends at midnight. Days in English, at least two letters; a range may run over Sunday (`Fri-Mon`).
 *
 * @throws DeskstatError (exit 2) that points at the column of the mistake.
 */
export function parseHours(text: string): WeeklyHours {
  return new HoursParser(text).parse();
}

class HoursParser {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  readonly #week: OpenInterval[][] = Array.from({ length: 7 }, () => []);
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    tokenPattern.lastIndex = 0;
    while (text.slice(tokenPattern.lastIndex).trim() !== '') {
      const from = tokenPattern.lastIndex;
      const match = tokenPattern.exec(text);
      if (!match) throw this.#error(from + 1 + leadingBlanks(text, from), sentence('mistake.no_day_or_time'));
      const [whole, always, time, , , , to, comma] = match;
      const column = from + 1 + leadingBlanks(text, from);
      const kind = always ? 'always' : time ? 'time' : to ? 'to' : comma ? 'comma' : 'word';
      this.#tokens.push({ kind, text: whole.trim(), column });
    }
    this.#tokens.push({ kind: 'end', text: '', column: text.trimEnd().length + 1 });
  }

  parse(): WeeklyHours {
    if (this.#peek().kind === 'end') throw this.#error(1, sentence('mistake.no_hours'));
    while (this.#peek().kind !== 'end') {
      this.#entry();
      while (this.#peek().kind === 'comma') this.#at++;
    }
    return this.#week;
  }

  /** Days, then their intervals: `Mon, Wed-Fri 09:00-12:00, 13:00-17:00`. */
  #entry(): void {
    if (this.#peek().kind === 'always') {
      this.#at++;
      for (const day of this.#week) day.push({ from: 0, to: DAY });
      return;
    }
    const days = this.#days();
    const isClosed = this.#peek().kind === 'word' && /^(closed|off|none)$/i.test(this.#peek().text);
    if (isClosed) {
      this.#at++;
      for (const day of days) this.#week[day].length = 0;
      return;
    }
    do {
      const interval = this.#peek().kind === 'always' ? this.#wholeDay() : this.#interval();
      for (const day of days) this.#week[day].push(interval);
      if (this.#peek().kind === 'comma' && this.#peek(1).kind === 'time') this.#at++;
    } while (this.#peek().kind === 'time');
  }

  #wholeDay(): OpenInterval {
    this.#at++;
    return { from: 0, to: DAY };
  }

  /** Indexes of the named days. */
  #days(): number[] {
    const days: number[] = [];
    do {
      if (this.#peek().kind === 'comma') this.#at++;
      days.push(...this.#dayRange());
    } while (
      this.#peek().kind === 'word'
        ? isDay(this.#peek().text)
        : this.#peek().kind === 'comma' && this.#peek(1).kind === 'word'
    );
    return days;
  }

  #dayRange(): number[] {
    const token = this.#peek();
    if (/^(daily|everyday|all)$/i.test(token.text)) return this.#step([0, 1, 2, 3, 4, 5, 6]);
    if (/^weekdays?$/i.test(token.text)) return this.#step([0, 1, 2, 3, 4]);
    if (/^weekends?$/i.test(token.text)) return this.#step([5, 6]);
    const first = this.#day();
    if (this.#peek().kind !== 'to') return [first];
    this.#at++;
    const last = this.#day();
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => (first + i) % 7);
  }

  #step(days: number[]): number[] {
    this.#at++;
    return days;
  }

  #day(): number {
    const token = this.#peek();
    const day = token.kind === 'word' ? parseWeekday(token.text) : null;
    if (day === null)
      throw this.#error(token.column, sentence('mistake.no_weekday', { found: quoted(token) }));
    this.#at++;
    return day - 1;
  }

  #interval(): OpenInterval {
    const token = this.#peek();
    const from = this.#time();
    if (this.#peek().kind !== 'to') {
      throw this.#error(this.#peek().column, sentence('mistake.no_closing_time', { opening: token.text }));
    }
    this.#at++;
    const closes = this.#time();
    // As tools write midnight that know no 24:00.
    const to = closes === DAY - MINUTE ? DAY : closes;
    if (from === to) throw this.#error(token.column, sentence('mistake.hours_end_at_once'));
    if (from >= DAY) throw this.#error(token.column, sentence('mistake.begins_at_24'));
    return { from, to: to > from ? to : to + DAY };
  }

  #time(): number {
    const token = this.#peek();
    const match = token.kind === 'time' ? new RegExp(`^${TIME}$`, 'i').exec(token.text) : null;
    if (!match) throw this.#error(token.column, sentence('mistake.found_no_time', { found: quoted(token) }));
    this.#at++;
    const half = match[3]?.toLowerCase();
    const minute = Number(match[2] ?? 0);
    let hour = Number(match[1]);
    const isValid = half ? hour >= 1 && hour <= 12 : hour < 24 || (hour === 24 && minute === 0);
    if (!isValid || minute > 59)
      throw this.#error(token.column, sentence('mistake.no_time_of_day', { text: token.text }));
    if (half) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
    return (hour * 60 + minute) * MINUTE;
  }

  #peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)];
  }

  #error(column: number, message: Sentence) {
    const expected = sentence('expected.working_hours', { example: EXAMPLE });
    return syntaxError({ language: 'working_hours', text: this.#text, column, message, expected });
  }
}

const isDay = (word: string): boolean => parseWeekday(word) !== null;
const quoted = (token: Token): Sentence | string =>
  token.kind === 'end' ? sentence('word.the_end') : `"${token.text}"`;
const leadingBlanks = (text: string, from: number): number =>
  text.slice(from).length - text.slice(from).trimStart().length;
