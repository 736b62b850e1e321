import { isMissing } from '../../model/raw-value.ts';
import { isoWeekOf } from '../../time/iso-week.ts';
import { foldWord, monthWords } from '../../time/month-names.ts';
import { type ColumnLook, type InstantLook, isInstant } from './column-look.ts';
import { foldHeader } from './header.ts';

/**
 * Which of day and month comes first, by what else the file says: a column that names the month, the quarter, the
 * weekday or the week of a date, or ids that rise as tickets come.
 */
export type Order = 'day_first' | 'month_first';

/** The two readings of an undecided column. */
export interface Undecided {
  readonly day: InstantLook;
  readonly month: InstantLook;
}

const DAY = 86_400_000;
/** Rows on which the readings differ that a column must speak of, and the share that must agree with one of them. */
const LEAST_ROWS = 2;
const AGREES = 0.95;

/** What a cell says of its date: a number, and how the same is read off an instant. */
interface Calendar {
  readonly read: (cell: string) => number;
  readonly of: (at: number) => number;
}

const monthHeader = /\b(?:months?|monat|mois|mes|mese|maand|miesiac|ay)\b|месяц|মাস|महीना|माह/u;
const quarterHeader =
  /\b(?:quarter|quartal|trimestre|trimester|qtr|kwartaal|kwartal|ceyrek)\b|квартал|ত্রৈমাসিক|तिमाही/u;
const weekdayHeader =
  /\b(?:weekday|day|dow|wochentag|tag|jour|dia|giorno|dag|weekdag|feira|dzien|gun)\b|день|বার|দিন|वार|दिन/u;
const weekHeader =
  /\b(?:weeks?|woche|kw|semaine|semana|settimana|kalenderwoche|isoweek|settimana|tydzien|hafta|wk)\b|недел|সপ্তাহ|सप्ताह/u;

const weekdays: readonly string[] = [
  'måndag mån mandag man maanantai pondělí hétfő 월요일 월 月曜日 星期一 周一 monday mon montag mo lundi lun lunes segunda seg lunedì maandag ma poniedziałek pon понедельник пн pazartesi pzt সোমবার সোম सोमवार सोम',
  'tisdag tis tirsdag tir tiistai úterý kedd 화요일 화 火曜日 星期二 周二 tuesday tue tues dienstag di mardi martes terça ter martedì dinsdag wtorek wt вторник вт salı মঙ্গলবার মঙ্গল मंगलवार मंगल',
  'onsdag ons keskiviikko středa szerda 수요일 수 水曜日 星期三 周三 wednesday wed mittwoch mi mercredi mer miércoles mié quarta qua mercoledì woensdag wo środa śr среда ср çarşamba বুধবার বুধ बुधवार बुध',
  'torsdag tors torstai čtvrtek csütörtök 목요일 목 木曜日 星期四 周四 thursday thu thur thurs donnerstag do jeudi jeu jueves jue quinta qui giovedì gio donderdag czwartek czw четверг чт perşembe বৃহস্পতিবার বৃহস্পতি गुरुवार गुरु',
  'fredag fre perjantai pátek péntek 금요일 금 金曜日 星期五 周五 friday fri freitag fr vendredi ven viernes vie sexta sex venerdì vrijdag vr piątek пятница пт cuma শুক্রবার শুক্র शुक्रवार शुक्र',
  'lördag lör lørdag lauantai szombat 토요일 토 土曜日 星期六 周六 saturday sat samstag sonnabend sa samedi sam sábado sáb sabato zaterdag za sobota sob суббота сб cumartesi cmt শনিবার শনি शनिवार शनि',
  'söndag sön søndag sunnuntai neděle vasárnap 일요일 日曜日 星期日 周日 sunday sun sonntag so dimanche dim domingo dom domenica zondag zo niedziela niedz воскресенье вс pazar রবিবার রবি रविवार रवि',
];
let weekdaysMade: ReadonlyMap<string, number> | null = null;

function weekdayOfWord(word: string): number {
  weekdaysMade ??= new Map(
    weekdays.flatMap((names, index) => names.split(' ').map((name) => [foldWord(name), index + 1] as const)),
  );
  return weekdaysMade.get(foldWord(word)) ?? Number.NaN;
}

const wordsOf = (cell: string): string[] => cell.split(/[^\p{L}\p{M}]+/u).filter(Boolean);

function monthOf(cell: string): number {
  for (const word of wordsOf(cell)) {
    const month = monthWords().get(foldWord(word));
    if (month !== undefined) return month;
  }
  const parts = /^(?:(?:19|20)\d\d[-/. ]?(\d{1,2})|(\d{1,2})[-/. ](?:19|20)\d\d|M?(\d{1,2}))$/i.exec(
    cell.trim(),
  );
  const month = Number(parts?.[1] ?? parts?.[2] ?? parts?.[3]);
  return month >= 1 && month <= 12 ? month : Number.NaN;
}

const numberBehind =
  (pattern: RegExp, most: number) =>
  (cell: string): number => {
    const value = Number(pattern.exec(cell)?.[1]);
    return value >= 1 && value <= most ? value : Number.NaN;
  };

const months: Calendar = { read: monthOf, of: (at) => new Date(at).getUTCMonth() + 1 };
const quarters: Calendar = {
  read: numberBehind(/(?:[QT]|^)\s?([1-4])(?:\D|$)/i, 4),
  of: (at) => Math.floor(new Date(at).getUTCMonth() / 3) + 1,
};
const ofWeek: Calendar = {
  read: (cell) =>
    wordsOf(cell)
      .map(weekdayOfWord)
      .find((day) => !Number.isNaN(day)) ?? Number.NaN,
  of: (at) => new Date(at).getUTCDay() || 7,
};
const weeks: Calendar = {
  read: numberBehind(/(?:W|KW|S|^|week|-)\s?(\d{1,2})$/i, 53),
  of: (at) => isoWeekOf(Math.floor(at / DAY)).week,
};

/** What a column tells of dates, by its header and by whether nearly all of its cells can be read so. */
function calendarOf(look: ColumnLook): Calendar | null {
  if (look.filled < LEAST_ROWS || look.distinct > 400 || isInstant(look)) return null;
  // The words of a header are without units, and `Day` is one.
  const words = `${look.header.words} ${foldHeader(look.name)}`;
  const kinds: readonly (readonly [RegExp, Calendar])[] = [
    [monthHeader, months],
    [quarterHeader, quarters],
    [weekHeader, weeks],
    [weekdayHeader, ofWeek],
  ];
  // `Day of week` names two of them, and only one reads its cells.
  const named = kinds.flatMap(([header, kind]) => (header.test(words) ? [kind] : []));
  if (named.length === 0) return null;
  const present = look.cells.filter((cell) => !isMissing(cell));
  const isRead = ({ read }: Calendar): boolean =>
    present.filter((cell) => !Number.isNaN(read(cell))).length >= present.length * 0.9;
  return named.find(isRead) ?? null;
}

/** The order under which a column of months, quarters, weekdays or weeks agrees with the dates. */
export function orderByCalendar(looks: readonly ColumnLook[], columns: readonly Undecided[]): Order | null {
  for (const look of looks) {
    const calendar = calendarOf(look);
    if (!calendar) continue;
    for (const { day, month } of columns) {
      let told = 0;
      let asDay = 0;
      let asMonth = 0;
      look.cells.forEach((cell, row) => {
        const [first, second] = [day.values[row], month.values[row]];
        if (isMissing(cell) || Number.isNaN(first) || Number.isNaN(second)) return;
        const said = calendar.read(cell);
        const [ofDay, ofMonth] = [calendar.of(first), calendar.of(second)];
        if (Number.isNaN(said) || ofDay === ofMonth) return;
        told++;
        if (ofDay === said) asDay++;
        if (ofMonth === said) asMonth++;
      });
      if (told < LEAST_ROWS) continue;
      if (asDay >= told * AGREES && asMonth < told * AGREES) return 'day_first';
      if (asMonth >= told * AGREES && asDay < told * AGREES) return 'month_first';
    }
  }
  return null;
}

/** The number at the end of an id (`INC-0042` → 42), NaN without one. */
const idNumber = (cell: string): number => Number(/(\d{1,15})\D*$/.exec(cell)?.[1] ?? Number.NaN);

/** Row numbers in the order of their ids; null where ids are no rising numbers. */
export function rowsById(look: ColumnLook | null): number[] | null {
  if (!look || look.filled < 8) return null;
  const numbers = look.cells.map(idNumber);
  const rows = numbers.flatMap((number, row) => (Number.isNaN(number) ? [] : [row]));
  if (rows.length < look.filled * 0.95 || new Set(rows.map((row) => numbers[row])).size < rows.length)
    return null;
  return rows.sort((a, b) => numbers[a] - numbers[b]);
}

/** How far stamps go in a given order of rows, back and forth, and how far the first lies from the last of them. */
export interface Wander {
  readonly way: number;
  readonly span: number;
}

export function wanderOf(values: Float64Array, rows: readonly number[]): Wander {
  let last = Number.NaN;
  let way = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    if (!Number.isNaN(last)) way += Math.abs(value - last);
    if (value < least) least = value;
    if (value > most) most = value;
    last = value;
  }
  return { way, span: Math.max(0, most - least) };
}

/** Whether stamps rise nearly all the way: little of it is gone twice. */
export const risesIn = ({ way, span }: Wander): boolean => span > 0 && way <= span * 1.5 + DAY;

/** The order under which ids rise as time goes on, while they go back and forth under the other. */
export function orderByIds(id: ColumnLook | null, created: Undecided | null): Order | null {
  const rows = rowsById(id);
  if (!rows || !created) return null;
  const day = wanderOf(created.day.values, rows);
  const month = wanderOf(created.month.values, rows);
  if (risesIn(day) && !risesIn(month) && month.way >= day.way * 2) return 'day_first';
  if (risesIn(month) && !risesIn(day) && day.way >= month.way * 2) return 'month_first';
  return null;
}
