import { describe, expect, it } from 'vitest';
import { sniffJson } from '../../../../src/input/formats/json/json-source.ts';

describe('finding out what a text is', () => {
  it('looks at a run of blank lines once, however long it is', () => {
    // A table and an editor's blank lines behind its header: looked at line by line they would take minutes.
    const text = new TextEncoder().encode(`id,created_at\n${'\r\n'.repeat(400_000)}1,2026-03-01\n`);
    const before = performance.now();
    expect(sniffJson(text, true)).toBeNull();
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('still sees values a line apart', () => {
    const text = new TextEncoder().encode(`\n\n{"id":1}\n\n  \n{"id":2}\n\n`);
    expect(sniffJson(text, true)?.format).toBe('ndjson');
  });
});
