import type { Clock, Figure } from '../../model/metric.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { Segment } from '../../model/segment.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import type { Expectation } from '../../query/expectation.ts';

/** What must be the same on both sides for two figures to be comparable. */
export interface BaselineTerms {
  /** IANA id of the zone that days and weeks are cut in. */
  readonly timezone: string;
  /** Version of the definitions. */
  readonly definitions: number;
  /** Working hours as written; null without. */
  readonly hours: string | null;
  /** Whose answers end a wait; left out: people's. */
  readonly answers?: 'bots';
}

/** A saved `metrics --format json`, ready to be looked things up in. */
export interface Baseline {
  readonly file: string;
  /** The figure of a segment in inner units, null where the file has none. */
  find(wanted: {
    readonly metric: string;
    readonly stat: string;
    readonly clock: Clock | null;
    readonly segment: Segment;
  }): number | null;
}

interface SavedRow {
  readonly period: { readonly start: string; readonly complete: boolean } | null;
  readonly segment: Segment;
  readonly metric: string;
  readonly stat: string;
  readonly clock: Clock | null;
  readonly unit: string;
  readonly value: number | null;
}

/**
 * Reads a saved `metrics --format json`. Of several periods the latest whole one counts, else the latest.
 *
 * @throws DeskstatError (2) for another file, and for figures in another zone, of other definitions or other working hours
 */
export function readBaseline(
  text: string,
  options: { readonly file: string; readonly terms: BaselineTerms },
): Baseline {
  const { file, terms } = options;
  const saved = parse(text, file);
  refuseOtherTerms(saved, { file, terms });
  const rows = new Map<string, SavedRow[]>();
  for (const row of saved.rows as SavedRow[]) {
    const key = keyOf(row);
    const there = rows.get(key);
    if (there) there.push(row);
    else rows.set(key, [row]);
  }
  const clocks = new Map<string, Set<Clock | null>>();
  for (const { metric, clock } of saved.rows as SavedRow[])
    clocks.set(metric, (clocks.get(metric) ?? new Set()).add(clock));
  return {
    file,
    find(wanted) {
      const known = clocks.get(wanted.metric);
      if (known && !known.has(wanted.clock)) {
        throw mismatch(
          file,
          sentence('why.other_clock', {
            metric: wanted.metric,
            clocks: [...known].join(' and '),
            clock: String(wanted.clock),
          }),
        );
      }
      const found = rows.get(keyOf(wanted)) ?? [];
      const row = [...found].sort(latestLast).at(-1);
      if (!row || row.value === null) return null;
      return row.unit === 'seconds' ? row.value * 1000 : row.value;
    },
  };
}

const startOf = ({ period }: SavedRow): string => period?.start ?? '';
const isWhole = ({ period }: SavedRow): number => (period?.complete === false ? 0 : 1);

function latestLast(a: SavedRow, b: SavedRow): number {
  if (isWhole(a) !== isWhole(b)) return isWhole(a) - isWhole(b);
  return startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0;
}

function keyOf({
  metric,
  stat,
  clock,
  segment,
}: Pick<SavedRow, 'metric' | 'stat' | 'clock' | 'segment'>): string {
  return JSON.stringify([metric, stat, clock, Object.entries(segment).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

interface SavedFile {
  readonly timezone?: unknown;
  readonly definitions?: unknown;
  readonly hours?: unknown;
  readonly answers?: unknown;
  readonly rows: readonly unknown[];
}

function parse(text: string, file: string): SavedFile {
  let saved: unknown;
  try {
    saved = JSON.parse(text);
  } catch {
    throw new DeskstatError(
      { code: 'baseline_unusable', args: { reason: sentence('why.not_json') }, where: { file } },
      2,
    );
  }
  const { schema, rows } = (saved ?? {}) as { schema?: unknown; rows?: unknown };
  if (schema !== 'deskstat.metrics/1' || !Array.isArray(rows)) {
    throw new DeskstatError(
      {
        code: 'baseline_unusable',
        args: { reason: sentence('why.no_saved_metrics') },
        where: { file },
      },
      2,
    );
  }
  return saved as SavedFile;
}

const hoursOrNone = (hours: unknown): Sentence | string =>
  hours === null || hours === undefined ? sentence('word.none') : String(hours);

function refuseOtherTerms(
  saved: SavedFile,
  { file, terms }: { readonly file: string; readonly terms: BaselineTerms },
): void {
  if (saved.timezone !== terms.timezone)
    throw mismatch(
      file,
      sentence('why.cut_in_other_zone', { was: String(saved.timezone), now: terms.timezone }),
    );
  if (saved.definitions !== undefined && saved.definitions !== terms.definitions) {
    throw mismatch(
      file,
      sentence('why.older_definitions', { was: String(saved.definitions), now: String(terms.definitions) }),
    );
  }
  if (saved.hours !== undefined && saved.hours !== terms.hours) {
    throw mismatch(
      file,
      sentence('why.hours_were', { was: hoursOrNone(saved.hours), now: hoursOrNone(terms.hours) }),
    );
  }
  const [then, now] = [saved.answers ?? 'people', terms.answers ?? 'people'];
  if (then !== now)
    throw mismatch(file, sentence('why.answers_were', { was: String(then), now: String(now) }));
}

function mismatch(file: string, reason: Sentence): DeskstatError {
  return new DeskstatError({ code: 'baseline_mismatch', args: { reason }, where: { file } }, 2);
}

/**
 * The limit of an expectation in inner units; null where the baseline has no such figure.
 *
 * @throws DeskstatError (2) for an expectation on a baseline without one, and for a baseline on another clock
 */
export function limitFrom(
  { limit, text, metric, stat }: Expectation,
  { figure, baseline }: { readonly figure: Figure; readonly baseline: Baseline | null },
): number | null {
  if (limit.kind === 'value') return limit.value;
  if (!baseline) throw new DeskstatError({ code: 'baseline_missing', args: { expect: text } }, 2);
  const base = baseline.find({ metric, stat, clock: figure.clock, segment: figure.segment });
  if (base === null) return null;
  const { kind, amount } = limit.change;
  return kind === 'relative' ? base * (1 + amount) : base + amount;
}
