import { asDays, endsOfFiles, newestStamps } from '../as-of.ts';
import { DAY } from '../desk.ts';
import {
  blur,
  type Column,
  type ColumnKey,
  column,
  type Draft,
  firstResponseFigures,
  type Language,
  resolutionFigures,
  setKnown,
} from '../draft.ts';
import type { Trait } from '../trait.ts';
import { clockIn } from './zone.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (n: number): string => String(n).padStart(2, '0');

const localMonths: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
  pt: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
    ' ',
  ),
  nl: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
};

interface Parts {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly h: number;
  readonly min: number;
  readonly s: number;
}

function partsOf(at: number): Parts {
  const date = new Date(at);
  return {
    y: date.getUTCFullYear(),
    m: date.getUTCMonth() + 1,
    d: date.getUTCDate(),
    h: date.getUTCHours(),
    min: date.getUTCMinutes(),
    s: date.getUTCSeconds(),
  };
}

const time = ({ h, min, s }: Parts): string => `${two(h)}:${two(min)}:${two(s)}`;
const twelve = ({ h, min, s }: Parts): string =>
  `${h % 12 === 0 ? 12 : h % 12}:${two(min)}:${two(s)} ${h < 12 ? 'AM' : 'PM'}`;
const iso = ({ y, m, d }: Parts): string => `${y}-${two(m)}-${two(d)}`;

const writers: Readonly<Record<string, (at: number) => string>> = {
  iso_z: (at) => new Date(at).toISOString().replace('.000', ''),
  sql: (at) => `${iso(partsOf(at))} ${time(partsOf(at))}`,
  minutes: (at) => `${iso(partsOf(at))} ${time(partsOf(at)).slice(0, 5)}`,
  day_first: (at) => {
    const p = partsOf(at);
    return `${two(p.d)}/${two(p.m)}/${p.y} ${time(p)}`;
  },
  month_first: (at) => {
    const p = partsOf(at);
    return `${p.m}/${p.d}/${p.y} ${twelve(p)}`;
  },
  afternoons: (at) => {
    const p = partsOf(at);
    return `${two(p.d)}/${two(p.m)}/${p.y} ${twelve(p).replace('AM', 'am').replace('PM', 'pm')}`;
  },
  months_first: (at) => {
    const p = partsOf(at);
    return `${months[p.m - 1]} ${p.d}, ${p.y}, ${twelve(p)}`;
  },
  utc_word: (at) => `${iso(partsOf(at))} ${time(partsOf(at))} UTC`,
  long_offset: (at) => `${iso(partsOf(at - 10_800_000))} ${time(partsOf(at - 10_800_000))} -0300`,
  millis: (at) => new Date(at).toISOString(),
  dotted: (at) => {
    const p = partsOf(at);
    return `${two(p.d)}.${two(p.m)}.${p.y} ${time(p)}`;
  },
  iso_t: (at) => new Date(at).toISOString().slice(0, 19),
  offset: (at) => `${new Date(at + 19_800_000).toISOString().slice(0, 19)}+05:30`,
  named: (at) => {
    const p = partsOf(at);
    return `${p.d} ${months[p.m - 1]} ${p.y} ${time(p)}`;
  },
  slashes: (at) => `${iso(partsOf(at)).replaceAll('-', '/')} ${time(partsOf(at))}`,
  // Days since 1899-12-30, as spreadsheets count.
  serial: (at) => (at / DAY + 25_569).toFixed(8),
  midnights: (at) => `${iso(partsOf(at))} 00:00:00`,
  epoch: (at) => String(at / 1000),
  epoch_ms: (at) => String(at),
  date_only: (at) => iso(partsOf(at)),
};

/** Forms that say all of an instant. */
const withZone: ReadonlySet<string> = new Set([
  ...['iso_z', 'offset', 'epoch', 'epoch_ms', 'utc_word', 'eastern', 'long_offset', 'millis'],
]);

/** Whether a form tells the time of day and which number is the month, of which a day after the twelfth is proof. */
const isClear = (option: string, { tickets, zone }: Draft): boolean =>
  !tickets.some(({ messages }) => messages.some(({ at }) => zone?.isTwofold(at))) &&
  !['date_only', 'midnights', 'serial'].includes(option) &&
  (!['day_first', 'month_first', 'dotted', 'afternoons'].includes(option) ||
    tickets.some(({ createdAt }) => new Date(createdAt).getUTCDate() > 12));

/** How instants are written. */
export const stamps: Trait = {
  id: 'stamps',
  options: {
    iso_z: 5,
    sql: 4,
    minutes: 2,
    day_first: 2,
    month_first: 2,
    dotted: 1,
    epoch: 1,
    epoch_ms: 1,
    date_only: 2,
    split: 2,
    iso_t: 1,
    offset: 1,
    named: 1,
    slashes: 1,
    serial: 1,
    midnights: 1,
    mixed: 1,
    afternoons: 1,
    months_first: 1,
    local_months: 1,
    utc_word: 1,
    eastern: 1,
    long_offset: 1,
    millis: 1,
  },
  isAmbiguous: (option, draft) => !withZone.has(option) && !(draft.zone !== null && isClear(option, draft)),
  plain: (draft) => {
    writeStamps(draft);
    nameZone(draft, 'iso_z');
  },
  apply: (draft, option) => {
    if (option === 'date_only' || option === 'midnights') draft.precision = 'day';
    else if (option === 'minutes' || option === 'mixed') draft.precision = 'minute';
    if (option === 'split') {
      const by = clockOf(draft);
      splitStamps(draft, by);
      writeStamps(draft, (at) => writers.sql(by(at)));
    } else if (clocked.has(option)) {
      const by = clockOf(draft);
      const write = (writer: string) => (at: number) => writers[writer](by(at));
      if (option === 'local_months') writeStamps(draft, inWords(draft.language, by));
      else if (option === 'mixed') writeStamps(draft, write('sql'), { created: write('minutes') });
      else writeStamps(draft, write(option));
    } else if (option === 'eastern') writeStamps(draft, easternTime());
    else writeStamps(draft, writers[option]);
    nameZone(draft, option);
    if (option === 'serial') blur(draft, [...firstResponseFigures, ...resolutionFigures], 1);
    if (option === 'minutes' || option === 'mixed')
      blur(draft, [...firstResponseFigures, ...resolutionFigures], 60);
    if (option === 'date_only' || option === 'midnights') toDays(draft);
  },
};

/** Forms of a date and a time of day, which are those of some clock. */
const clocked: ReadonlySet<string> = new Set([
  ...['sql', 'minutes', 'day_first', 'month_first', 'dotted', 'iso_t', 'named', 'slashes', 'mixed'],
  ...['afternoons', 'months_first', 'local_months'],
]);

/** The clock by which such stamps are written. */
const clockOf = ({ zone }: Draft): ((at: number) => number) => zone?.clock ?? ((at) => at);

/** Headers that name the zone; where stamps carry one themselves, they name that. */
function nameZone(draft: Draft, option: string): void {
  if (draft.zone === null) return;
  if (draft.zone.clock !== null && !clocked.has(option) && option !== 'split')
    draft.zone = { ...draft.zone, name: 'UTC', clock: null };
  const { name } = draft.zone;
  for (const each of [...draft.columns, ...draft.further.flatMap(({ columns }) => columns)])
    if (each.type === 'instant' || each.isHalf) each.header = `${each.header} (${name})`;
}

function writeStamps(
  draft: Draft,
  write: (at: number) => string = writers.iso_z,
  own: Readonly<Partial<Record<ColumnKey, (at: number) => string>>> = {},
): void {
  // Those of halves are known already.
  if (draft.columns.some(({ type }) => type === 'instant')) findEnds(draft);
  for (const each of [...draft.columns, ...draft.further.flatMap(({ columns }) => columns)]) {
    if (each.type !== 'instant') continue;
    each.cells = each.cells.map((cell) =>
      typeof cell === 'number' ? (own[each.key ?? 'id'] ?? write)(cell) : cell,
    );
  }
}

/** `2 de enero de 2025 10:05:11`, as a language writes it. */
const inWords =
  (language: Language, by: (at: number) => number) =>
  (at: number): string => {
    const p = partsOf(by(at));
    const month = localMonths[language][p.m - 1];
    const of = language === 'es' || language === 'pt' ? ' de ' : ' ';
    return `${p.d}${language === 'de' ? '.' : ''}${of}${month}${of}${p.y} ${time(p)}`;
  };

/** By the clock of New York, with its abbreviation behind: an hour that it shows twice is told apart by that. */
function easternTime(): (at: number) => string {
  const by = clockIn('America/New_York');
  return (at) => {
    const p = partsOf(by(at));
    return `${iso(p)} ${time(p)} ${at - by(at) === 4 * 3_600_000 ? 'EDT' : 'EST'}`;
  };
}

type Half = (stem: string) => string;

/** How a language names a date and its time of day. */
const halves: Readonly<Record<Language, readonly [Half, Half]>> = {
  en: [(stem) => `${stem} Date`, (stem) => `${stem} Time`],
  de: [(stem) => `${stem} Datum`, (stem) => `${stem} Uhrzeit`],
  fr: [(stem) => `Date ${stem}`, (stem) => `Heure ${stem}`],
  es: [(stem) => `Fecha ${stem}`, (stem) => `Hora ${stem}`],
  pt: [(stem) => `Data ${stem}`, (stem) => `Hora ${stem}`],
  it: [(stem) => `Data ${stem}`, (stem) => `Ora ${stem}`],
  nl: [(stem) => `${stem} Datum`, (stem) => `${stem} Tijd`],
};

function findEnds(draft: Draft): void {
  const inPrecision = (ends: readonly number[]): readonly number[] =>
    draft.precision === 'day' ? asDays(ends) : ends;
  draft.ends = inPrecision(newestStamps(draft));
  const joined = draft.further.filter(({ name }) => name === 'customers');
  draft.endsApart = inPrecision([...newestStamps({ ...draft, further: joined }), ...endsOfFiles(draft)]);
}

function splitStamps(draft: Draft, by: (at: number) => number): void {
  findEnds(draft);
  draft.columns = draft.columns.flatMap((each): Column[] => {
    if (each.type !== 'instant') return [each];
    const part = (header: string, write: (at: number) => string): Column => ({
      ...each,
      ...{ header, type: 'text', isHalf: true },
      cells: each.cells.map((cell) => (typeof cell === 'number' ? write(cell) : cell)),
    });
    const stem = each.header
      .replace(
        /s?datum\b|\b(?:at|on|date|time|of|am|le|el|em|il|op|datum|data|fecha|di|de|du|del|da|dal)\b|d['’]/gi,
        ' ',
      )
      .trim();
    const [date, time_] = halves[draft.language];
    return [part(date(stem), (at) => iso(partsOf(by(at)))), part(time_(stem), (at) => time(partsOf(by(at))))];
  });
}

const written = ['unanswered', 'closed_unanswered', 'replies', 'one_touch_rate'] as const;

/** Durations computed from bare dates are known to the day; those that the export reports stay as they are. */
function toDays(draft: Draft): void {
  // Nobody knows that what an agent's account sent on the same day came within seconds.
  if (draft.receipts === 'agent' && draft.further.some(({ name }) => name === 'messages'))
    blur(draft, [...firstResponseFigures, ...written], Number.POSITIVE_INFINITY);
  const known: readonly (readonly [ColumnKey, typeof firstResponseFigures])[] = [
    ['first_response_duration', firstResponseFigures],
    ['resolution_duration', resolutionFigures],
  ];
  for (const [reported, figures] of known) {
    if (column(draft, reported)) continue;
    const isFirst = figures === firstResponseFigures;
    const days = draft.tickets.flatMap(({ createdAt, answeredAt, solvedAt }) => {
      const end = isFirst ? answeredAt : solvedAt;
      return end === null ? [] : [Math.floor(end / DAY) - Math.floor(createdAt / DAY)];
    });
    days.sort((a, b) => a - b);
    // A quantile that occurs: the smallest number of days that so many tickets took at most.
    for (const [i, p] of [0.5, 0.9].entries()) {
      const before = draft.knowledge.get(figures[i]);
      if (before?.is !== 'known' || days.length === 0) continue;
      const value = 86_400 * days[Math.max(0, Math.ceil(p * days.length - 1e-9) - 1)];
      setKnown(draft, [figures[i]], { ...before, also: [value] });
      if (before.value !== undefined) blur(draft, [figures[i]], 86_400);
    }
  }
}
