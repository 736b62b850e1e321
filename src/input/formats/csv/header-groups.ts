/**
 * Headers of two rows, as spreadsheets with merged cells write them: groups in the first (`Created,,Closed,`), names in the
 * second (`Date,Time,Date,Time`); a name that spans both rows stands in the first alone.
 */

type RowAt = (index: number) => readonly string[] | undefined;

const blank = (cell: string | undefined): boolean => (cell ?? '').trim() === '';
const LONGEST_NAME = 60;
/** Rows behind the header that are looked at for stamps. */
const LOOKED = 6;
const stamp =
  /\d{1,4}[-/.年]\s?\d{1,2}(?:[-/.月]|\D*$)|\d{1,2}\.?[ -](?:de )?\p{L}{3,}|\p{L}{3,}\.? \d{1,2},? \d{4}|^\d{5}[.,]\d+$|^\d{10}(?:\d{3})?$/u;
/** Names that say nothing without their group. */
const bare =
  /^(?:date|time|day|hour|at|by|on|id|no|nr|name|number|datum|uhrzeit|zeit|tag|heure|jour|fecha|hora|data|ora|tijd|dato|klokkeslett|tid|dag|godzina|дата|время|tarih|saat|日付|時刻|日期|时间|날짜|시간|التاريخ|الوقت|तारीख|समय|তারিখ|সময়)$/iu;

/** `[text]`, `<date>`: what a column holds, and no name of it. */
const typeInBrackets = /^[[(<{].*[\])>}]$/u;

/** True where the row at an index groups the names that stand in the next one. */
export function isGroupRow(rowAt: RowAt, index: number): boolean {
  const [groups, names] = [rowAt(index), rowAt(index + 1)];
  if (!groups || !names || names.length < 3 || groups.length > names.length) return false;
  if (groups.filter((cell) => !blank(cell)).length < 2) return false;
  // That of line numbers may be called nothing.
  const nameless = names.filter((cell, i) => blank(cell) && blank(groups[i])).length;
  const isNamed = nameless <= 1;
  const isHeader = [...groups, ...names].every(
    (cell) => cell.length <= LONGEST_NAME && !stamp.test(cell.trim()),
  );
  if (!isNamed || !isHeader) return false;
  // A group spreads to the right: what nothing stands before is a column without a name, as that of line numbers.
  const begins = groups.findIndex((cell) => !blank(cell));
  const isSpread = names.some((cell, i) => i > begins && !blank(cell) && blank(groups[i]));
  return (
    isSpread &&
    !names.every((cell) => blank(cell) || typeInBrackets.test(cell.trim())) &&
    names.some((cell, i) => !blank(cell) && isStamps(rowAt, { from: index + 2, column: i }))
  );
}

/** True where most cells of a column are stamps, in the first rows. */
function isStamps(
  rowAt: RowAt,
  { from, column }: { readonly from: number; readonly column: number },
): boolean {
  let filled = 0;
  let stamps = 0;
  for (let index = from; index < from + LOOKED; index++) {
    const cell = rowAt(index)?.[column];
    if (blank(cell)) continue;
    filled++;
    if (stamp.test((cell ?? '').trim())) stamps++;
  }
  return stamps > 0 && stamps * 2 > filled;
}

/** `(Asia/Tokyo)`, `(UTC+9)`, `[CET]` behind a name: the zone of what stands below. */
const zoneBehind =
  /[([]\s*(?:(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{1,4}T|[A-Za-z]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?)\s*[)\]]\s*$/;

/**
 * One name a column: that of the second row, with its group before it where it says too little or stands twice, and the
 * zone that its group names behind it.
 */
export function groupedNames(groups: readonly string[], names: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const name of names) times.set(name.trim(), (times.get(name.trim()) ?? 0) + 1);
  let group = '';
  return names.map((cell, i) => {
    const name = cell.trim();
    if (!blank(groups[i])) group = groups[i].trim();
    if (name === '') return (groups[i] ?? '').trim();
    if ((times.get(name) ?? 0) > 1 || bare.test(name)) return `${group} ${name}`.trim();
    const [zone] = zoneBehind.exec(group) ?? [];
    return zone === undefined || /[([]/.test(name) ? name : `${name} ${zone}`;
  });
}
