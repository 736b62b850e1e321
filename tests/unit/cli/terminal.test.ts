import { describe, expect, it } from 'vitest';
import { usesColor } from '../../../src/cli/color.ts';
import { widthOf } from '../../../src/cli/io.ts';
import { outputTargets } from '../../../src/cli/output-formats.ts';
import { createProgress, progressLine } from '../../../src/cli/progress.ts';
import { printProblems } from '../../../src/cli/warnings.ts';
import { groupProblems } from '../../../src/model/group-problems.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { englishLocale } from '../../../src/output/locales/index.ts';
import { memoryIo, memoryOutput } from './memory-io.ts';

describe('colour', () => {
  const terminal = memoryOutput({ isTTY: true });
  const pipe = memoryOutput();

  it.each([
    [{}, undefined, terminal, true],
    [{}, undefined, pipe, false],
    [{ TERM: 'dumb' }, undefined, terminal, false],
    [{ NO_COLOR: '1' }, undefined, terminal, false],
    [{ NO_COLOR: '' }, undefined, terminal, true],
    [{ FORCE_COLOR: '1' }, undefined, pipe, true],
    [{ FORCE_COLOR: '0' }, undefined, terminal, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, undefined, pipe, false],
    [{ NO_COLOR: '1' }, true, pipe, true],
    [{ FORCE_COLOR: '1' }, false, terminal, false],
  ] as const)('environment %j, flag %s', (env, color, output, expected) => {
    expect(usesColor({ env, color, output })).toBe(expected);
  });
});

describe('width', () => {
  it('is the terminal’s, else 80', () => {
    expect(widthOf(memoryOutput({ isTTY: true, columns: 132 }))).toBe(132);
    expect(widthOf(memoryOutput({ isTTY: false, columns: 132 }))).toBe(80);
    expect(widthOf(memoryOutput({ isTTY: true, columns: null }))).toBe(80);
    expect(widthOf(memoryOutput({ isTTY: true, columns: 0 }))).toBe(80);
  });
});

describe('output formats', () => {
  it('come from the name or from the ending', () => {
    const pins = [
      { format: null, file: 'Report.HTML' },
      { format: 'json', file: 'report.txt' },
      { format: null, file: 'a.b/figures.csv' },
      { format: null, file: 'figures.txt' },
    ];
    expect(outputTargets(pins, 'report')).toEqual([
      { format: 'html', file: 'Report.HTML', isFolder: false },
      { format: 'json', file: 'report.txt', isFolder: false },
      { format: 'csv', file: 'a.b/figures.csv', isFolder: false },
      { format: 'table', file: 'figures.txt', isFolder: false },
    ]);
  });

  it('of a folder are CSV unless JSON lines are asked for', () => {
    const pins = [
      { format: null, file: 'tables/' },
      { format: 'ndjson', file: 'a/b.json/' },
    ];
    expect(outputTargets(pins, 'report')).toEqual([
      { format: 'csv', file: 'tables/', isFolder: true },
      { format: 'ndjson', file: 'a/b.json/', isFolder: true },
    ]);
    expect(() => outputTargets([{ format: 'html', file: 'tables/' }], 'report')).toThrow('folder of tables');
  });

  it.each([
    [{ format: null, file: 'report' }, 'the ending does not name a format'],
    [{ format: null, file: 'a.b/report' }, 'the ending does not name a format'],
    [{ format: null, file: 'report.parquet' }, 'cannot write "parquet"'],
    [{ format: 'jsn', file: 'x' }, 'cannot write "jsn"'],
  ])('that cannot be had are wrong usage: %j', (pin, message) => {
    expect(() => outputTargets([pin], 'report')).toThrow(message);
  });
});

describe('progress', () => {
  it('is silent off a terminal and in CI', () => {
    for (const io of [memoryIo(), memoryIo({ terminal: { columns: 80 }, env: { CI: 'true' } })]) {
      const progress = createProgress(io);
      io.tick(5000);
      progress.stage({ label: 'reading x.csv', bytes: 100 });
      progress.update({ bytes: 50, rows: 1 });
      progress.clear();
      expect(io.stderr.text()).toBe('');
    }
  });

  it('shows itself after a second, not too often, and goes away', () => {
    const io = memoryIo({ terminal: { columns: 60 } });
    const progress = createProgress(io);
    progress.stage({ label: 'reading tickets.csv', bytes: 441e6 });
    progress.update({ bytes: 100e6, rows: 1 });
    expect(io.stderr.text()).toBe('');
    io.tick(2000);
    progress.update({ bytes: 220.5e6, rows: 500_000 });
    io.tick(10);
    progress.update({ bytes: 300e6, rows: 600_000 });
    expect(io.stderr.text()).toBe(
      '\r\u001b[2Kreading tickets.csv  50 %  221 of 441 MB  500,000 rows  2 s'.slice(0, 64),
    );
    progress.clear();
    progress.clear();
    expect(io.stderr.text().endsWith('\r\u001b[2K')).toBe(true);
    expect(io.stdout.text()).toBe('');
  });

  it('says each stage as it begins, one that is known to be long at once', () => {
    const io = memoryIo({ terminal: { columns: 60 } });
    const progress = createProgress(io);
    progress.stage({ label: 'reading tickets.csv', bytes: 441e6 });
    expect(io.stderr.text()).toBe('');
    progress.stage({ label: 'finding recurring issues', isLong: true });
    expect(io.stderr.text()).toBe('\r\u001b[2Kfinding recurring issues');
    io.tick(1500);
    progress.update({ bytes: 1, rows: 1 });
    // Nothing more is told while a stage computes in one go, so its name may not wait for its turn.
    io.tick(10);
    progress.stage({ label: 'measuring' });
    expect(io.stderr.text().endsWith('\r\u001b[2Kmeasuring')).toBe(true);
  });

  it('says nothing of shares and time left where the size is not known', () => {
    const line = { label: 'reading -', rows: 1_234_567, elapsed: 4000 };
    expect(progressLine({ ...line, bytes: 5e6, total: Number.NaN })).toBe(
      'reading -  5.0 MB  1,234,567 rows',
    );
    expect(progressLine({ ...line, bytes: 5e6, total: 4e6 })).toBe('reading -  5.0 MB  1,234,567 rows');
    // A tenth in 4 s leaves 36 s; in 400 s an hour: 3,600 s.
    expect(progressLine({ ...line, bytes: 5e6, total: 50e6 })).toContain(
      '10 %  5.0 of 50 MB  1,234,567 rows  36 s left',
    );
    expect(progressLine({ ...line, elapsed: 400_000, bytes: 5e6, total: 50e6 })).toContain('1 h 0 min left');
  });
});

describe('problems on stderr', () => {
  const rejected = (line: number): Problem => ({
    code: 'row_rejected',
    severity: 'warning',
    args: { reason: 'too many cells' },
    where: { file: 'x.csv' },
    count: 1,
    lines: [line],
  });

  it('of one sort become one, with the count and the first lines', () => {
    const grouped = groupProblems([9, 3, 5, 4, 6, 7].map(rejected));
    expect(grouped).toHaveLength(1);
    expect(grouped[0]).toMatchObject({ count: 6, lines: [3, 4, 5, 6, 7] });
  });

  it('stay apart by file, reason and place', () => {
    const other: Problem = { ...rejected(1), where: { file: 'y.csv' } };
    const reason: Problem = { ...rejected(1), args: { reason: 'open quote' } };
    const placed = (line: number): Problem => ({
      code: 'file_unreadable',
      severity: 'note',
      args: { reason: 'x' },
      where: { file: 'x.csv', line },
    });
    expect(groupProblems([rejected(1), other, reason, placed(1), placed(2)])).toHaveLength(5);
  });

  it('come worst first, notes in one line', async () => {
    const io = memoryIo();
    const note: Problem = { code: 'no_input', severity: 'note', args: {} };
    await printProblems([note, rejected(12), rejected(14)], { io, locale: englishLocale() });
    expect(io.stderr.text()).toBe(
      [
        'warning: x.csv: 2 rows left out: too many cells',
        '  lines       12, 14',
        'note: no file was named',
        '',
      ].join('\n'),
    );
    expect(io.stdout.text()).toBe('');
  });

  it('are cut after a dozen sorts, and say so', async () => {
    const io = memoryIo();
    const many = Array.from(
      { length: 15 },
      (_, i): Problem => ({ ...rejected(1), where: { file: `${i}.csv` } }),
    );
    await printProblems(many, { io, locale: englishLocale() });
    expect(io.stderr.text()).toContain('note: 3 more of this sort');
    await printProblems([], { io, locale: englishLocale() });
  });
});
