import { mkdirSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { generateDesk } from '../../../src/demo/generate.ts';

it('x', () => {
  mkdirSync('/tmp/st/demo', { recursive: true });
  const t = performance.now();
  for (const f of generateDesk({ seed: 1, tickets: 12000, until: Date.parse('2026-11-02T00:00:00+06:00') }))
    writeFileSync('/tmp/st/demo/' + f.name, [...f.chunks()].join(''));
  console.log(performance.now() - t);
});
