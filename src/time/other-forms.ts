/**
 * Stamps in forms of their own, as the parsers of plain dates read them: with dots within their words, as Thai months (`5 มี.ค. 2569 9:05 น.`) and the
 * halves of a day in Greek, Vietnamese and Malay (`5/3/2026 2:05 μ.μ.`, `2:05 CH`, `2:05 PTG`); and as .NET's older JSON and DB2 write them.
 */

const thaiMonth = /([ก-๙]{1,3})\.([ก-๙])\./gu;
/** `น.` is "o'clock", `พ.ศ.` and `ค.ศ.` name the count of years. */
const thaiFillers = /(?:พ\.?ศ\.?|ค\.?ศ\.?|เวลา|เมื่อ|วันที่|น\.?)(?=[\s\d]|$)/gu;
const clock = String.raw`(\d{1,2}:\d{2}(?::\d{2})?)\s*`;
const morning = new RegExp(`${clock}(?:π\\.?\\s?μ\\.?|SA|PG)$`, 'u');
const afternoon = new RegExp(`${clock}(?:μ\\.?\\s?μ\\.?|CH|PTG)$`, 'u');

/** As .NET's older JSON (`/Date(1767600900000)/`) and DB2 (`2026-01-05-08.15.00.000000`) write a stamp. */
const ofDotNet = /^\/Date\((-?\d{11,14})(?:[+-]\d{4})?\)\/$/;
const ofDb2 = /^(\d{4}-\d\d-\d\d)-(\d\d)\.(\d\d)\.(\d\d(?:\.\d+)?)$/;

/** The same date as others write it, or null where it holds none of these. */
export function writtenPlainly(text: string): string | null {
  const count = ofDotNet.exec(text);
  if (count) return new Date(Number(count[1])).toISOString();
  if (ofDb2.test(text)) return text.replace(ofDb2, '$1 $2:$3:$4');
  const plain = text
    .replace(thaiFillers, ' ')
    .replace(thaiMonth, '$1$2')
    .replace(morning, '$1 AM')
    .replace(afternoon, '$1 PM')
    .replace(/\s+/gu, ' ')
    .trim();
  return plain === text ? null : plain;
}
