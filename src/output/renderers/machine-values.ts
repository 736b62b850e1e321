import { machineNumber } from '../../model/machine-number.ts';
import type { Phrase, PhraseArg, Value } from '../../model/report.ts';
import type { Locale } from '../locales/index.ts';

/** The units of data: durations in seconds, shares 0–1. Machine formats never change with the language. */
export const machineUnits = {
  count: 'tickets',
  share: 'share',
  duration: 'seconds',
  score: 'score',
  points: 'points',
  number: 'number',
  instant: 'instant',
  text: 'text',
  spark: 'series',
} as const;

/** An instant as ISO 8601 in UTC. */
function machineInstant(value: number | null): string | null {
  return value === null || !Number.isFinite(value) ? null : new Date(value).toISOString();
}

/** One cell of flat data: a number, a stamp or text. A change is the difference in its unit. */
export function machineCell(value: Value, english: Locale): string | number | null {
  switch (value.type) {
    case 'text':
      return value.value === null ? null : english.phrase(value.value);
    case 'instant':
      return machineInstant(value.value);
    case 'spark':
      return value.values.map((each) => each ?? '').join(' ');
    case 'change':
      if (value.before === null || value.now === null) return null;
      return machineNumber(value.now - value.before, value.of);
    default:
      return machineNumber(value.value, value.type);
  }
}

/** A phrase in JSON: its code and arguments for programs, and its English wording. */
export function machinePhrase(phrase: Phrase, english: Locale): Record<string, unknown> {
  if ('data' in phrase) return { text: phrase.data };
  const args = Object.entries(phrase.args ?? {}).map(([key, arg]) => [key, machineArg(arg, english)]);
  return { code: phrase.code, args: Object.fromEntries(args), text: english.phrase(phrase) };
}

function machineArg(arg: PhraseArg, english: Locale): unknown {
  if (typeof arg === 'string') return arg;
  if (typeof arg === 'number') return Number.isFinite(arg) ? arg : null;
  if (isList(arg)) return arg.map((each) => machineArg(each, english));
  return 'type' in arg ? machineValue(arg, english) : machinePhrase(arg, english);
}

const isList = (arg: object): arg is readonly (Value | Phrase)[] => Array.isArray(arg);

/** A value in JSON, with its unit and what is known of it. */
export function machineValue(value: Value, english: Locale): Record<string, unknown> {
  switch (value.type) {
    case 'text':
      return {
        type: 'text',
        ...(value.value === null ? { text: null } : machinePhrase(value.value, english)),
        ...(value.link ? { url: value.link } : {}),
      };
    case 'spark':
      return { type: 'spark', values: value.values };
    case 'instant':
      return { type: 'instant', value: machineInstant(value.value), timezone: value.zone };
    case 'change':
      return {
        type: 'change',
        unit: machineUnits[value.of],
        before: machineNumber(value.before, value.of),
        now: machineNumber(value.now, value.of),
        lower_is_better: value.lowerIsBetter,
        verdict: value.verdict ?? null,
      };
    default:
      return {
        type: value.type,
        unit: machineUnits[value.type],
        value: machineNumber(value.value, value.type),
        n: value.n ?? null,
        status: value.status ?? 'ok',
        ...(value.type === 'duration' ? { clock: value.clock ?? 'calendar' } : {}),
        ...(value.type === 'score' && value.outOf !== undefined ? { out_of: value.outOf } : {}),
      };
  }
}
