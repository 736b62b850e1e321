import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../cli.ts';
import { ran } from './programs.ts';

describe('programs that engines need', () => {
  it('are ended when their time is over, with what they started', async () => {
    const from = performance.now();
    const slow = await ran('sh', ['-c', 'sleep 30; echo done'], { seconds: 0.2 });
    expect([slow.ok, slow.isTooSlow]).toEqual([false, true]);
    expect(slow.text).toContain('sh took more than');
    expect(performance.now() - from).toBeLessThan(20_000);
  });

  it('are missed with a sentence', async () => {
    const missing = await ran('deskstat-no-such-program', [], { seconds: 5 });
    expect(missing).toMatchObject({ ok: false, isTooSlow: false });
    expect(missing.text).toContain('ENOENT');
    expect(await ran('sh', ['-c', 'echo why >&2; exit 3'], { seconds: 5 })).toMatchObject({
      ok: false,
      text: 'why',
    });
  });
});

describe('docs/scale.md', () => {
  it('holds the two Python blocks that the road runs', () => {
    const text = readFileSync(`${projectRoot}/docs/scale.md`, 'utf8');
    const [measure, addUp, ...more] = [...text.matchAll(/^```python\n(.*?)^```$/gms)].map(([, code]) => code);
    expect(more).toEqual([]);
    expect(measure).toMatch(/tickets\.csv surveys\.csv --as-of \S+ --coverage created --coverage [\d.-]+"/);
    expect(addUp).toContain('rows = spark.sql(');
  });
});
