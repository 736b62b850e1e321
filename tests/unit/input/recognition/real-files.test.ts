import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { recognise } from '../../../../src/input/recognition/index.ts';
import type { TableMapping } from '../../../../src/model/mapping.ts';
import { describeShared, sharedData } from '../../../shared-data.ts';
import { noOverrides, sampleFile } from './sampler.ts';

/**
 * What a person would say of every table in the real public data: its kind, the preset or that there is none, and,
 * where it is measured, which column feeds which field. `UPDATE=1` rewrites the file; the diff is to be read.
 */
interface Expected {
  /** By file, then by stream (`-` for a file that is one table): `kind preset`, names with whose they are. */
  kinds: Record<string, Record<string, string>>;
  /** By file and stream: field → column. */
  fields: Record<string, Record<string, string>>;
}

const goldenPath = path.join(import.meta.dirname, 'real-files.json');
const golden: Expected =
  existsSync(goldenPath) && !process.env.UPDATE
    ? JSON.parse(readFileSync(goldenPath, 'utf8'))
    : { kinds: {}, fields: {} };

function filesBelow(folder: string): string[] {
  const whole = sharedData(folder);
  return readdirSync(whole)
    .sort()
    .flatMap((name) => {
      const below = path.posix.join(folder, name);
      if (statSync(path.join(whole, name)).isDirectory()) return filesBelow(below);
      return /\.(csv|json|log)$/.test(name) ? [below] : [];
    });
}

const measured = new Set(['tickets', 'messages', 'events', 'surveys', 'customers', 'activity']);

function kindOf(mapping: TableMapping): string {
  const whose = mapping.referenceOf ?? mapping.eventShape;
  return [mapping.kind, mapping.preset ?? 'generic', ...(whose ? [whose] : [])].join(' ');
}

describeShared('the real public data', () => {
  const files = ['tickets', 'events', 'messages', 'api', 'surveys', 'warehouse'].flatMap(filesBelow);

  it.each(files)('%s is what a person would say', async (file) => {
    const mappings = recognise(await sampleFile(sharedData(file)), noOverrides);
    const kinds: Record<string, string> = {};
    const fields: Record<string, Record<string, string>> = {};
    for (const mapping of mappings) {
      const stream = mapping.stream ?? '-';
      // HubSpot's history of one property a nested array each: several dozen, none of them a ticket's.
      if (stream.includes('/propertiesWithHistory.')) {
        expect(mapping.kind, stream).toBe('none');
        continue;
      }
      kinds[stream] = kindOf(mapping);
      if (mapping.kind === 'none')
        expect(mapping.reason?.english.length, `${stream} says why`).toBeGreaterThan(10);
      if (!measured.has(mapping.kind)) continue;
      fields[`${file} ${stream}`] = Object.fromEntries(
        Object.entries(mapping.fields).map(([field, one]) => [field, one!.source]),
      );
    }
    if (process.env.UPDATE) {
      golden.kinds[file] = kinds;
      Object.assign(golden.fields, fields);
      writeFileSync(goldenPath, `${JSON.stringify(golden, null, 2)}\n`);
    }
    expect(kinds).toEqual(golden.kinds[file]);
    for (const [table, found] of Object.entries(fields)) expect(found, table).toEqual(golden.fields[table]);
  });

  it('holds no expectation without its file', () => {
    expect(Object.keys(golden.kinds).sort()).toEqual([...files].sort());
  });

  it('every table that can be measured says when its rows happened', async () => {
    for (const file of files) {
      for (const mapping of recognise(await sampleFile(sharedData(file)), noOverrides)) {
        const stamp = { tickets: 'created_at', messages: 'sent_at', events: 'at' }[mapping.kind as string];
        if (stamp) expect(mapping.fields, `${file} ${mapping.stream}`).toHaveProperty(stamp);
      }
    }
  });
});
