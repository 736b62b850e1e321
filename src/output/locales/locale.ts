import type { Phrase, PhraseArg, Value } from '../../model/report.ts';
import type { Sentence } from '../../model/sentence.ts';
import { wordChange } from './changes.ts';
import { type DateWords, dateWords } from './dates.ts';
import { type DurationStyle, wordDuration, wordTick } from './durations.ts';
import type { Habits } from './habits.ts';
import { type NumberWords, numberWords } from './numbers.ts';
import { type Args, fillTemplate, type Messages, type Say } from './template.ts';

/** A language: words for every code, and figures as people read them. Pure: no clock, zone or machine locale. */
export interface Locale {
  readonly id: string;
  readonly tag: string;
  has(code: string): boolean;
  /** The sentence of a code. A code without wording reads as its own name, or throws in a strict locale. */
  message(code: string, args?: Args): string;
  phrase(phrase: Phrase): string;
  /** What a stage says; text that was typed, or stands in the data, as it is. */
  say(part: Sentence | string): string;
  /** A figure as people read it. A course (`spark`) has no words: renderers draw it. */
  formatValue(value: Value): string;
  /** A value on an axis: one unit, few digits; in business hours never days. */
  formatTick(value: number, unit: ScaleUnit, clock?: 'calendar' | 'business'): string;
  periodLabel(label: string, style: 'short' | 'long'): string;
  readonly numbers: NumberWords;
  readonly weekdays: Habits['weekdays'];
  readonly units: Habits['units'];
}

const DAY = 86_400_000;

/** A value that is a figure: a number, or the reason why there is none. */
type FigureValue = Exclude<Value, { type: 'text' | 'spark' | 'change' | 'instant' }>;

type ScaleUnit = 'count' | 'share' | 'duration' | 'score' | 'points' | 'number';

export interface Language {
  readonly id: string;
  readonly habits: Habits;
  readonly messages: Messages;
}

export interface LocaleOptions {
  /** English words that live elsewhere: names and definitions of metrics, reasons why one is unavailable. */
  readonly english?: Readonly<Record<string, string>>;
  /** Throw on a code or an argument that is missing: for tests. */
  readonly strict?: boolean;
}

/**
 * Joins a language with the English it overlays. Words are looked up in the language, then in English, then in
 * the English names handed over.
 */
export function createLocale(language: Language, english: Language, options: LocaleOptions = {}): Locale {
  const { habits } = language;
  const numbers = numberWords(habits);
  // Made when the first words need them: in a run that writes CSV nothing does.
  let plurals: Intl.PluralRules | null = null;
  let lists: Intl.ListFormat | null = null;
  const dates: DateWords = dateWords(habits, {
    week: (number, year) => message('period.week', { number, year }),
    shortWeek: (number) => message('period.short_week', { number }),
    quarter: (number, year) => message('period.quarter', { number, year }),
    digits: numbers.plain,
  });
  const durations = (clock: 'calendar' | 'business'): DurationStyle => ({
    clock,
    units: habits.units,
    digits: (value, width) => (width === undefined ? numbers.number(value) : numbers.plain(value, width)),
  });
  const styles = { calendar: durations('calendar'), business: durations('business') };
  const find = (code: string) => language.messages[code] ?? english.messages[code] ?? options.english?.[code];
  function message(code: string, args: Args = {}): string {
    const words = find(code);
    if (words === undefined) {
      if (options.strict) throw new Error(`no wording for ${code}`);
      return unworded(code, args);
    }
    return fillTemplate(words, sayer(code, args));
  }

  function unworded(code: string, args: Args): string {
    const name = code.slice(code.lastIndexOf('.') + 1).replaceAll('_', ' ');
    const known = Object.entries(args).map(([key, value]) => `${key.replaceAll('_', ' ')}: ${word(value)}`);
    return known.length > 0 ? `${name} (${known.join(', ')})` : name;
  }

  function sayer(code: string, args: Args): Say {
    const get = (name: string): PhraseArg | undefined => {
      if (args[name] === undefined && options.strict) throw new Error(`${code} lacks its argument ${name}`);
      return args[name];
    };
    return {
      arg: (name) => {
        const value = get(name);
        return value === undefined ? '' : word(value);
      },
      has: (name) => args[name] !== undefined,
      plural: (name, one, other) => {
        plurals ??= new Intl.PluralRules(habits.tag);
        return plurals.select(amount(get(name))) === 'one' ? one : other;
      },
      period: (name) => {
        const label = get(name);
        return typeof label === 'string' ? dates.periodLabel(label, 'long') : '';
      },
      message: (other) => message(other, args),
    };
  }

  function word(value: PhraseArg): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return numbers.number(value);
    if (isList(value)) {
      const items = value.map(word);
      if (habits.own) return habits.own.list(items);
      lists ??= new Intl.ListFormat(habits.tag, { type: 'conjunction' });
      return joined(lists, items);
    }
    return 'type' in value ? formatValue(value) : phrase(value);
  }

  /** As Intl joins a list, except for a last join that the language writes in its own way. */
  function joined(format: Intl.ListFormat, items: readonly string[]): string {
    const { lastJoin } = habits;
    if (lastJoin === undefined) return format.format(items);
    const parts = format.formatToParts(items);
    const last = parts.findLastIndex(({ type }) => type === 'literal');
    return parts.map(({ value }, index) => (index === last ? lastJoin : value)).join('');
  }

  function phrase(words: Phrase): string {
    if ('data' in words) return words.data;
    if (words.english !== undefined && find(words.code) === undefined) return words.english;
    return message(words.code, words.args);
  }

  function formatValue(value: Value): string {
    if (value.type === 'text') return value.value === null ? message('value.none') : phrase(value.value);
    if (value.type === 'spark') return '';
    if (value.type === 'change') {
      const points = (signed: string) => message('change.points', { signed });
      const longer = (by: number) => `+${wordDuration(by, styles.calendar)}`;
      return wordChange(value, numbers, { points, longer }) ?? message('value.none');
    }
    if (value.type === 'instant') {
      return value.value === null
        ? message('value.none')
        : dates.instant(
            value.isEnd ? lastMoment(value.value, value.zone) : value.value,
            value.zone,
            value.precision,
          );
    }
    return absentFigure(value) ?? presentFigure(value);
  }

  /** Of an end at midnight the last moment of the day before. */
  function lastMoment(end: number, zone: string): number {
    const isMidnight = dates.instant(end - 1, zone, 'day') !== dates.instant(end, zone, 'day');
    return isMidnight ? end - 1 : end;
  }

  /** Why there is no figure, or few values in its place; null where there is one. */
  function absentFigure(value: FigureValue): string | null {
    if (value.status === 'unavailable') return message('value.unavailable');
    const few = fewValue(value);
    if (few !== null) return few;
    if (value.isShy && value.status === 'too_few' && value.value !== null && value.n !== 0)
      return message('value.shy', { value: formatFigure(value, value.value) });
    if (value.status === 'too_few' && value.n !== 0) {
      return value.n === undefined ? message('value.few') : message('value.too_few', { n: value.n });
    }
    if (value.value !== null && !Number.isNaN(value.value)) return null;
    return message(value.status === 'window_open' ? 'value.window_open' : 'value.none');
  }

  function presentFigure(value: FigureValue): string {
    const figure = formatFigure(value, value.value ?? Number.NaN);
    const hasN = 'showsN' in value && value.showsN && value.n !== undefined;
    const text = hasN ? message('value.with_n', { value: figure, n: value.n ?? 0 }) : figure;
    const isBound = value.type === 'count' && value.isLowerBound === true;
    if (value.status !== 'edge' && !isBound) return text;
    // Of a count the files lack some: there are at least as many.
    return message(value.type === 'count' ? 'value.edge_count' : 'value.edge', { value: text });
  }

  /** Few values as they are: counts, the largest, or the middle with its ends; null for what is no such figure. */
  function fewValue(value: Value): string | null {
    if (!('few' in value) || !value.few || value.value === null || value.status !== 'too_few') return null;
    const { n = 0, few } = value;
    if (value.type === 'share') return message('value.few_share', { hits: Math.round(value.value * n), n });
    const shown = (number: number): string => formatFigure(value, number);
    const args = { n, value: shown(value.value), low: shown(few.low), high: shown(few.high) };
    if (n === 1) return message('value.few_one', args);
    return message(few.part === 'top' ? 'value.few_top' : 'value.few_middle', args);
  }

  function formatFigure(value: Value, number: number): string {
    switch (value.type) {
      case 'count':
        return numbers.number(number);
      case 'share':
        return numbers.share(number);
      case 'duration':
        if (value.precision === 'day') return wordDays(number / DAY);
        return wordDuration(number, styles[value.clock ?? 'calendar']);
      case 'score': {
        const score = numbers.number(number, { min: 2, max: 2 });
        return value.outOf === undefined ? score : `${score} / ${numbers.number(value.outOf)}`;
      }
      case 'points':
        return numbers.number(number, { max: 0 });
      case 'number':
        return numbers.number(number, { min: value.digits ?? 0, max: value.digits ?? 1 });
      default:
        return '';
    }
  }

  /** A difference of calendar days: the same day, the next one; a mean of them in days. */
  function wordDays(days: number): string {
    if (!Number.isInteger(days)) return message('value.days', { n: numbers.number(days, { max: 1 }) });
    return message(days <= 2 ? `value.day.${days}` : 'value.day.n', { n: numbers.number(days) });
  }

  function formatTick(value: number, unit: ScaleUnit, clock: 'calendar' | 'business' = 'calendar'): string {
    if (unit === 'duration') return wordTick(value, styles[clock], (number) => numbers.number(number));
    if (unit === 'share') return `${numbers.number(value * 100)}%`;
    return numbers.number(value, { max: unit === 'score' ? 2 : 1 });
  }

  return {
    id: language.id,
    tag: habits.tag,
    has: (code) => find(code) !== undefined,
    message,
    phrase,
    say: (part) => (typeof part === 'string' ? part : phrase(part)),
    formatValue,
    formatTick,
    periodLabel: dates.periodLabel,
    numbers,
    weekdays: habits.weekdays,
    units: habits.units,
  };
}

function isList(value: object): value is readonly (Value | Phrase)[] {
  return Array.isArray(value);
}

/** The number that decides a plural. */
function amount(value: PhraseArg | undefined): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return Number(value);
  if (value && !isList(value) && 'type' in value && 'value' in value && typeof value.value === 'number') {
    return value.value;
  }
  return Number.NaN;
}
