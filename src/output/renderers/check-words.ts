import type { CheckResult } from '../../model/check.ts';
import type { Clock, MetricKind } from '../../model/metric.ts';
import type { Locale } from '../locales/index.ts';

/** What people read of one result. */
export interface CheckWords {
  readonly verdict: string;
  /** The name of the settings, else the expectation; the segment behind it. */
  readonly title: string;
  readonly value: string;
  readonly limit: string;
  readonly period: string;
  /** `5h 12m, limit 4h (n=312, week 45, 2026); 12 still open counted`. */
  readonly detail: string;
}

/** Words of a check result in a language. Value and limit have as many digits as it takes to tell them apart. */
export function wordCheck(result: CheckResult, locale: Locale): CheckWords {
  const segment = segmentWords(result, locale);
  const title =
    segment === '' ? (result.name ?? result.expect) : `${result.name ?? result.expect} [${segment}]`;
  const { value, limit } = wordPair(result, locale);
  const period = result.period
    ? locale.periodLabel(result.period.label, 'long')
    : locale.message('period.all');
  const counted = locale.message('check.counted', { n: result.n, period });
  const figure = judgedFigure(result, { value, limit }, locale);
  return {
    verdict: locale.message(`check.verdict.${result.verdict}`),
    title,
    value,
    limit,
    period,
    detail: [
      `${figure} (${counted})`,
      ...(result.reason === null ? [] : [locale.say(result.reason)]),
      ...plainWords(result, locale),
    ].join('; '),
  };
}

/** `that is km_p90; p90, without them, is 16h 52m (n=240)`: the figure that report and metrics have under the name asked for. */
function plainWords(result: CheckResult, locale: Locale): string[] {
  const { plain } = result;
  if (!plain || plain.value === null) return [];
  const { value } = wordPair({ ...result, value: plain.value, limit: null }, locale);
  return [locale.message('check.plain', { stat: result.stat, plain: plain.stat, value, n: plain.n })];
}

/** `21h 32m, 95% 18h 40m–24h 10m, limit 4h: surely beyond`: the value, its interval, and the rule that decided. */
function judgedFigure(
  result: CheckResult,
  { value, limit }: { readonly value: string; readonly limit: string },
  locale: Locale,
): string {
  if (result.value === null) return locale.message('value.none');
  const [low, high] = [result.low, result.high].map((end) =>
    end === null ? '…' : wordPair({ ...result, value: end, limit: null }, locale).value,
  );
  const hasInterval = result.kind !== 'count' && (result.low !== null || result.high !== null);
  const figure = hasInterval
    ? locale.message('check.figure.interval', { value, low, high, limit })
    : locale.message('check.figure', { value, limit });
  // Without an interval there is nothing but the value to decide by.
  if (result.rule === null || (result.rule === 'value' && !hasInterval)) return figure;
  return locale.message('check.judged', { figure, rule: locale.message(`check.rule.${result.rule}`) });
}

/** `group Billing, priority urgent`; empty for the whole desk. */
export function segmentWords({ segment }: Pick<CheckResult, 'segment'>, locale: Locale): string {
  return Object.entries(segment)
    .map(
      ([name, value]) =>
        `${nameIn(locale, name)} ${value === null ? locale.message('ui.no_value') : valueIn(locale, { name, value })}`,
    )
    .join(', ');
}

/** English keeps the names and values that are typed; other languages have words for them. */
const isTyped = (locale: Locale, code: string): boolean => locale.id === 'en' || !locale.has(code);

const nameIn = (locale: Locale, name: string): string =>
  isTyped(locale, `dimension.${name}`) ? name.replace(/^column:/, '') : locale.message(`dimension.${name}`);

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A value of a dimension; statuses, priorities, channels and weekdays in the words of the language. */
export function valueIn(
  locale: Locale,
  { name, value }: { readonly name: string; readonly value: string },
): string {
  const code = name === 'weekday' ? `weekday.${weekdays.indexOf(value) + 1}` : `${name}.${value}`;
  return isTyped(locale, code) ? value : locale.message(code);
}

type Pair = Pick<CheckResult, 'value' | 'limit' | 'kind' | 'clock' | 'precision'>;

/** A value and its limit in the fewest digits that tell them apart; equal ones as people usually see them. */
export function wordPair(
  { value, limit, kind, clock, precision: known }: Pair,
  locale: Locale,
): { readonly value: string; readonly limit: string } {
  const none = locale.message('value.none');
  const say = (number: number | null, precision: number): string => {
    if (number === null) return none;
    if (number === Number.POSITIVE_INFINITY) return locale.message('check.not_reached');
    return wordNumber(number, { kind, clock, precision }, locale);
  };
  const isInDays = known === 'day' && limit !== null && limit % DAY === 0 && Number.isFinite(limit);
  const exact = isInDays
    ? locale.message('value.days', { n: locale.numbers.number(limit / DAY) })
    : limit === null
      ? null
      : exactLimit(limit, { kind, clock }, locale);
  for (let precision = 0; precision <= FINEST; precision++) {
    const words = {
      value: known === 'day' && value !== null ? locale.formatValue(inDays(value)) : say(value, precision),
      limit: say(limit, precision),
    };
    if (value !== limit && words.value === words.limit) continue;
    return precision === 0 && exact !== null ? { ...words, limit: exact } : words;
  }
  return { value: String(value), limit: String(limit) };
}

const DAY = 86_400_000;

const inDays = (value: number) => ({ type: 'duration', value, precision: 'day' }) as const;

const FINEST = 15;

interface Precision {
  readonly kind: MetricKind;
  readonly clock: Clock | null;
  /** 0: as usual; each step shows one digit more. */
  readonly precision: number;
}

function wordNumber(value: number, { kind, clock, precision }: Precision, locale: Locale): string {
  const { numbers } = locale;
  switch (kind) {
    case 'duration':
      if (precision === 0) return locale.formatValue({ type: 'duration', value, clock: clock ?? 'calendar' });
      return exactDuration(value, { digits: precision - 1 }, locale);
    case 'share':
      if (precision === 0 && value !== 0 && value !== 1) return locale.formatValue({ type: 'share', value });
      return `${numbers.number(100 * value, { max: precision + 1 })}%`;
    case 'score':
      return numbers.number(value, { min: 2, max: precision + 2 });
    case 'points':
    case 'count':
      return numbers.number(value, { max: precision });
    default:
      return kind satisfies never;
  }
}

/** A limit as somebody typed it: not rounded where it can be said in a few digits; null where it cannot (a computed one). */
function exactLimit(
  limit: number,
  { kind, clock }: Pick<Precision, 'kind' | 'clock'>,
  locale: Locale,
): string | null {
  if (kind === 'duration') {
    if (limit % SECOND !== 0 || limit % coarsest(Math.abs(limit), clock) === 0) return null;
    return exactDuration(limit, { digits: 0 }, locale);
  }
  const typed = kind === 'share' ? 100 * limit : limit;
  const rounded = Math.round(typed * 1e4) / 1e4;
  if (Math.abs(typed - rounded) > 1e-9) return null;
  return `${locale.numbers.number(rounded, { max: 4 })}${kind === 'share' ? '%' : ''}`;
}

/** The unit that durations of this size are usually rounded to. */
function coarsest(size: number, clock: Clock | null): number {
  if (clock !== 'business' && size >= 30 * 24 * HOUR) return 24 * HOUR;
  if (clock !== 'business' && size >= 24 * HOUR) return HOUR;
  return size >= 10 * MINUTE ? MINUTE : SECOND;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** `4h 00m 00.5s`, with so many digits after the point. */
function exactDuration(
  milliseconds: number,
  { digits }: { readonly digits: number },
  locale: Locale,
): string {
  const { numbers, units } = locale;
  const size = Math.abs(milliseconds);
  const hours = Math.floor(size / HOUR);
  const minutes = Math.floor((size % HOUR) / MINUTE);
  const seconds = (size % MINUTE) / SECOND;
  const sign = milliseconds < 0 ? '−' : '';
  return `${sign}${numbers.number(hours)}${units.hour} ${numbers.plain(minutes, 2)}${units.minute} ${numbers.number(seconds, { max: digits })}${units.second}`;
}
