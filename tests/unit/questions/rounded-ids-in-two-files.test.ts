import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runInProcess } from '../../forge/in-process.ts';

// Ids that a spreadsheet rounded are none: what stands in both downloads is known by who asked and what.
it('counts tickets once where two downloads overlap and ids were rounded, whatever is asked', async () => {
  const row = (k: number): string =>
    `1.0${k % 5}E+10,2026-03-${String(1 + k).padStart(2, '0')},Open,ann${k}@example.com,Question ${k}`;
  const rows = Array.from({ length: 20 }, (_, k) => row(k));
  const head = 'Ticket ID,Created on,Status,Requester,Subject';
  const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-rounded-'));
  try {
    const names = [rows.slice(0, 14), rows.slice(7)].map((part, i) => {
      const name = path.join(folder, `t${i}.csv`);
      writeFileSync(name, `${[head, ...part].join('\n')}\n`);
      return name;
    });
    for (const metrics of ['created', 'created,backlog']) {
      const args = ['metrics', ...names, '--metric', metrics, '--format', 'json'];
      const { stdout } = await runInProcess(args, folder);
      expect(JSON.parse(stdout).rows[0]).toMatchObject({ metric: 'created', value: 20 });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
