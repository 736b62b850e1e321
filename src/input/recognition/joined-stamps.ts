import { withoutEntities } from '../../model/entities.ts';
import type { FieldMapping, RecognitionOverrides } from '../../model/mapping.ts';
import { prepared } from '../../model/prepared.ts';
import { isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';
import { DAY } from '../../time/civil.ts';
import { namesItsUnits } from '../../time/duration.ts';
import { timeOfDay } from '../../time/time-of-day.ts';
import { furtherDates, furtherTimes } from './further-languages.ts';
import { foldHeader, readHeader } from './header.ts';
import { measureIn } from './measured-headers.ts';
import { differInOne } from './one-letter.ts';
import { pinnedColumn, pinnedPair } from './overrides.ts';
import { areOnePlace, placedName, withoutZone, zoneAfter } from './place-in-name.ts';
import { beginningIn, headerOf, type NamedTime, timesIn, timesOfDate } from './shared-dates.ts';
import { stampIn } from './stamped-headers.ts';
import { bindingWords } from './word-list.ts';

/**
 * A date in one column and its time in another are one stamp: `Date Opened` and `Time Opened`, `DateClosed` and
 * `TimeClosed`, `Fecha de apertura` and `Hora de apertura`. They belong together where their names differ in the word
 * for date and time only, the one holds dates without a time and the other times of day.
 */
export interface JoinedStamp {
  readonly date: number;
  readonly time: number;
  /** The column in whose place the stamp is looked at: the date's, or the time's where several times share a date. */
  readonly place: number;
  /** The date's name with its words apart, where it is written as one. */
  readonly header: string;
}

/** Words for a date and for a time of day in the languages of the recogniser, as `foldHeader` folds them. */
const dateWords = prepared(() =>
  `datum|date|data|fecha|dato|dia|day|তারিখ|तारीख|तारिख|दिनांक|तिथि|${furtherDates}`.split('|').map(foldHeader),
);
const timeWords = prepared(() =>
  `uhrzeit|zeitpunkt|zeit|time|hora|horario|heure|hour|ora|tid|tijd|clock|সময়|সময়|समय|वक़्त|वक्त|${furtherTimes}`
    .split('|')
    .map(foldHeader),
);

const unspaced = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u;
/** Two letters of Chinese or Japanese say as much as a word of others: `受付日`. */
const leastLeft = (word: string): number => (unspaced.test(word) ? 2 : 3);

interface Named {
  /** What is left without the word. */
  readonly stem: string;
  /** The name with the word apart. */
  readonly words: string;
  /** Whether the word is there at all. */
  readonly has: boolean;
}

/** `Eingang um` beside `Eingang am`, `Opened at` beside `Opened on`, `Ouvert à` beside `Ouvert le`: the time of it. */
const atTheTime = /^(?<stem>.+) (?:um|at|a|a las|as|alle|om)$/;

const stemOf = (words: readonly string[]): string =>
  words.filter((word) => !bindingWords.has(word)).join(' ');

/** Compounds are known as they are written in German, Chinese and Japanese; elsewhere the parts are the words. */
const isCompound = (kind: string): boolean => /^(?:datum|zeit|uhrzeit)$/.test(kind) || unspaced.test(kind);

/** A name without one of the words, wherever it stands: alone, or at an end of a longer one (`dateopened`). */
function without(header: string, kinds: readonly string[]): Named[] {
  const folded = foldHeader(header);
  const words = folded.split(' ');
  const found: Named[] = [];
  for (const kind of kinds) {
    const alone = words.indexOf(kind);
    if (alone >= 0) {
      found.push({ stem: stemOf(words.filter((_, i) => i !== alone)), words: folded, has: true });
      continue;
    }
    words.forEach((word, i) => {
      if (!(word.startsWith(kind) || word.endsWith(kind)) || word.length < kind.length + leastLeft(word))
        return;
      const [rest, apart] = word.startsWith(kind)
        ? [word.slice(kind.length), `${kind} ${word.slice(kind.length)}`]
        : [word.slice(0, -kind.length), `${word.slice(0, -kind.length)} ${kind}`];
      const put = (by: string): string[] => words.map((other, at) => (at === i ? by : other));
      found.push({
        stem: stemOf(put(rest)),
        words: isCompound(kind) ? folded : put(apart).join(' '),
        has: true,
      });
    });
  }
  return found;
}

/** `ouverture` and `d'ouverture`, `abertura` and `aberta`: the same but for an ending. */
function isSameStem(a: string, b: string): boolean {
  if (a === b) return true;
  if (a === '' || b === '') return false;
  const length = Math.min(a.length, b.length);
  if (length < 5) return false;
  let same = 0;
  while (same < length && a[same] === b[same]) same++;
  return same >= length - 1 && Math.max(a.length, b.length) - same <= 2;
}

const LEAST_STEM = 5;

/** `Conversation – Data aberto`: the section, and the name within it. */
function inSection(name: string): { readonly section: string; readonly rest: string } {
  if (!/[-:|–—]/.test(name)) return { section: '', rest: name };
  const found = /^(?<section>\p{L}[\p{L} ]*?)(?:\s*[:|]\s*|\s+[-–—]\s+)(?<rest>\S.*)$/u.exec(name)?.groups;
  return { section: found?.section ?? '', rest: found?.rest ?? name };
}

/**
 * `Datec réation` and `Heure création`, `Created Date` and `Craeted Time`: one name in which somebody slipped, in what
 * stands in brackets after it too: `Created Date (Europ/Berlin)`.
 */
function isMistypedPair(date: string, time: string): boolean {
  const [day, clock] = [placedName(date), placedName(time)];
  if (!areOnePlace(day.place, clock.place)) return false;
  const [left, right] = [inSection(day.bare), inSection(clock.bare)];
  if (left.section !== right.section && !differInOne(left.section, right.section)) return false;
  const dates = mistypedStems(left.rest, dateWords);
  return mistypedStems(right.rest, timeWords).some(
    (stem) => stem.length >= LEAST_STEM && dates.some((other) => other === stem || differInOne(other, stem)),
  );
}

/** What is left of a name, written as one word, without a word for the kind that may have a letter wrong itself. */
function mistypedStems(name: string, kinds: readonly string[]): string[] {
  // Where blanks part the words, a capital inside of one is a slip: `Solved aDte`.
  const words = foldHeader(name.includes(' ') ? name.toLowerCase() : name).split(' ');
  const squeezed = (some: readonly string[]): string => stemOf(some).replaceAll(' ', '');
  const joined = squeezed(words);
  const stems: string[] = [];
  for (const kind of kinds) {
    if (joined.startsWith(kind)) stems.push(joined.slice(kind.length));
    if (joined.endsWith(kind)) stems.push(joined.slice(0, -kind.length));
    words.forEach((word, at) => {
      // Between others it stands before a zone: `solved_dte_gmt`.
      const isBetween = at > 0 && at < words.length - 1;
      if (differInOne(word, kind) || (isBetween && word === kind))
        stems.push(squeezed(words.filter((_, other) => other !== at)));
    });
  }
  return stems;
}

/** Colons, or so many digits as only an instant has (`1767081690`, `20260105083000`). */
const hasOwnTime = /\d[T\s]+\d{1,2}\s?[:.h]\d{2}|\d{1,2}:\d{2}|^\d{10,}(?:[.,]\d+)?$/;
const noTime = /[T\s]+00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?$|(?<=\d)[T\s]+12:00(?::00)?\s?AM$/i;
/** Days since 1899-12-30, 1990 to 2100. */
const isSerial = (cell: string): boolean => /^\d{5}(?:[.,]0+)?$/.test(cell) && Number(cell) > 32_874;
const LEAST = 0.9;
/** `1.3.24 9:05` */
const LEAST_STAMP = 11;

function filledCells(table: TableSample, column: number): string[] {
  return (table.values[column] ?? []).filter((cell) => !isMissing(cell)).map((cell) => cell.trim());
}

/** Whether nearly all filled cells of a column pass a test; once too many have failed, no more are asked. */
function nearlyAll(table: TableSample, column: number, test: (cell: string) => boolean): boolean {
  const cells = table.values[column] ?? [];
  const { length } = cells;
  let filled = 0;
  let failed = 0;
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    filled++;
    if (!test(cell.trim()) && (length - ++failed) / length < LEAST) return false;
  }
  return filled > 0 && (filled - failed) / filled >= LEAST;
}

const looksLikeDate = (cell: string): boolean => {
  const date = cell.replace(noTime, '');
  if (hasOwnTime.test(date)) return false;
  return (
    isSerial(date) ||
    (/\p{Nd}/u.test(date) && date.length >= 6 && date.length <= 40 && !/^\d{1,7}$/.test(date))
  );
};

/** `1 day, 3:04:05`: a length of time, however many cells beside it are shorter (`0 days, 3:04:05`). */
const isOfDays = (cell: string): boolean => /^[+-]?(?:[1-9]\d*|\d+\.\d+) days?\b/i.test(cell);

/** Times of day, not one time over and over, and none of a day or more. */
function areTimes(table: TableSample, column: number): boolean {
  if (!nearlyAll(table, column, (cell) => !Number.isNaN(timeOfDay(cell)))) return false;
  const cells = filledCells(table, column);
  return !cells.some(isOfDays) && !cells.every((cell) => /^[01]$/.test(cell));
}

/** The pairs of a table: those that the user named, and those that names and cells show. */
export function findJoinedStamps(written: TableSample, overrides: RecognitionOverrides): JoinedStamp[] {
  const table = { ...written, columns: written.columns.map(withoutEntities) };
  const pairs: JoinedStamp[] = [];
  const taken = new Set<number>();
  const pinned = new Set<number>();
  for (const name of overrides.columns.values()) {
    const pair = pinnedPair(written.columns, name);
    const alone = pair === null ? pinnedColumn(written.columns, name) : null;
    if (alone !== null) pinned.add(alone);
    if (pair === null || taken.has(pair.time)) continue;
    const place = taken.has(pair.date) ? pair.time : pair.date;
    pairs.push({ ...pair, place, header: table.columns[place] });
    taken.add(pair.date).add(pair.time);
  }
  const times = table.columns.flatMap((name, time) => {
    if (taken.has(time) || pinned.has(time) || !areTimes(table, time)) return [];
    const bound = atTheTime.exec(foldHeader(name))?.groups?.stem;
    const stems = [
      ...without(name, timeWords),
      ...(bound ? [{ stem: stemOf(bound.split(' ')), words: bound, has: true }] : []),
    ];
    const isNamed =
      stems.length > 0 || mistypedStems(inSection(placedName(name).bare).rest, timeWords).length > 0;
    return isNamed ? [{ time, stems }] : [];
  });
  if (times.length === 0) return pairs;
  const named = pairs.length;
  table.columns.forEach((name, date) => {
    if (taken.has(date)) return;
    const named = [
      ...without(name, dateWords),
      { stem: stemOf(foldHeader(name).split(' ')), words: '', has: false },
    ];
    const byNames = (exact: boolean) =>
      times.find(
        ({ time, stems }) =>
          time !== date &&
          !taken.has(time) &&
          named.some((one) =>
            stems.some(
              (other) =>
                (one.has || one.stem !== '') &&
                (exact ? one.stem === other.stem : isSameStem(one.stem, other.stem)),
            ),
          ),
      );
    const match =
      byNames(true) ??
      byNames(false) ??
      times.find(
        ({ time }) => time !== date && !taken.has(time) && isMistypedPair(name, table.columns[time]),
      );
    if (!match || !nearlyAll(table, date, looksLikeDate)) return;
    const clock = table.columns[match.time];
    pairs.push({
      ...{ date, time: match.time, place: date },
      header: `${nameOfPair(name, clock)}${zoneAfter([name, clock])}`,
    });
    taken.add(date).add(match.time);
  });
  const found = pairs.filter((pair, index) => index < named || !isMeasured(pair, { table, pairs }));
  return named > 0 ? found : withSharedDate(table, found);
}

/** The date's name with its words apart; the time's, where that names a stamp and the other slipped: `date_ésolu`, `heure_résolu`. */
function nameOfPair(date: string, time: string): string {
  const bare = withoutZone(date);
  const [day] = without(bare, dateWords);
  const own = day?.words ?? bare;
  if (stampIn(readHeader(own).words) !== null) return own;
  const [clock] = without(withoutZone(time), timeWords);
  return clock && stampIn(readHeader(clock.stem).words) !== null ? clock.stem : own;
}

/** Times of day by the stem of their names, but for those that are taken. */
function namedTimes(
  table: TableSample,
  taken: ReadonlySet<number>,
): (NamedTime & { readonly stems: Named[] })[] {
  return table.columns.flatMap((name, column) => {
    if (taken.has(column)) return [];
    const stems = without(name, timeWords);
    return stems.length > 0 && areTimes(table, column) ? [{ column, stem: stems[0].stem, stems }] : [];
  });
}

const numericDate = /^\p{Nd}{1,4}(?<mark>[./-]) ?\p{Nd}{1,2}\k<mark> ?\p{Nd}{2,4}\.?$/u;

/** One date and several times of day in a row (`Date, Time received, Time answered, Time closed`): each is a stamp of that date. */
function withSharedDate(table: TableSample, pairs: JoinedStamp[]): JoinedStamp[] {
  if (pairs.length > 1) return pairs;
  const times = namedTimes(table, new Set(pairs.flatMap(({ date, time }) => [date, time])));
  if (times.length === 0) return pairs;
  const sharing = (date: number, others: readonly NamedTime[], began: readonly number[]): JoinedStamp[] =>
    timesOfDate(table, others, began).map(({ column, stem }) => ({
      ...{ date, time: column, place: column, header: headerOf(stem) },
    }));
  const [pair] = pairs;
  if (pair) return [pair, ...sharing(pair.date, times, timesIn(table.values[pair.time]))];
  const began = beginningIn(table, (column) => nearlyAll(table, column, isWholeStamp));
  if (began !== null) return sharing(began, times, timesIn(table.values[began]));
  const first = times.find(({ stem }) => stem === '' || stampIn(stem)?.field === 'created_at');
  const date = oneDate(table);
  if (!first || date === null) return pairs;
  const others = times.filter((time) => time !== first);
  const shared = sharing(date, others, timesIn(table.values[first.column]));
  if (others.length > 0 && shared.length === 0) return pairs;
  const header = first.stem || table.columns[date];
  return [{ date, time: first.column, place: date, header }, ...shared];
}

/** The only column of dates of a table, where it is called nothing else; null for none. */
function oneDate(table: TableSample): number | null {
  const dates = table.columns.flatMap((name, column) => {
    const isNamed = without(name, dateWords).length > 0;
    const isDate = (cell: string): boolean => looksLikeDate(cell) && (isNamed || numericDate.test(cell));
    return nearlyAll(table, column, isDate) ? [column] : [];
  });
  const isBare =
    dates.length === 1 && without(table.columns[dates[0]], dateWords).some(({ stem }) => stem === '');
  return isBare ? dates[0] : null;
}

/**
 * `First response on` and `First response time` where nothing else in the table has a time of day: days, and beside them a
 * time that was measured. Who writes stamps in two columns does so with the creation too.
 */
function isMeasured(
  { date, time }: JoinedStamp,
  { table, pairs }: { readonly table: TableSample; readonly pairs: readonly JoinedStamp[] },
): boolean {
  if (measureIn(foldHeader(table.columns[time]), false) === null) return false;
  const others = pairs.filter((other) => other.time !== time);
  if (others.some((other) => measureIn(foldHeader(table.columns[other.time]), false) === null)) return false;
  return table.columns.every(
    (_, column) => column === date || column === time || !nearlyAll(table, column, isWholeStamp),
  );
}

/** A day with a time of its own that is not midnight. */
const isWholeStamp = (cell: string): boolean =>
  cell.length >= LEAST_STAMP &&
  cell.length <= 40 &&
  hasOwnTime.test(cell) &&
  !noTime.test(cell) &&
  !namesItsUnits(cell);

/** The time of day behind a date. */
const ownTime = /(?<=\d)(?:T|,?\s+)\d{1,2}[:.h]\d{2}.*$/;

/** A date and a time of day as the cell of one stamp. */
function joinCells(date: string, time: string): string {
  if (isMissing(date)) return '';
  const day = date.trim().replace(noTime, '');
  const at = timeOfDay(time);
  if (isMissing(time) || Number.isNaN(at) || hasOwnTime.test(day)) return day;
  if (isSerial(day)) return String(Math.floor(Number(day.replace(',', '.'))) + Math.min(at, DAY - 1) / DAY);
  return `${day} ${new Date(Math.min(at, DAY - 1)).toISOString().slice(11, 19)}`;
}

/** The sample as it is looked at: each pair one column of stamps, at the place of the date. */
export function withJoinedStamps(table: TableSample, pairs: readonly JoinedStamp[]): TableSample {
  if (pairs.length === 0) return table;
  const values = [...table.values];
  for (const { date, time, place } of pairs) {
    const times = table.values[time] ?? [];
    const isShared = place === time;
    const joined = (table.values[date] ?? []).map((cell, row) =>
      isShared && isMissing(times[row] ?? '')
        ? ''
        : joinCells(isShared ? cell.replace(ownTime, '') : cell, times[row] ?? ''),
    );
    values[time] = times.map(() => '');
    values[place] = joined;
  }
  return { ...table, values };
}

/** How the mapping of a pair's date names the time that belongs to it. */
export function joinedMapping(
  table: TableSample,
  { date, time, place }: JoinedStamp,
): Pick<FieldMapping, 'column' | 'source' | 'time'> {
  return {
    column: date,
    source: `${table.columns[date]}+${table.columns[time]}`,
    time: {
      column: time,
      source: table.columns[time],
      dateSource: table.columns[date],
      ...(place === time ? { isShared: true } : {}),
    },
  };
}
