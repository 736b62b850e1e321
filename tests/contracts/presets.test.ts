import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { presets } from '../../src/input/presets/index.ts';
import type { Preset, PresetTable } from '../../src/input/presets/preset.ts';
import { foldColumn } from '../../src/input/recognition/header.ts';
import { recognise } from '../../src/input/recognition/index.ts';
import { fieldsOfTable } from '../../src/input/recognition/preset-match.ts';
import { scaleOf } from '../../src/input/recognition/rating-scale.ts';
import { authorRoles, channels, eventMeanings, fieldsOf, priorities } from '../../src/model/fields.ts';
import type { Reading, TableMapping } from '../../src/model/mapping.ts';
import { noOverrides, sampleFile } from '../unit/input/recognition/sampler.ts';

const root = path.resolve(import.meta.dirname, '../../fixtures');

/** What is written down of a mapping: enough to notice any change of meaning, short enough to read. */
function inShort(mapping: TableMapping): object {
  return {
    stream: mapping.stream,
    kind: mapping.kind,
    preset: mapping.preset,
    ...(mapping.kind === 'none'
      ? { reason: mapping.reason }
      : { zone: `${mapping.zone.id}, ${mapping.zone.origin}` }),
    ...(mapping.eventShape ? { eventShape: mapping.eventShape } : {}),
    ...(mapping.referenceOf ? { referenceOf: mapping.referenceOf } : {}),
    ...(mapping.drop
      ? { drop: mapping.drop.map(({ values }) => [...(values as ReadonlySet<string>)].join(', ')) }
      : {}),
    fields: Object.fromEntries(
      Object.entries(mapping.fields).map(([field, one]) => [
        field,
        `${one?.source} | ${readingInShort(one!.reading)} | ${one?.confidence}`,
      ]),
    ),
    problems: mapping.problems.map(({ code }) => code),
  };
}

function readingInShort(reading: Reading): string {
  if (reading.type === 'instant') return `instant ${reading.format} ${reading.zone ?? 'own zone'}`;
  if (reading.type === 'duration') return `duration ${reading.unit ?? 'named in the cells'}`;
  if (reading.type === 'score') return `score ${reading.scale.id}`;
  if (reading.type === 'list') return `list "${reading.separator}"`;
  return reading.type;
}

const dataFiles = (preset: Preset): string[] => {
  const folder = path.join(root, preset.id);
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file !== 'mapping.json')
        .sort()
    : [];
};

describe.each(presets.map((preset) => [preset.id, preset] as const))('preset %s', (_id, preset) => {
  it('maps its fixtures as written down', async () => {
    const files = dataFiles(preset);
    expect(files.length, `fixtures/${preset.id} holds an export`).toBeGreaterThan(0);
    const found: Record<string, object[]> = {};
    for (const file of files) {
      const sample = await sampleFile(path.join(root, preset.id, file));
      found[file] = recognise(sample, noOverrides).map(inShort);
    }
    const golden = path.join(root, preset.id, 'mapping.json');
    if (process.env.UPDATE) writeFileSync(golden, `${JSON.stringify(found, null, 2)}\n`);
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });

  it('recognises every fixture as its own, and none as another tool’s', async () => {
    for (const file of dataFiles(preset)) {
      const sample = await sampleFile(path.join(root, preset.id, file));
      const mappings = recognise(sample, noOverrides);
      expect(
        mappings.map((mapping) => mapping.preset),
        file,
      ).toContain(preset.id);
      for (const mapping of mappings) expect([preset.id, null], file).toContain(mapping.preset);
    }
  });

  it('maps them alike when it is named by --preset', async () => {
    for (const file of dataFiles(preset)) {
      const sample = await sampleFile(path.join(root, preset.id, file));
      const free = recognise(sample, noOverrides).filter((mapping) => mapping.preset === preset.id);
      const named = recognise(sample, { ...noOverrides, preset: preset.id }).filter(
        (mapping) => mapping.preset === preset.id,
      );
      expect(named.slice(0, free.length).map(({ kind, fields }) => ({ kind, fields }))).toEqual(
        free.map(({ kind, fields }) => ({ kind, fields })),
      );
    }
  });

  it('has fixtures of at most 30 rows', async () => {
    for (const file of dataFiles(preset)) {
      const sample = await sampleFile(path.join(root, preset.id, file));
      for (const table of sample.tables) expect(table.rows, file).toBeLessThanOrEqual(30);
    }
  });

  describe.each(preset.tables.map((table) => [table.what, table] as const))('%s', (_what, table) => {
    it('names fields, values and scales that exist', () => {
      const known = table.kind === 'none' ? {} : fieldsOf[table.kind];
      for (const [field, one] of fieldsOfTable(table)) {
        expect(Object.keys(known), field).toContain(field);
        const canonical = canonicalOf(table, field);
        for (const value of Object.values(one.values ?? {}))
          if (canonical) expect(canonical).toContain(value);
        if (one.scale) expect(scaleOf(one.scale), one.scale).not.toBeNull();
        for (const score of Object.values(one.words ?? {})) {
          const scale = scaleOf(one.scale ?? '')!;
          if (!Number.isNaN(score)) expect(score >= scale.min && score <= scale.max).toBe(true);
        }
      }
    });

    it('marks only columns that it names', () => {
      const named = new Set([
        ...table.signature.map(foldColumn),
        ...fieldsOfTable(table).flatMap(([, one]) => one.from.map(foldColumn)),
      ]);
      for (const column of [...(table.unverified ?? []), ...(table.thirdParty ?? [])]) {
        expect([...named], column).toContain(foldColumn(column));
      }
    });

    it('can be told from others, or says why nothing can be measured', () => {
      expect(table.signature.length).toBeGreaterThan(0);
      if (table.byStream) expect(table.streams?.length).toBeGreaterThan(0);
      expect(table.kind === 'none').toBe(table.reason !== undefined);
      if (table.kind === 'reference') expect(table.referenceOf).toBeDefined();
    });
  });
});

function canonicalOf(table: PresetTable, field: string): readonly string[] | null {
  if (field === 'status' || field === 'new_value') return eventMeanings;
  if (field === 'priority') return priorities;
  if (field === 'channel') return channels;
  if (field === 'author_role' || (table.kind === 'reference' && field === 'role')) return authorRoles;
  return null;
}

it('presets have ids of their own', () => {
  expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
});
