import type { Desk } from '../../model/desk.ts';
import type { FieldId } from '../../model/fields.ts';
import type { RecognitionOverrides } from '../../model/mapping.ts';
import { foldValue } from '../../model/raw-value.ts';
import { loadPatterns } from '../../query/pattern.ts';
import { resolveAsOf } from '../../time/period.ts';
import { zone } from '../../time/zone.ts';
import { type ProgressEvent, tellingProgress } from '../progress-event.ts';
import { readDesk } from '../read-desk.ts';
import { rememberTime } from './time-frame.ts';

/** How files are read; everything left out is recognised, as on the command line. */
export interface ReadTicketsOptions {
  /** Field → column, as `--map`. */
  readonly map?: Readonly<Record<string, string>>;
  /** Field → raw value → meaning, as `--value`. */
  readonly value?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly preset?: string;
  /** Zone of stamps that carry none. */
  readonly sourceTz?: string;
  /** The report's zone. */
  readonly tz?: string;
  readonly asOf?: string;
  /** Share of a file's rows that may be unusable; 0.05 unless given. */
  readonly maxRejected?: number;
  /** Columns to keep as dimensions (`column:NAME`). */
  readonly columns?: readonly string[];
  /** Working hours and first day of a week that hold for this desk wherever a call does not say otherwise. */
  readonly hours?: string;
  readonly weekStarts?: string;
  /** Told now and then how far the reading is. */
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Ends the reading with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads ticket, survey, message and event exports into one desk, whose `problems` say what was guessed and left out.
 *
 * @throws DeskstatError (exit code 3) when a file cannot be used, (2) for a pin that names nothing
 * @example const desk = await readTickets(['tickets.csv', 'surveys.csv']);
 */
export async function readTickets(paths: readonly string[], options: ReadTicketsOptions = {}): Promise<Desk> {
  const { onProgress, signal } = options;
  signal?.throwIfAborted();
  const reportZone = zone(options.tz ?? 'UTC');
  const progress = tellingProgress({ onProgress, signal });
  const overrides: RecognitionOverrides = {
    columns: new Map(Object.entries(options.map ?? {})),
    values: new Map(
      Object.entries(options.value ?? {}).map(([field, values]) => [
        field,
        new Map(Object.entries(values).map(([raw, meaning]) => [foldValue(raw), meaning])),
      ]),
    ),
    preset: options.preset ?? null,
    zones: { all: options.sourceTz ?? null, byFile: new Map() },
    reportZone: options.tz ?? null,
    kinds: new Map(),
    scale: null,
    lowEffortIsGood: null,
    dateOrder: null,
  };
  // Filters of the calls that take this desk are compiled at once: what they need is loaded here.
  await loadPatterns();
  const { desk } = await readDesk({
    paths,
    overridesFor: () => overrides,
    sourceNameFor: () => null,
    fields: 'all' as ReadonlySet<FieldId> | 'all',
    columns: options.columns ?? [],
    allowGuesses: true,
    maxRejected: options.maxRejected ?? 0.05,
    strict: false,
    asOf: options.asOf === undefined ? null : resolveAsOf(options.asOf, reportZone),
    onStage: progress.stage,
    onProgress: progress.update,
  });
  const { tz, hours, weekStarts } = options;
  rememberTime(desk, { tz, hours, weekStarts });
  return desk;
}
