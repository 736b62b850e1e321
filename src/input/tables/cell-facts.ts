import type { Column } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import type { CellFacts, FieldMapping, InstantFormat, Reading, TableMapping } from '../../model/mapping.ts';
import { unitMilliseconds } from '../../time/duration.ts';
import { detectInstantFormats } from '../../time/instant.ts';
import { countsToOneInstant } from '../../time/one-instant.ts';
import { endsMeasuredBy, unitOfSpans } from '../../time/unit-of-spans.ts';
import type { CellBuilder } from './cell-builder.ts';
import { type InstantBuilder, isInstantBuilder } from './number-builders.ts';
import { isScoreBuilder } from './score-builder.ts';
import { numbersIn } from './stack.ts';

/**
 * What all cells of a table say of how its columns are to be read: counted once the table was read as its sample
 * looked. Where it differs, the table is recognised anew and its source is read again, so that neither the first rows
 * nor the order of rows decide.
 */
export function factsOfCells({
  mapping,
  builders,
  scores,
  columns,
  unitless,
  ages,
}: {
  readonly mapping: TableMapping;
  readonly builders: ReadonlyMap<FieldId, CellBuilder>;
  /** Of the further questions of a form. */
  readonly scores: readonly CellBuilder[];
  readonly columns: Partial<Record<FieldId, Column>>;
  /** Measured times whose unit is in doubt, in days. */
  readonly unitless: Partial<Record<FieldId, Column>>;
  /** Measured times that may be ages that run on. */
  readonly ages: Partial<Record<FieldId, Column>>;
}): ReadonlyMap<number, CellFacts> {
  const facts = new Map<number, CellFacts>();
  const isGuess = mapping.problems.some(({ code }) => code === 'date_order_guessed');
  for (const [field, builder] of builders) {
    const each = mapping.fields[field];
    if (!each) continue;
    const fact = factOf(builder, { ...each, isGuess });
    if (fact) facts.set(each.column, fact);
  }
  for (const [index, each] of (mapping.moreScores ?? []).entries()) {
    const fact = scores[index] && factOf(scores[index], { ...each, isGuess });
    if (fact) facts.set(each.column, fact);
  }
  for (const [field, each] of Object.entries(mapping.unitless ?? {}) as [FieldId, FieldMapping][]) {
    const numbers = unitless[field];
    if (numbers?.type !== 'duration') continue;
    facts.set(each.column, { unit: unitOver(field, numbers.values, columns) });
  }
  for (const [field, each] of Object.entries(mapping.ages ?? {}) as [FieldId, FieldMapping][]) {
    const runsOn = runsOnOver(each, ages[field], columns);
    // Said only where the first rows looked otherwise: nothing is recognised anew for what is known.
    if (runsOn === (mapping.fields[field] !== undefined))
      facts.set(each.column, { ...facts.get(each.column), runsOn });
  }
  return facts;
}

/** Whether the times of all rows count to one instant. */
function runsOnOver(
  { reading }: FieldMapping,
  lengths: Column | undefined,
  columns: Partial<Record<FieldId, Column>>,
): boolean {
  const from = numbersIn(columns, 'created_at');
  if (!from || lengths?.type !== 'duration' || reading.type !== 'duration' || reading.unit === null)
    return false;
  return countsToOneInstant(lengths.values, { from, unit: unitMilliseconds[reading.unit] });
}

/** How a column was read, and whether its order of day and month was a guess. */
type ReadColumn = Pick<FieldMapping, 'reading'> & { readonly isGuess: boolean };

function factOf(builder: CellBuilder, { reading, isGuess }: ReadColumn): CellFacts | null {
  if (isInstantBuilder(builder) && reading.type === 'instant')
    return stampFacts(builder, { reading, isGuess });
  if (isScoreBuilder(builder) && reading.type === 'score' && builder.unreadable.count > 0)
    return { ratings: builder.texts() };
  return null;
}

const isNumeric = (format: InstantFormat): format is 'day_first' | 'month_first' =>
  format === 'day_first' || format === 'month_first';

/** The day in the middle and the month there are two readings of the same cells. */
const areOfOneForm = (a: InstantFormat, b: InstantFormat): boolean =>
  [a, b].every((format) => format === 'iso8601' || format === 'year_day_month');

type InstantReading = Extract<Reading, { type: 'instant' }>;

interface ReadStamps {
  readonly reading: InstantReading;
  readonly isGuess: boolean;
}

function stampFacts(builder: InstantBuilder, { reading, isGuess }: ReadStamps): CellFacts | null {
  const format = likelierFormat(builder, reading.format);
  if (format) {
    const others = builder.stamps() > 0 ? [reading.format] : [];
    const also = [...others, ...furtherFormats(builder, reading)].filter(
      (other) => other !== format && !(isNumeric(other) && isNumeric(format)) && !areOfOneForm(other, format),
    );
    return {
      ...(isNumeric(format) ? { order: format } : { format }),
      ...(also.length > 0 ? { also } : {}),
    };
  }
  const order = orderOf(builder, { reading, isGuess });
  const orders = mixedForms(builder);
  const also = furtherFormats(builder, reading);
  const hasLocal = reading.zone === null && builder.reader.local > 0;
  const facts: CellFacts = {
    ...(order ? { order } : {}),
    ...(orders ? { orders } : {}),
    ...(also.length > 0 ? { also } : {}),
    ...(hasLocal ? { hasLocal } : {}),
  };
  return Object.keys(facts).length > 0 ? facts : null;
}

/** The order that most of the dates with a day over 12 show; the day comes first where they are even. */
function orderOf(
  builder: InstantBuilder,
  { reading: { format }, isGuess }: ReadStamps,
): CellFacts['order'] | null {
  if (format !== 'day_first' && format !== 'month_first') return null;
  const { contradictions } = builder.reader;
  if (contradictions === 0 && !isGuess) return null;
  const certain = builder.certain();
  if (contradictions === 0 && certain === 0) return null;
  if (contradictions === certain) return 'day_first';
  if (contradictions < certain) return format;
  return format === 'day_first' ? 'month_first' : 'day_first';
}

/** Dates of the rarer order from which on a column holds both, and their share of those that tell; fewer are slips. */
const FEWEST_OF_BOTH = 2;
const SHARE_OF_BOTH = 0.05;

/** What is written alike has one order, in a column that holds both; null where it holds one. */
function mixedForms(builder: InstantBuilder): CellFacts['orders'] | null {
  const { tally } = builder.reader;
  if (tally === null) return null;
  const { dayFirst, monthFirst } = tally.totals();
  const fewer = Math.min(dayFirst, monthFirst);
  return fewer >= FEWEST_OF_BOTH && fewer >= SHARE_OF_BOTH * (dayFirst + monthFirst) ? tally.forms() : null;
}

/** Formats in which cells are written that could not be read, where each cell has one meaning. */
function furtherFormats(builder: InstantBuilder, { format }: InstantReading): InstantFormat[] {
  const isInNumbers = isNumeric(format);
  return detectInstantFormats(builder.otherForms())
    .filter(
      (other) =>
        other.format === 'iso8601' ||
        other.format === 'month_name' ||
        (!isInNumbers && other.format === 'day_first' && !other.ambiguous),
    )
    .map((other) => other.format)
    .filter((other) => other !== format);
}

/** The format in which most cells are written, where fewer than half could be read as the sample is. */
function likelierFormat(builder: InstantBuilder, format: InstantFormat): InstantFormat | null {
  const { count, examples } = builder.unreadable;
  const { contradictions } = builder.reader;
  if (format === 'iso8601' && contradictions > 0 && contradictions > builder.certain())
    return 'year_day_month';
  if (count <= builder.stamps() || builder.reader.contradictions * 2 > count) return null;
  const found = detectInstantFormats(examples).find((candidate) => candidate.format !== format);
  return found && found.share > 0.5 ? found.format : null;
}

/** The unit in which the times of all rows equal those between their stamps; null where none does. */
function unitOver(
  field: FieldId,
  days: Float64Array,
  columns: Partial<Record<FieldId, Column>>,
): CellFacts['unit'] {
  const from = numbersIn(columns, 'created_at');
  if (!from) return null;
  const numbers = days.map((value) => value / unitMilliseconds.d);
  for (const end of endsMeasuredBy(field)) {
    const to = numbersIn(columns, end);
    const unit = to && unitOfSpans(numbers, { from, to });
    if (unit) return unit;
  }
  return null;
}
