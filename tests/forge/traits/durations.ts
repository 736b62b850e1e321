import {
  allFigures,
  blur,
  type Draft,
  firstResponseFigures,
  makeOptional,
  resolutionFigures,
} from '../draft.ts';
import type { Trait } from '../trait.ts';

const two = (n: number): string => String(n).padStart(2, '0');

interface Lasting {
  readonly d: number;
  readonly h: number;
  readonly m: number;
  readonly s: number;
}

const partsOf = (span: number): Lasting => {
  const s = Math.round(span / 1000);
  return { d: Math.floor(s / 86_400), h: Math.floor(s / 3600) % 24, m: Math.floor(s / 60) % 60, s: s % 60 };
};

const many = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;

const writers: Readonly<Record<string, { readonly unit: string; readonly write: (span: number) => string }>> =
  {
    minutes: { unit: 'minutes', write: (span) => String(Math.round(span / 60_000)) },
    hours: { unit: 'hours', write: (span) => (span / 3_600_000).toFixed(2) },
    no_unit: { unit: '', write: (span) => String(Math.round(span / 60_000)) },
    seconds: { unit: 'seconds', write: (span) => String(span / 1000) },
    short_words: {
      unit: '',
      write: (span) => {
        const { d, h, m, s } = partsOf(span);
        return [d > 0 ? `${d}d` : '', d + h > 0 ? `${h}h` : '', `${m}m`, `${s}s`].filter(Boolean).join(' ');
      },
    },
    words: {
      unit: '',
      write: (span) => {
        const { d, h, m, s } = partsOf(span);
        const all = [
          [d, 'day'],
          [h, 'hour'],
          [m, 'minute'],
          [s, 'second'],
        ] as const;
        const said = all.filter(([n]) => n > 0).map(([n, word]) => many(n, word));
        return said.length === 0 ? '0 seconds' : said.join(', ');
      },
    },
    iso: {
      unit: '',
      write: (span) => {
        const { d, h, m, s } = partsOf(span);
        return `P${d > 0 ? `${d}D` : ''}T${h}H${m}M${s}S`;
      },
    },
    timedelta: {
      unit: '',
      write: (span) => {
        const { d, h, m, s } = partsOf(span);
        return `${many(d, 'day')}, ${h}:${two(m)}:${two(s)}`;
      },
    },
    clock: {
      unit: '',
      write: (span) => {
        const s = Math.round(span / 1000);
        return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
      },
    },
  };

/** `12:30:00` may be hours or days; a bare number anything. */
const unclear: ReadonlySet<string> = new Set(['clock', 'no_unit']);

/** How measured times are written. */
export const durations: Trait = {
  id: 'durations',
  options: {
    minutes: 6,
    hours: 3,
    seconds: 2,
    clock: 3,
    no_unit: 1,
    short_words: 1,
    words: 1,
    iso: 1,
    timedelta: 1,
  },
  isAmbiguous: (option, draft) =>
    unclear.has(option) && draft.columns.some(({ key }) => key?.endsWith('_duration')),
  plain: (draft) => writeDurations(draft, 'minutes'),
  apply: (draft, option) => writeDurations(draft, option),
};

/** Writes measured times; the unit stands in the header. */
function writeDurations(draft: Draft, option: string): void {
  const { unit, write } = writers[option];
  for (const each of draft.columns) {
    if (each.type !== 'duration') continue;
    each.cells = each.cells.map((cell) => (typeof cell === 'number' ? write(cell) : cell));
    // Whoever cannot test it against stamps has to ask.
    if (option === 'no_unit') {
      makeOptional(draft, allFigures);
      // Then bare dates are all that tells of them, or the messages of some.
      if (draft.precision === 'day') blur(draft, [...firstResponseFigures, ...resolutionFigures], 86_400);
      if (draft.further.some(({ name }) => name === 'messages')) blur(draft, firstResponseFigures, 86_400);
    }
    if (unit !== '') each.header = `${each.header} (${unit})`;
    blur(draft, [...firstResponseFigures, ...resolutionFigures], 60);
  }
}
