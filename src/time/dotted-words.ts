/**
 * Dates with dots within their words: Thai months (`5 มี.ค. 2569 9:05 น.`) and the halves of a day in Greek, Vietnamese and
 * Malay (`5/3/2026 2:05 μ.μ.`, `2:05 CH`, `2:05 PTG`), as the parsers of plain dates read them.
 */

const thaiMonth = /([ก-๙]{1,3})\.([ก-๙])\./gu;
/** `น.` is "o'clock", `พ.ศ.` and `ค.ศ.` name the count of years. */
const thaiFillers = /(?:พ\.?ศ\.?|ค\.?ศ\.?|เวลา|เมื่อ|วันที่|น\.?)(?=[\s\d]|$)/gu;
const clock = /(\d{1,2}:\d{2}(?::\d{2})?)\s*/.source;
const morning = new RegExp(`${clock}(?:π\\.?\\s?μ\\.?|SA|PG)$`, 'u');
const afternoon = new RegExp(`${clock}(?:μ\\.?\\s?μ\\.?|CH|PTG)$`, 'u');

/** The same date in words without dots, or null where it holds none of these. */
export function withoutDottedWords(text: string): string | null {
  const plain = text
    .replace(thaiFillers, ' ')
    .replace(thaiMonth, '$1$2')
    .replace(morning, '$1 AM')
    .replace(afternoon, '$1 PM')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain === text ? null : plain;
}
