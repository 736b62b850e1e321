import { type DataKind, type FieldId, neededFields } from '../../model/fields.ts';
import type { AmbiguousField } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { askedKind } from '../../model/rating-questions.ts';
import { isMissing } from '../../model/raw-value.ts';
import { unitMilliseconds } from '../../time/duration.ts';
import { parseNumber } from '../../time/duration-shapes.ts';
import type { Choice } from './choice.ts';
import type { ColumnLook } from './column-look.ts';
import type { Candidate } from './field-match.ts';

/** Scores closer than this say nothing about which of two columns is meant. */
const MARGIN = 0.06;
/** A runner-up that fits less well than this is no rival, however close. */
const RIVAL = 0.6;

/**
 * Fields of which the first of several columns is as good as another: nothing is computed from them but what a reader
 * sees, and each of the others stays a dimension by its own name.
 */
const anyWillDo: ReadonlySet<string> = new Set([
  'type',
  'tags',
  'language',
  'subject',
  'description',
  'text',
  'comment',
  'csat_comment',
  'name',
  'email',
  'role',
  'updated_at',
]);

/**
 * The fields whose column is not certain enough to count with: two columns fit them equally well, feed nothing else
 * and hold different things. A needed one is an error that names both and the flag; any other is left empty, which
 * makes the figures that need it unavailable, and is said. A column whose header is the field's own name is no riddle.
 */
export function settleAmbiguities(table: {
  readonly kind: DataKind;
  /** Ambiguous fields are taken out, but for needed ones. */
  readonly choices: Map<FieldId, Choice>;
  readonly candidates: readonly Candidate[];
  readonly pinned: ReadonlySet<string>;
  readonly looks: readonly ColumnLook[];
  readonly where: NonNullable<Problem['where']>;
}): { readonly ambiguous: readonly AmbiguousField[]; readonly problems: readonly Problem[] } {
  const { kind, choices, candidates, pinned, looks, where } = table;
  const ambiguous: AmbiguousField[] = [];
  const problems: Problem[] = [];
  const needed = new Set<string>(
    neededFields[kind].flatMap((alternatives) => (alternatives.length === 1 ? alternatives : [])),
  );
  const used = new Set([...choices.values()].map(({ look }) => look.index));
  for (const [field, { look, preset }] of [...choices]) {
    // In a log any of several columns names what happened; which one is told by what it holds.
    if (kind === 'events' && field === 'status') continue;
    if (preset !== null || pinned.has(field) || anyWillDo.has(field)) continue;
    const own = candidates.find((one) => one.field === field && one.look === look);
    if (!own || (!needed.has(field) && isNamedSo(look, field))) continue;
    const rivals = candidates.filter(
      (one) =>
        one.field === field &&
        one.score >= RIVAL &&
        own.score - one.score < MARGIN &&
        one.look.filled > 0 &&
        !used.has(one.look.index) &&
        (!isSameStem(look, one.look) || areParts(look, one.look)) &&
        !(field === 'score' && asksOtherwise(look, one.look)) &&
        !saysTheSame(look, one.look) &&
        !isOfAnotherZone(look, one.look) &&
        !(field === 'created_at' && changesWithin(choices.get('id')?.look, { own: look, rival: one.look })),
    );
    const gaps = rivals.every((rival) => isSameButForGaps(look, rival.look));
    if (gaps) {
      const [fullest] = [own, ...rivals].sort((a, b) => b.look.filled - a.look.filled);
      choices.set(field, { ...choices.get(field)!, look: fullest.look });
      continue;
    }
    const names = [look.name, ...rivals.map((rival) => rival.look.name)];
    problems.push({
      code: 'field_ambiguous',
      severity: needed.has(field) ? 'error' : 'warning',
      args: {
        field,
        candidates: names.map((name) => `"${name}"`),
        found: looks.map(({ name }) => name).slice(0, 40),
        try: names.map((name) => `--map ${field}='${name}'`).join(' or '),
      },
      where,
    });
    if (needed.has(field)) continue;
    choices.delete(field);
    const margin = Math.round((own.score - rivals[0].score) * 100) / 100;
    ambiguous.push({ field, candidates: names, margin });
  }
  return { ambiguous, problems };
}

const QUARTER = 900_000;
const WIDEST = 14 * 3_600_000;

/** `Created (UTC)` and `Created (local)`: the same stamps, as many hours apart all year, or as many and one more in summer. */
function isOfAnotherZone(a: ColumnLook, b: ColumnLook): boolean {
  const [first, second] = [a.instants[0]?.values, b.instants[0]?.values];
  if (!first || !second || (a.header.zone === null) === (b.header.zone === null)) return false;
  const apart = new Set<number>();
  for (const [row, value] of first.entries())
    if (!Number.isNaN(value) && !Number.isNaN(second[row])) apart.add(value - second[row]);
  return (
    apart.size > 0 &&
    apart.size <= 2 &&
    [...apart].every((each) => each % QUARTER === 0 && Math.abs(each) <= WIDEST)
  );
}

/** Rows that may say otherwise where one time is told in two units: it was rounded, or corrected in one of them. */
const ODD = 0.1;

/** True where one time in two units is not the same time twice: days, and the hours beyond them. */
function areParts(a: ColumnLook, b: ColumnLook): boolean {
  const sizes = [a, b].map(({ header: { unit } }) => (unit === null ? 0 : unitMilliseconds[unit]));
  if (sizes[0] === 0 || sizes[1] === 0 || sizes[0] === sizes[1]) return false;
  const [coarse, fine] = sizes[0] > sizes[1] ? [a, b] : [b, a];
  const [perCoarse, perFine] = [Math.max(...sizes), Math.min(...sizes)];
  let both = 0;
  let apart = 0;
  for (const [row, cell] of coarse.cells.entries()) {
    const whole = parseNumber(cell.trim()) * perCoarse;
    const beyond = parseNumber(fine.cells[row].trim()) * perFine - whole;
    if (!(whole > 0) || Number.isNaN(beyond)) continue;
    both++;
    const slack = perFine + 0.02 * whole;
    if (beyond < -perCoarse / 2 - slack || beyond > perCoarse + slack) apart++;
  }
  return both > 1 && apart > both * ODD;
}

/** Two questions of one form that say what each asks for (`CSAT (1-5)`, `NPS (0-10)`): surveys beside each other, no riddle. */
function asksOtherwise(a: ColumnLook, b: ColumnLook): boolean {
  const [own, other] = [askedKind(a.readAs), askedKind(b.readAs)];
  return own !== null && other !== null && own !== other;
}

/** Two columns of stamps that agree wherever both have one: notes are created and never sent, and the fuller tells more. */
function isSameButForGaps(a: ColumnLook, b: ColumnLook): boolean {
  const [first, second] = [a.instants[0]?.values, b.instants[0]?.values];
  if (!first || !second || a.filled === b.filled) return false;
  let both = 0;
  for (const [row, value] of first.entries()) {
    if (Number.isNaN(value) || Number.isNaN(second[row])) continue;
    if (value !== second[row]) return false;
    both++;
  }
  return both > 1;
}

/** So many tickets share a stamp, and have one each of the other: that is when a list was made. */
const OF_MANY = 5;

/** True where rows of one ticket share the one stamp and not the other: a ticket is created once, and reported on often. */
function changesWithin(
  ids: ColumnLook | undefined,
  { own, rival }: { readonly own: ColumnLook; readonly rival: ColumnLook },
): boolean {
  if (ids === undefined || varies(ids, own)) return false;
  return varies(ids, rival) || rival.distinct * OF_MANY <= own.distinct;
}

function varies(ids: ColumnLook, { cells }: ColumnLook): boolean {
  const first = new Map<string, string>();
  return ids.cells.some((id, row) => {
    if (isMissing(id)) return false;
    const known = first.get(id);
    if (known === undefined) first.set(id, cells[row]);
    return known !== undefined && known !== cells[row];
  });
}

/** True where a header says no more and no less than the field's own name. */
function isNamedSo(look: ColumnLook, field: string): boolean {
  return look.header.words === field.replaceAll('_', ' ');
}

/** Words for the forms in which one person or thing is written: two people may have one name, and still be told by it. */
const formWords =
  /(?<![^ ])(?:id|ids|uid|key|no|number|code|name|names|full|display|first|last|email|emails|e|mail|address|username|login|nombre|correo|nom|courriel|nome|nummer|nr|naam|नाम|आईडी|ईमेल|নাম|আইডি|ইমেইল|label|de|do|da|del|du|der|des|des|la|el|of|the)(?![^ ])/gu;

/** `Customer email` and `Customer name`, `Assignee` and `Assignee Id`: the same in two forms. Never of two stamps. */
export function isSameStem(a: ColumnLook, b: ColumnLook): boolean {
  if (a.instants.length > 0 || b.instants.length > 0) return false;
  const stem = ({ header }: ColumnLook): string =>
    header.words.replace(formWords, '').replace(/\s+/g, ' ').trim();
  const [first, second] = [stem(a), stem(b)];
  return first === second || first === '' || second === '';
}

/** True where each value of one column always stands beside the same value of the other: names and ids of the same people. */
export function saysTheSame(a: ColumnLook, b: ColumnLook): boolean {
  const beside = new Map<string, string>();
  const behind = new Map<string, string>();
  for (let row = 0; row < a.cells.length; row++) {
    const first = instantAt(a, row);
    const second = instantAt(b, row);
    if (first === '' && second === '') continue;
    if ((beside.get(first) ?? second) !== second || (behind.get(second) ?? first) !== first) return false;
    beside.set(first, second);
    behind.set(second, first);
  }
  return beside.size > 0 && (a.instants.length === 0 || sameStamps(a, b));
}

const instantAt = ({ cells }: ColumnLook, row: number): string => cells[row]?.trim() ?? '';

/** Stamps of two columns are the same only where they are the same instants; all different ones stand beside each other too. */
function sameStamps(a: ColumnLook, b: ColumnLook): boolean {
  const [first, second] = [a.instants[0]?.values, b.instants[0]?.values];
  if (!first || !second) return false;
  return first.every(
    (value, row) => value === second[row] || (Number.isNaN(value) && Number.isNaN(second[row])),
  );
}
