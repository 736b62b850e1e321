import type { Habits } from './habits.ts';

/** Writes numbers in a language's digits and grouping. A minus is `−`, as wide as a digit and never a hyphen. */
export interface NumberWords {
  /** With at most (and at least) so many digits after the point. */
  number(value: number, digits?: { readonly min?: number; readonly max?: number }): string;
  /** A share as a percentage with one digit; what would round to 0 or 100 without being it says `<` or `>`. */
  share(value: number): string;
  /** With a sign, also for what grew: `+12`, `−3.5`, `0`. */
  signed(value: number, digits?: number): string;
  /** A whole number without grouping, padded with zeros: for clocks and durations. */
  plain(value: number, width?: number): string;
}

export function numberWords({ tag, own }: Pick<Habits, 'tag' | 'own'>): NumberWords {
  const kept = new Map<string, Intl.NumberFormat>();
  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const written = own?.number(value, options) ?? byIntl(value, options);
    return written.replace('-', '−');
  };
  const byIntl = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    let known = kept.get(key);
    if (known === undefined) {
      known = new Intl.NumberFormat(tag, options);
      kept.set(key, known);
    }
    return known.format(value === 0 ? 0 : value);
  };
  const number: NumberWords['number'] = (value, { min = 0, max = Math.max(min, 1) } = {}) =>
    format(value, { minimumFractionDigits: min, maximumFractionDigits: max });
  const percent = (value: number): string =>
    format(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return {
    number,
    share(value) {
      if (value > 0 && value < 0.0005) return `<${percent(0.001)}`;
      if (value < 1 && value >= 0.9995) return `>${percent(0.999)}`;
      return percent(value);
    },
    signed(value, digits = 0) {
      const unit = 10 ** -digits;
      if (Math.abs(value) < unit / 2) return number(0, { max: 0 });
      return (value > 0 ? '+' : '') + number(value, { min: digits, max: digits });
    },
    plain: (value, width = 1) => format(value, { useGrouping: false, minimumIntegerDigits: width }),
  };
}
