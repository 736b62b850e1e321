import { describe, expect, it } from 'vitest';
import { assignIssues, issueOverview } from '../../../../src/analysis/issue-overview/issue-overview.ts';
import { reportIssues } from '../../../../src/analysis/issue-overview/report-issues.ts';
import { wholeWeeks } from '../../../../src/analysis/segments/periods.ts';
import { deskIssues, withRecurringIssues } from '../../../../src/questions/issues.ts';
import { utc } from '../../../../src/time/zone.ts';
import { ask, frameOf, HOUR, readFiles } from '../../../desk.ts';

// Three problems told in many ways, twelve weeks; refunds take 8 hours, logins 1, parcels 3.
const phrasings = {
  refund: [
    'Refund not received for order',
    'Where is my refund',
    'Still waiting for the refund of my order',
    'Refund has not arrived on my card',
  ],
  login: [
    'Cannot log in to my account',
    'Login fails with wrong password',
    'I cannot log in, password rejected',
    'Account login does not work',
  ],
  parcel: [
    'Parcel arrived damaged',
    'The parcel was damaged on arrival',
    'Damaged parcel, box torn open',
    'My parcel came damaged and open',
  ],
};
const hours = { refund: 8, login: 1, parcel: 3 };

function exportOf(): string {
  const rows: string[] = [];
  for (let i = 0; i < 240; i++) {
    const kind = (['refund', 'login', 'parcel'] as const)[i % 3];
    const created = Date.UTC(2026, 0, 5) + Math.floor(i / 20) * 7 * 86_400_000 + (i % 20) * 5 * HOUR;
    const subject = `${phrasings[kind][Math.floor(i / 3) % 4]} ${1000 + i}`;
    const stamp = (at: number): string => new Date(at).toISOString();
    const customer = kind === 'login' && i % 6 === 1 ? 'twice@example.com' : `c${i}@example.com`;
    const channel = i % 12 === 1 ? 'phone' : 'email';
    rows.push(
      `${i},${stamp(created)},${stamp(created + hours[kind] * HOUR)},solved,${customer},${channel},1,"${subject}, write to me at a${i}@example.com"`,
    );
  }
  return `id,created_at,solved_at,status,requester,channel,replies,subject\n${rows.join('\n')}\n`;
}

const options = {
  book: null,
  where: null,
  range: null,
  fixed: new Map(),
};

describe('recurring issues of a desk', () => {
  it('finds the problems, with their own times, and masks what customers wrote', async () => {
    const { desk } = await readFiles({ 'tickets.csv': exportOf() });
    const overview = await deskIssues(desk, { ...options, frame: frameOf(desk) });
    expect(overview.tickets).toBe(240);
    expect(overview.issues.length).toBeGreaterThanOrEqual(3);
    const about = (word: RegExp) =>
      overview.issues.filter(({ label, terms }) => word.test(`${label} ${terms.join(' ')}`.toLowerCase()));
    expect(about(/refund/)[0].resolution.value).toBe(8 * HOUR);
    expect(about(/log/)[0].resolution.value).toBe(HOUR);
    expect(about(/parcel/)[0].resolution.value).toBe(3 * HOUR);
    for (const issue of overview.issues) {
      expect(issue.replies).toBe(issue.size);
      expect(issue.weeks.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(issue.size);
      for (const { text } of issue.examples) expect(text).not.toContain('@example.com');
    }
    expect(overview.clustered + overview.leftOut).toBe(240);
  });

  it('is a dimension, and follows customers across channels', async () => {
    const { desk: read } = await readFiles({ 'tickets.csv': exportOf() });
    const desk = await withRecurringIssues(read, null);
    const created = ask(desk, 'created', { by: ['issue'] });
    expect(created.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(240);
    const [hops] = ask(desk, 'channel_hops');
    expect(hops.n).toBeGreaterThan(100);
    expect(hops.value).toBeGreaterThan(0);
    const [sameIssue] = ask(desk, 'first_contact_resolution_same_issue');
    const [any] = ask(desk, 'first_contact_resolution');
    expect(sameIssue.value ?? 0).toBeGreaterThanOrEqual(any.value ?? 0);
    expect(ask(read, 'channel_hops')[0].status).toBe('unavailable');
  });

  it('counts a report’s issues in its period and knows them from all tickets', async () => {
    const { desk } = await readFiles({ 'tickets.csv': exportOf() });
    const weeks = wholeWeeks(desk, { zone: utc, weekStarts: 1, range: null });
    expect(weeks.length).toBeGreaterThanOrEqual(11);
    const found = reportIssues(desk, {
      assignment: assignIssues(desk, { book: null, mask: null }),
      mask: null,
      period: weeks[3],
      course: weeks,
      weeks,
      businessTime: null,
      showsFew: true,
    });
    expect(found.tickets).toBe(20);
    expect(found.issues.reduce((sum, { size }) => sum + size, 0)).toBe(found.clustered);
    expect(found.issues[0].course.length).toBe(weeks.length);
  });

  it('says since which week there has been a problem that is new', async () => {
    // Parcels arrive damaged from the ninth week on alone: 26 tickets in the last third.
    const [header, ...rows] = exportOf().trim().split('\n');
    const late = rows.filter((_, i) => i % 3 !== 2 || Math.floor(i / 20) >= 8);
    const { desk } = await readFiles({ 'tickets.csv': `${[header, ...late].join('\n')}\n` });
    const weeks = wholeWeeks(desk, { zone: utc, weekStarts: 1, range: null });
    const { issues } = reportIssues(desk, {
      assignment: assignIssues(desk, { book: null, mask: null }),
      ...{ mask: null, period: weeks[11], course: weeks, weeks, businessTime: null, showsFew: true },
    });
    const since = issues.map(({ label, trend, since: at }) => [/parcel/i.test(label), trend === 'new', at]);
    expect(since).toContainEqual([true, true, Date.UTC(2026, 0, 5) + 8 * 7 * 24 * HOUR]);
    expect(since.every(([, isNew, at]) => isNew === (at !== undefined))).toBe(true);
    expect(since.some(([, isNew]) => !isNew)).toBe(true);
  });

  it('shows what few tickets of an issue took, unless small groups are left out', async () => {
    const { desk } = await readFiles({ 'tickets.csv': exportOf() });
    const weeks = wholeWeeks(desk, { zone: utc, weekStarts: 1, range: null });
    const inWeek = (showsFew: boolean) =>
      reportIssues(desk, {
        assignment: assignIssues(desk, { book: null, mask: null }),
        // Of refunds alone, which take eight hours.
        mask: Uint8Array.from({ length: desk.tickets.rows }, (_, t) => (t === 0 || t === 3 ? 1 : 0)),
        period: weeks[0],
        ...{ course: weeks, weeks, businessTime: null, showsFew },
      }).issues[0].resolution;
    expect(inWeek(true)).toMatchObject({ status: 'too_few', few: { low: 8 * HOUR, high: 8 * HOUR } });
    expect(inWeek(false)?.few).toBeUndefined();
  });

  it('lists the issues of a period as its report does: same ids, names and sizes', async () => {
    const { desk } = await readFiles({ 'tickets.csv': exportOf() });
    const weeks = wholeWeeks(desk, { zone: utc, weekStarts: 1, range: null });
    const reported = reportIssues(desk, {
      assignment: assignIssues(desk, { book: null, mask: null }),
      mask: null,
      period: weeks[3],
      course: weeks,
      weeks,
      businessTime: null,
      showsFew: true,
    });
    const listed = await deskIssues(desk, { ...options, frame: frameOf(desk), range: weeks[3] });
    expect(listed.tickets).toBe(reported.tickets);
    expect(listed.clustered).toBe(reported.clustered);
    const shown = listed.issues.slice(0, reported.issues.length);
    expect(shown.map(({ id, label, size }) => [id, label, size])).toEqual(
      reported.issues.map(({ id, label, size }) => [id, label, size]),
    );
    const rows = [...listed.assignment.issueOf].filter((issue) => issue >= 0).length;
    expect(rows).toBe(listed.clustered);
  });

  it('keeps ids through a book, and the same bytes in any row order', async () => {
    const { desk } = await readFiles({ 'tickets.csv': exportOf() });
    const weeks = wholeWeeks(desk, { zone: utc, weekStarts: 1, range: null });
    const first = issueOverview(desk, {
      book: { version: 1, issues: [] },
      mask: null,
      inside: null,
      weeks,
      fixed: new Map(),
      businessTime: null,
    });
    const second = issueOverview(desk, {
      book: first.book,
      mask: null,
      inside: null,
      weeks,
      fixed: new Map(),
      businessTime: null,
    });
    expect(second.issues.map(({ id, label }) => [id, label])).toEqual(
      first.issues.map(({ id, label }) => [id, label]),
    );
    expect(second.changes.filter(({ change }) => change === 'new')).toEqual([]);
    const [head, ...rows] = exportOf().trim().split('\n');
    const { desk: turned } = await readFiles({ 'tickets.csv': `${[head, ...rows.reverse()].join('\n')}\n` });
    const again = await deskIssues(turned, { ...options, frame: frameOf(turned) });
    const plain = await deskIssues(desk, { ...options, frame: frameOf(desk) });
    expect(again.issues.map(({ label, size, terms }) => [label, size, terms])).toEqual(
      plain.issues.map(({ label, size, terms }) => [label, size, terms]),
    );
  });
});
