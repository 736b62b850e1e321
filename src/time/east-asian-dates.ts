/**
 * Dates and times with Chinese, Japanese or Korean words between their numbers (`2026年3月2日 9時05分`, `2026년 3월 2일 오후
 * 2:05`, `2026. 3. 2. 오전 9:05`), as the parsers of plain dates read them.
 */

const years = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]?/u;
const clock = /(\d{1,2})\s*[時时시点點]\s*(?:(\d{1,2})\s*[分분])?\s*(?:(\d{1,2})\s*[秒초])?/u;
const half = /(오전|午前|上午|오후|午後|下午)\s*(\d{1,2}(?::\d{2}){0,2})/u;
const weekday =
  /[（(]?(?:[日月火水木金土월화수목금토일](?:曜日|요일)|星期[一二三四五六日天])[）)]?|[（(][日月火水木金土월화수목금토일][）)]/gu;
const words = /[年月日時时分秒点點午년월일시분초전후]/u;
const mornings: ReadonlySet<string> = new Set(['오전', '午前', '上午']);

const two = (digits: string | undefined): string => (digits ?? '0').padStart(2, '0');

/** The same date in numbers (`2026-3-2 14:05`), or null where no such words stand in it. */
export function plainEastAsian(text: string): string | null {
  if (!words.test(text)) return null;
  return text
    .replace(weekday, ' ')
    .replace(years, '$1-$2-$3 ')
    .replace(clock, (_, hour: string, minute?: string, second?: string) =>
      second === undefined ? `${hour}:${two(minute)}` : `${hour}:${two(minute)}:${two(second)}`,
    )
    .replace(
      half,
      (_, which: string, time: string) =>
        `${time.includes(':') ? time : `${time}:00`} ${mornings.has(which) ? 'AM' : 'PM'}`,
    )
    .replace(/\s+/gu, ' ')
    .trim();
}
