import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deskstat } from './cli.ts';

// Why a figure changed, from an export to the sentences at the top of the report, on desks made for one answer each.
const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-changes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

interface Batch {
  /** Monday of the week. */
  readonly week: number;
  readonly channel: string;
  readonly tickets: number;
  /** Minutes to the first answer, spread by a fifth to either side. */
  readonly minutes: number;
}

function report(
  batches: readonly Batch[],
): { readonly code: string; readonly args: Record<string, unknown> }[] {
  const lines = ['Ticket ID,Created at,First response at,Solved at,Status,Channel'];
  let id = 0;
  for (const { week, channel, tickets, minutes } of batches) {
    for (let i = 0; i < tickets; i++) {
      const created = week + (i % 7) * DAY + 9 * 60 * MINUTE + Math.floor(i / 7) * MINUTE;
      const spread = 0.8 + (0.4 * ((i * 37) % 101)) / 100;
      const answered = created + Math.round(minutes * spread * MINUTE);
      const stamps = [created, answered, answered + MINUTE].map((at) => new Date(at).toISOString());
      id += 1;
      lines.push([id, ...stamps, 'Solved', channel].join(','));
    }
  }
  writeFileSync(path.join(folder, 'tickets.csv'), `${lines.join('\n')}\n`);
  const run = deskstat(['report', 'tickets.csv', '--period', '2026-W43', '--no-issues', '--format', 'json'], {
    cwd: folder,
  });
  expect(run.code, run.stderr).toBe(0);
  const { blocks } = JSON.parse(run.stdout);
  expect(blocks[0].kind).toBe('list');
  return blocks[0].items;
}

const before = Date.UTC(2026, 9, 12);
const now = Date.UTC(2026, 9, 19);
const after = Date.UTC(2026, 9, 26);
// As many as before: a desk that all but closes is an export that ends earlier.
const later: Batch = { week: after, channel: 'Chat', tickets: 400, minutes: 10 };

describe('the first sentences of a report', () => {
  it('say it when everybody got faster and the whole got slower', () => {
    // Chat 10 → 7 minutes and e-mail 300 → 240, while e-mail went from a quarter of the tickets to three quarters.
    const items = report([
      { week: before, channel: 'Chat', tickets: 300, minutes: 10 },
      { week: before, channel: 'Email', tickets: 100, minutes: 300 },
      { week: now, channel: 'Chat', tickets: 100, minutes: 7 },
      { week: now, channel: 'Email', tickets: 300, minutes: 240 },
      later,
    ]);
    const codes = items.map(({ code }) => code);
    expect(codes).toContain('finding.worse');
    expect(codes).toContain('finding.reversal');
  });

  it('put a change down to the mix when only the mix changed', () => {
    const items = report([
      { week: before, channel: 'Chat', tickets: 300, minutes: 10 },
      { week: before, channel: 'Email', tickets: 100, minutes: 300 },
      { week: now, channel: 'Chat', tickets: 100, minutes: 10 },
      { week: now, channel: 'Email', tickets: 300, minutes: 300 },
      later,
    ]);
    const mix = items.find(({ code }) => code === 'finding.by_mix');
    expect(mix?.args.dimension).toMatchObject({ code: 'dimension.channel' });
    expect((mix?.args.share as { value: number } | undefined)?.value).toBeGreaterThan(0.99);
  });

  it('name the channel whose own change is real', () => {
    const items = report([
      { week: before, channel: 'Chat', tickets: 200, minutes: 10 },
      { week: before, channel: 'Email', tickets: 200, minutes: 100 },
      { week: now, channel: 'Chat', tickets: 200, minutes: 10 },
      { week: now, channel: 'Email', tickets: 200, minutes: 400 },
      later,
    ]);
    const moved = items.filter(({ code }) => code === 'finding.by_segments');
    expect(moved.length).toBeGreaterThan(0);
    expect(JSON.stringify(moved)).toContain('channel.email');
    expect(JSON.stringify(moved)).not.toContain('channel.chat');
  });

  it('name the day that stood out and the channel behind it, with its figures', () => {
    // Ten weeks of 70 to 72 chats and 35 e-mails, then ten more e-mails a day and 40 on one of them.
    const weeks = Array.from({ length: 10 }, (_, i): Batch[] => [
      { week: before - 7 * i * DAY, channel: 'Chat', tickets: 70 + 7 * (i % 2), minutes: 10 },
      { week: before - 7 * i * DAY, channel: 'Email', tickets: 35 + 7 * (i % 3), minutes: 10 },
    ]).flat();
    const items = report([
      ...weeks,
      { week: now, channel: 'Chat', tickets: 70, minutes: 10 },
      { week: now, channel: 'Email', tickets: 35, minutes: 10 },
      // The first of seven falls on Monday: of one ticket a batch all do.
      ...Array.from({ length: 40 }, (): Batch => ({ week: now, channel: 'Email', tickets: 1, minutes: 10 })),
      later,
    ]);
    const day = items.find(({ code }) => code === 'finding.spike_day');
    expect(day?.args).toMatchObject({
      // 2026-10-19: 10 chats and 5 + 40 e-mails; 5, 6 and 7 in the weeks before, 6 on average.
      created: { value: 55 },
      cause: { code: 'finding.day_cause', args: { created: { value: 45 }, usual: { value: 6 } } },
    });
    expect(JSON.stringify(day?.args.cause)).toContain('channel.email');
  });

  it('say that there is nothing to say when nothing changed', () => {
    const items = report([
      { week: before, channel: 'Chat', tickets: 200, minutes: 10 },
      { week: now, channel: 'Chat', tickets: 200, minutes: 10 },
      later,
    ]);
    // What is usual, two weeks do not tell.
    expect(items.map(({ code }) => code)).toEqual(['screen.normal.young', 'screen.flow', 'screen.speed']);
  });
});
