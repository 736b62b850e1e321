import { open, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AsyncBuffer } from 'hyparquet';
import { DeskstatError } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
import type { KeptRow } from '../observations/kept-rows.ts';
import { joinManifests, type Manifest, readManifest } from '../observations/manifest.ts';
import { dimensionColumn, type ObservationField, partitionFolder } from '../observations/schema.ts';
import type { ObservationsFolder } from '../questions/observed-desk.ts';
import { outputError } from './files.ts';
import type { Io } from './io.ts';

/** What is no partition lies here: engines pass by folders that begin with an underscore. */
export const ABOUT = '_deskstat';
export const CRITICAL = `${ABOUT}/critical.parquet`;

const manifestNamed = /^manifest-.*\.json$/;

/** The manifests that lie in a folder, by their names. */
async function manifestsIn(folder: string, io: Pick<Io, 'cwd'>): Promise<readonly string[]> {
  const names = await readdir(path.resolve(io.cwd, folder, ABOUT)).catch(() => []);
  return names.filter((name) => manifestNamed.test(name)).sort();
}

/**
 * What is known of the observations in a folder.
 *
 * @throws DeskstatError (3) for a folder that holds none, or not all of them
 */
export async function openObservations(given: string, io: Pick<Io, 'cwd'>): Promise<ObservationsFolder> {
  const folder = given.replace(/[/\\]+$/, '');
  const parts: Manifest[] = [];
  for (const name of await manifestsIn(folder, io)) {
    const text = await readFile(path.resolve(io.cwd, folder, ABOUT, name), 'utf8');
    try {
      parts.push(readManifest(text));
    } catch {
      const args = { reason: sentence('why.part_is_no_json', { folder: ABOUT, file: name }) };
      throw new DeskstatError({ code: 'observations_broken', args, where: { file: folder } }, 3);
    }
  }
  return {
    folder,
    manifest: joinManifests(folder, parts),
    read: (partition, by) => readPartition(folder, { partition, by, io }),
  };
}

/**
 * Makes room for a part: what a killed process left of it goes, and its manifest, so that nobody reads old rows under
 * it while new ones are written.
 *
 * @throws DeskstatError (2) where parts of another division lie in the folder, or it cannot be written to
 */
export async function makeRoom(
  folder: string,
  { part, of, io }: { readonly part: string; readonly of: string; readonly io: Pick<Io, 'cwd'> },
): Promise<void> {
  const there = await manifestsIn(folder, io);
  const other = there.find((name) => !name.endsWith(`${of}.json`));
  if (other) {
    const hint = sentence('hint.own_folder', { folder });
    throw new DeskstatError(
      { code: 'output_exists', args: { try: hint }, where: { file: `${folder}/${ABOUT}/${other}` } },
      2,
    );
  }
  const root = path.resolve(io.cwd, folder);
  const remove = (file: string): Promise<void> =>
    rm(path.join(root, file), { force: true }).catch((error) => {
      throw outputError(folder, error);
    });
  await remove(path.join(ABOUT, `manifest-${part}.json`));
  for (const name of await readdir(root, { recursive: true }).catch(() => [])) {
    const base = path.basename(name);
    const isOwn = base === `${part}.parquet` || base.startsWith(`.${part}.parquet.`);
    if (isOwn) await remove(name);
  }
}

/** The rows of a partition, of every process that wrote some. */
async function readPartition(
  folder: string,
  {
    partition,
    by,
    io,
  }: { readonly partition: string; readonly by: readonly string[]; readonly io: Pick<Io, 'cwd'> },
): Promise<KeptRow[]> {
  const { parquetReadObjects } = await import('hyparquet');
  const place = path.resolve(io.cwd, folder, partitionFolder(partition));
  const isLast = by.length > 0 ? null : 0;
  const names = (await readdir(place))
    .filter((name) => name.endsWith('.parquet') && !name.startsWith('.'))
    .sort();
  const rows: KeptRow[] = [];
  for (const name of names) {
    const file = await parquetBuffer(path.join(place, name));
    const columns = [...keptColumns, ...by.map(dimensionColumn)];
    for (const row of await parquetReadObjects({ file, columns })) {
      const kept = keptRow(row, by);
      if (isLast === null || kept.part === isLast) rows.push(kept);
    }
  }
  return rows;
}

const keptColumns = [
  'clock',
  'survey',
  'at',
  'value',
  'state',
  'reason',
  'known_at',
  'until',
  'born_at',
  'person',
  'person_order',
  'part',
] as const satisfies readonly ObservationField[];

const numberOf = (value: unknown): number =>
  value === null || value === undefined ? Number.NaN : Number(value);
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function keptRow(row: Readonly<Record<string, unknown>>, by: readonly string[]): KeptRow {
  return {
    clock: textOf(row.clock),
    survey: textOf(row.survey),
    at: numberOf(row.at),
    value: numberOf(row.value),
    state: textOf(row.state) ?? '',
    reason: textOf(row.reason),
    knownAt: numberOf(row.known_at),
    until: numberOf(row.until),
    bornAt: numberOf(row.born_at),
    person: numberOf(row.person),
    personOrder: numberOf(row.person_order),
    part: numberOf(row.part),
    values: by.map((name) => textOf(row[dimensionColumn(name)])),
  };
}

/** A file whose stretches are read where they are asked for. */
async function parquetBuffer(file: string): Promise<AsyncBuffer> {
  const { size } = await stat(file);
  return {
    byteLength: size,
    slice: async (start, end = size) => {
      const handle = await open(file);
      try {
        const bytes = new Uint8Array(end - start);
        await handle.read(bytes, 0, bytes.length, start);
        return bytes.buffer;
      } finally {
        await handle.close();
      }
    },
  };
}
