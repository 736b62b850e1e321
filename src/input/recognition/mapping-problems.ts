import { type DataKind, type FieldId, isEventMeaning, neededFields } from '../../model/fields.ts';
import type { CellFacts, FieldMapping, RecognitionOverrides, TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { askedKind } from '../../model/rating-questions.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { acknowledgements } from './acknowledgements.ts';
import { clockPairs } from './clock-pairs.ts';
import { coarseProblems } from './coarse-dates.ts';
import type { ColumnLook } from './column-look.ts';
import type { DateDecisions } from './dates.ts';
import { durationUnits } from './duration-units.ts';
import type { Candidate } from './field-match.ts';
import { likelyCreation } from './likely-creation.ts';
import { isRated } from './question-score.ts';
import { runningAges } from './running-ages.ts';
import type { ZoneDecision } from './zone-of-table.ts';

/** Everything that is known about a table once its readings are made. */
interface Settled {
  readonly kind: DataKind;
  /** Measured times whose unit the stamps tell are completed in place; those without any are taken out. */
  readonly fields: Partial<Record<FieldId, FieldMapping>>;
  /** Takes the measured times whose unit only the stamps can tell. */
  readonly unitless: Partial<Record<FieldId, FieldMapping>>;
  /** Takes the measured times that may be ages that run on. */
  readonly ages: Partial<Record<FieldId, FieldMapping>>;
  /** What all cells said, by column. */
  readonly cells: ReadonlyMap<number, CellFacts>;
  readonly looks: readonly ColumnLook[];
  readonly dates: DateDecisions;
  readonly zone: ZoneDecision;
  readonly shape: TableMapping['eventShape'] | null;
  readonly overrides: RecognitionOverrides;
  readonly identity: {
    readonly candidates: readonly Candidate[];
    readonly match: { readonly preset: { readonly name: string } } | null;
  };
  readonly where: NonNullable<Problem['where']>;
  readonly path: string;
}

/** What should be said about a mapping: what is missing or ambiguous, and what was guessed. */
export function mappingProblems(table: Settled): Problem[] {
  const coarse = coarseProblems(table);
  const isNamed = (field: unknown): boolean => coarse.some(({ args }) => args.field === field);
  return [
    ...coarse,
    ...missing(table).filter(
      ({ code, args }) => !isNamed(code === 'no_created_at' ? 'created_at' : args.field),
    ),
    ...durationUnits(table),
    ...runningAges(table, table.ages),
    ...clockPairs(table),
    ...dateNotes(table),
    ...zoneNote(table),
    ...unknownStatuses(table),
    ...activities(table),
    ...answersAmongTickets(table),
    ...acknowledgements(table),
  ];
}

/** Recommendation and effort that are asked in a column of a ticket list are answers only where they are read as such. */
function answersAmongTickets({ kind, fields, looks, where }: Settled): Problem[] {
  if (kind !== 'tickets') return [];
  const used = new Set(Object.values(fields).map((field) => field?.column));
  return looks.flatMap((look): Problem[] => {
    const asked = askedKind(look.readAs);
    if (used.has(look.index) || look.filled === 0 || (asked !== 'nps' && asked !== 'ces') || !isRated(look))
      return [];
    return [
      {
        code: 'answers_among_tickets',
        severity: 'note',
        args: { column: look.name, try: `--surveys ${where.file}` },
        where,
      },
    ];
  });
}

/** The needed fields that a mapping leaves open. */
function missingNeeds(kind: DataKind, has: (field: FieldId) => boolean): readonly (readonly FieldId[])[] {
  return (neededFields[kind] as readonly (readonly FieldId[])[]).filter(
    (alternatives) => !alternatives.some(has),
  );
}

function missing({ kind, fields, looks, identity, where }: Settled): Problem[] {
  if (kind === 'messages' && !fields.sent_at && fields.text && fields.author_role) {
    const found = looks.map(({ name }) => name).slice(0, 40);
    return [{ code: 'undated_messages', severity: 'error', args: { found }, where }];
  }
  return missingNeeds(kind, (field) => fields[field] !== undefined).map((alternatives): Problem => {
    const found = looks.map(({ name }) => name).slice(0, 40);
    if (kind === 'tickets') {
      return {
        code: 'no_created_at',
        severity: 'error',
        args: {
          lookedFor: ['Created at', 'Created', 'Opened at', 'Date opened'],
          found,
          try: `--map created_at='${likelyCreation(looks) ?? 'Column'}'`,
        },
        where,
      };
    }
    // A survey table whose scores lie in a table of their own (Qualtrics in a warehouse) still dates the answers.
    const severity =
      kind === 'surveys' && alternatives.includes('score') && identity.match ? 'warning' : 'error';
    return {
      code: 'field_missing',
      severity,
      args: { field: alternatives.join(' or '), kind, found, try: `--map ${alternatives[0]}='Column'` },
      where,
    };
  });
}

const because: Readonly<Record<string, Sentence>> = {
  intervals: sentence('why.order_fits_stamps'),
  preset: sentence('why.order_of_tool'),
  clock: sentence('why.order_of_12_hours'),
  default: sentence('why.order_undecided'),
};

/** The same example in whatever order rows stand. */
function firstInOrder(cells: readonly string[]): string {
  let first = '';
  for (const cell of cells) if (!isMissing(cell) && (first === '' || cell < first)) first = cell;
  return first;
}

function dateNotes({ fields, looks, dates, where }: Settled): Problem[] {
  const problems: Problem[] = [];
  const columns = new Set(Object.values(fields).map((mapping) => mapping?.column));
  for (const [column, { decidedBy, format }] of dates.columns) {
    if (!columns.has(column) || !(decidedBy in because)) continue;
    problems.push({
      code: 'date_order_guessed',
      severity: 'note',
      args: {
        column: looks[column].name,
        example: firstInOrder(looks[column].cells),
        order: format,
        because: because[decidedBy],
        decided_by: decidedBy,
        try: sentence('hint.date_order'),
      },
      where,
    });
    break;
  }
  const mapped = dates.swapped.filter((name) =>
    looks.some((look) => look.name === name && columns.has(look.index)),
  );
  if (mapped.length > 0)
    problems.push({
      code: 'dates_swapped',
      severity: 'warning',
      args: { columns: mapped, ...(isUndone(dates, looks, mapped) ? { undone: 'yes' } : {}) },
      where,
    });
  return problems;
}

/** Whether the swapped dates of all these columns are changed back. */
const isUndone = (dates: DateDecisions, looks: readonly ColumnLook[], names: readonly string[]): boolean =>
  looks.every(
    ({ name, index }) =>
      !names.includes(name) || dates.columns.get(index)?.also?.includes('year_day_month') === true,
  );

function zoneNote({ fields, zone, path, where }: Settled): Problem[] {
  if (zone.unsettled) {
    const args = {
      ...zone.unsettled,
      zone: zone.id,
      try: `--source-tz '${path}=${zone.unsettled.zones[0]}'`,
    };
    return [{ code: 'zone_ambiguous', severity: 'warning', args, where }];
  }
  if (zone.origin !== 'default' && zone.origin !== 'report_zone') return [];
  if (!Object.values(fields).some((mapping) => mapping?.reading.type === 'instant')) return [];
  return [
    {
      code: 'zone_guessed',
      severity: 'note',
      args: {
        zone: zone.id,
        because: zone.origin === 'report_zone' ? sentence('why.zone_of_report') : undefined,
        try: `--source-tz '${path}=Europe/Berlin'`,
      },
      where,
    },
  ];
}

function unknownStatuses({ kind, fields, looks, shape, where }: Settled): Problem[] {
  const mapping = fields.status;
  if (!mapping || (kind !== 'tickets' && !(kind === 'events' && shape === 'status'))) return [];
  if (mapping.reading.type !== 'category') return [];
  const known = mapping.reading.values;
  const unknown = new Map<string, number>();
  for (const cell of looks[mapping.column].cells) {
    if (isMissing(cell) || known?.has(foldValue(cell))) continue;
    if (kind === 'events' && isEventMeaning(foldValue(cell))) continue;
    unknown.set(cell.trim(), (unknown.get(cell.trim()) ?? 0) + 1);
  }
  if (unknown.size === 0) return [];
  const values = [...unknown.keys()].sort();
  return [
    {
      code: 'statuses_unknown',
      severity: 'warning',
      args: {
        column: mapping.source,
        values: values.slice(0, 8).map((value) => `"${value}"`),
        try: sentence('hint.meaning_of_status', { status: values[0] }),
      },
      count: [...unknown.values()].reduce((a, b) => a + b, 0),
      where,
    },
  ];
}

const soundsSolved = /resol|solv|fix|finish|complet|done|l(?:o|ö)s|erledig|résou|resuel|हल|সমাধান/iu;

/** A log of activities none of which is known to mean "solved": say which there are and how to map them. */
function activities({ fields, looks, shape, where }: Settled): Problem[] {
  const mapping = fields.status;
  if (shape !== 'activity' || !mapping || mapping.reading.type !== 'category') return [];
  const known = mapping.reading.values;
  const counts = new Map<string, number>();
  let saysSolved = false;
  let saysClosed = false;
  for (const cell of looks[mapping.column].cells) {
    if (isMissing(cell)) continue;
    const meaning = known?.get(foldValue(cell));
    if (meaning === 'solved') saysSolved = true;
    if (meaning === 'closed') saysClosed = true;
    if (meaning === undefined) counts.set(cell.trim(), (counts.get(cell.trim()) ?? 0) + 1);
  }
  // A close alone is the solve, unless something else sounds like one.
  const isTold = saysSolved || (saysClosed && ![...counts.keys()].some((name) => soundsSolved.test(name)));
  if (isTold || counts.size === 0) return [];
  const names = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
  const example = names.find((name) => soundsSolved.test(name)) ?? names[0];
  return [
    {
      code: 'activities_unmapped',
      severity: 'warning',
      args: {
        column: mapping.source,
        values: names.slice(0, 12).map((name) => `"${name}"`),
        try: sentence('hint.meaning_of_activity', { activity: example }),
      },
      where,
    },
  ];
}
