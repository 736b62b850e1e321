/** Small charts made of characters. Values are on a scale from 0 or their lowest; gaps are `·`. */

const eighths = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const parts = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;
const shades = [' ', '░', '▒', '▓', '█'] as const;

type Values = readonly (number | null)[];

/** One character a value, from the lowest to the highest of them; more values than fit are averaged in groups. */
export function sparkline(values: Values, width = Number.POSITIVE_INFINITY): string {
  const shown = groupValues(values, width);
  const range = rangeOf(shown);
  if (range === null) return '·'.repeat(shown.length);
  const span = range.high - range.low;
  return shown
    .map((value) => {
      if (value === null) return '·';
      const step = span === 0 ? 3 : Math.round(((value - range.low) / span) * (eighths.length - 1));
      return eighths[step];
    })
    .join('');
}

/** One character a value on a scale from 0 to the highest, which several rows may share. */
export function stripe(values: Values, highest: number): string {
  return values
    .map((value) => {
      if (value === null || !Number.isFinite(value)) return '·';
      const share = highest <= 0 ? 0 : Math.min(1, Math.max(0, value / highest));
      return eighths[Math.round(share * (eighths.length - 1))];
    })
    .join('');
}

/** A bar of so many cells for a share of the longest one; anything above 0 is seen. */
export function bar(share: number, width: number): string {
  const units = Math.round(Math.min(1, Math.max(0, share)) * width * 8);
  const shown = share > 0 ? Math.max(1, units) : 0;
  return '█'.repeat(Math.floor(shown / 8)) + parts[shown % 8];
}

/** The shade of a strength between 0 and 1: five steps, of which the first means none. */
export const shade = (strength: number): string => shades[shadeStep(strength)] ?? ' ';

/** 0 for nothing, then 1–4 in equal steps up to 1. */
export function shadeStep(strength: number): number {
  return strength <= 0 ? 0 : Math.min(4, Math.max(1, Math.ceil(strength * 4)));
}

/** Lowest and highest value present; null without any. */
export function rangeOf(values: Values): { readonly low: number; readonly high: number } | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high < low ? null : { low, high };
}

/** Averages neighbours so that at most `width` values are left; the newest stands by itself, as it is what is looked at. */
function groupValues(values: Values, width: number): Values {
  if (values.length <= width) return values.map((value) => (Number.isFinite(value) ? value : null));
  const groups = Math.max(1, Math.floor(width));
  const newest = values.at(-1) ?? null;
  const last = newest !== null && Number.isFinite(newest) ? newest : null;
  if (groups === 1) return [last];
  return [...groupsOf(values.slice(0, -1), groups - 1), last];
}

function groupsOf(values: Values, groups: number): Values {
  return Array.from({ length: groups }, (_, index) => {
    const from = Math.floor((index * values.length) / groups);
    const to = Math.max(from + 1, Math.floor(((index + 1) * values.length) / groups));
    const present = values
      .slice(from, to)
      .filter((value): value is number => value !== null && Number.isFinite(value));
    return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0) / present.length;
  });
}
