import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateDesk } from '../../../src/demo/generate.ts';
import { parseConfig } from '../../../src/settings/load.ts';

type Row = Record<string, string>;

const until = Date.UTC(2026, 10, 1, 18);
const week = 7 * 86_400_000;

function textsOf(options: Partial<Parameters<typeof generateDesk>[0]> = {}): Map<string, string> {
  const files = generateDesk({ seed: 1, tickets: 12_000, until, ...options });
  return new Map(files.map((file) => [file.name, [...file.chunks()].join('')]));
}

const rowsOf = (text: string): Row[] =>
  Papa.parse<Row>(text, { header: true, skipEmptyLines: true, newline: '\r\n' }).data;
const at = (text: string): number => (text === '' ? Number.NaN : Date.parse(text));
const share = <T>(all: readonly T[], is: (each: T) => boolean): number => all.filter(is).length / all.length;
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

describe('the sample desk', () => {
  let texts: Map<string, string>;
  let tickets: Row[];
  let surveys: Row[];
  let customers: Row[];
  let live: Row[];

  beforeAll(() => {
    texts = textsOf();
    tickets = rowsOf(texts.get('tickets.csv')!);
    surveys = rowsOf(texts.get('surveys.csv')!);
    customers = rowsOf(texts.get('customers.csv')!);
    live = tickets.filter((ticket) => ticket.Status !== 'Merged' && ticket.Status !== 'Spam');
  });

  const inWeeks = (from: number, to: number, group?: string): Row[] =>
    live.filter((ticket) => {
      const weeksBack = (until - at(ticket['Created at'])) / week;
      return weeksBack <= from && weeksBack > to && (group === undefined || ticket.Group === group);
    });
  const answerHours = (rows: readonly Row[]): number[] =>
    rows
      .filter((ticket) => ticket['First response at'] !== '')
      .map((ticket) => (at(ticket['First response at']) - at(ticket['Created at'])) / 3_600_000);

  it('is the same bytes for the same seed, and another desk for another one', () => {
    const small = { tickets: 600 };
    expect(textsOf(small)).toEqual(textsOf(small));
    expect(textsOf({ ...small, seed: 2 }).get('tickets.csv')).not.toBe(textsOf(small).get('tickets.csv'));
  });

  it('has exactly the tickets asked for, in order, in the year before the end', () => {
    expect(tickets).toHaveLength(12_000);
    expect(rowsOf(textsOf({ tickets: 100 }).get('tickets.csv')!)).toHaveLength(100);
    const created = tickets.map((ticket) => at(ticket['Created at']));
    expect([...created].sort((a, b) => a - b)).toEqual(created);
    expect(created[0]).toBeGreaterThanOrEqual(until - 52 * week);
    expect(new Set(tickets.map((ticket) => ticket['Ticket ID'])).size).toBe(12_000);
  });

  it('ends at local midnight whatever the hour that is asked for', () => {
    expect(textsOf({ tickets: 200, until: until + 5 * 3_600_000 })).toEqual(textsOf({ tickets: 200 }));
  });

  it('tells nothing that comes after the end, and nothing before its cause', () => {
    const columns = [
      'Created at',
      'First response at',
      'First solved at',
      'Solved at',
      'Closed at',
      'Updated at',
    ];
    const impossible = tickets.filter((ticket) => {
      const [created, answered, firstSolved, solved, closed, updated] = columns.map((name) =>
        at(ticket[name]),
      );
      const early = [answered, firstSolved, solved, closed, updated].some((stamp) => stamp < created);
      return early || updated >= until || solved < firstSolved || firstSolved < answered;
    });
    expect(impossible).toEqual([]);
    const impossibleSurveys = surveys.filter(
      (survey) => at(survey['Sent at']) >= until || at(survey['Answered at']) <= at(survey['Sent at']),
    );
    expect(impossibleSurveys).toEqual([]);
  });

  it('has statuses that agree with the stamps', () => {
    const contradicting = live.filter((ticket) => {
      const {
        Status: status,
        'First response at': answered,
        'Solved at': solved,
        'Closed at': closed,
      } = ticket;
      if (status === 'Closed') return closed === '';
      if (status === 'Solved') return solved === '' || closed !== '';
      return solved !== '' || closed !== '' || (status === 'New') !== (answered === '');
    });
    expect(contradicting).toEqual([]);
    for (const status of ['New', 'Open', 'Pending', 'On-hold', 'Solved', 'Closed', 'Merged', 'Spam']) {
      expect(
        tickets.some((ticket) => ticket.Status === status),
        status,
      ).toBe(true);
    }
  });

  it('speaks three languages on four channels, in CSV that needs quotes', () => {
    expect(new Set(tickets.map((ticket) => ticket.Channel))).toEqual(
      new Set(['Email', 'Chat', 'Phone', 'Social']),
    );
    for (const [language, letters] of [
      ['bn', /\p{Script=Bengali}/u],
      ['hi', /\p{Script=Devanagari}/u],
    ] as const) {
      const own = live.filter((ticket) => ticket.Language === language);
      expect(own.length).toBeGreaterThan(1500);
      expect(share(own, (ticket) => letters.test(ticket.Subject + ticket.Description))).toBeGreaterThan(0.95);
    }
    expect(share(tickets, (ticket) => ticket.Description.includes('\n'))).toBeGreaterThan(0.4);
    expect(tickets.every((ticket) => !/[{}]|undefined|NaN/.test(ticket.Subject + ticket.Description))).toBe(
      true,
    );
    expect(new Set(tickets.map((ticket) => ticket.Description)).size).toBeGreaterThan(8000);
  });

  it('has an outage week, a holiday dip and a Monday rush', () => {
    const volumes = Array.from({ length: 52 }, (_, index) => inWeeks(52 - index, 51 - index).length);
    const usual = median(volumes);
    expect(Math.max(...volumes)).toBe(volumes[45]);
    expect(volumes[45]).toBeGreaterThan(1.8 * usual);
    expect(Math.min(...volumes.slice(16, 24))).toBeLessThan(0.75 * usual);
    const weekday = (ticket: Row) => new Date(at(ticket['Created at']) + 6 * 3_600_000).getUTCDay();
    const mondays = live.filter((ticket) => weekday(ticket) === 1).length;
    const sundays = live.filter((ticket) => weekday(ticket) === 0).length;
    expect(mondays).toBeGreaterThan(1.4 * sundays);
    const words = /payment|charged without|পেমেন্ট|টাকা কেটে|पेमेंट|पैसे कटे/i;
    expect(share(inWeeks(7, 6), (ticket) => words.test(ticket.Subject))).toBeGreaterThan(0.45);
    expect(share(inWeeks(12, 8), (ticket) => words.test(ticket.Subject))).toBeLessThan(0.15);
  });

  it('has one team that truly got better and one that no longer keeps up', () => {
    const before = median(answerHours(inWeeks(24, 11, 'Deliveries')));
    const after = median(answerHours(inWeeks(10, 0, 'Deliveries')));
    expect(after).toBeLessThan(0.7 * before);
    const openAt = (weeksBack: number): number => {
      const moment = until - weeksBack * week;
      return live.filter((ticket) => {
        const end = Math.min(at(ticket['Solved at']) || Infinity, at(ticket['Closed at']) || Infinity);
        return at(ticket['Created at']) < moment && end > moment;
      }).length;
    };
    expect(openAt(0)).toBeGreaterThan(1.5 * openAt(8));
    expect(openAt(8)).toBeLessThan(1.6 * openAt(30));
  });

  it('has the loose ends of a real desk', () => {
    expect(share(live, (ticket) => ticket['First response at'] === '')).toBeGreaterThan(0.01);
    expect(share(live, (ticket) => ticket['First response at'] === '')).toBeLessThan(0.05);
    expect(share(live, (ticket) => ticket.Reopens !== '0')).toBeGreaterThan(0.03);
    expect(live.some((ticket) => ticket['First response at'] === '' && ticket.Status === 'Closed')).toBe(
      true,
    );
    const perCustomer = new Map<string, number>();
    for (const ticket of live) {
      const who = ticket['Customer email'];
      perCustomer.set(who, (perCustomer.get(who) ?? 0) + 1);
    }
    expect(perCustomer.get('alerts@padma-logistics.example')).toBeGreaterThan(52);
    expect(share(customers, (customer) => !perCustomer.has(customer['Customer email']))).toBeGreaterThan(0.2);
  });

  it('is rated by speed: whoever waits long is less content', () => {
    const rated = live.filter((ticket) => ticket['Satisfaction rating'] !== '');
    const content = (rows: readonly Row[]) =>
      share(rows, (ticket) => Number(ticket['Satisfaction rating']) >= 4);
    const slow = rated.filter(
      (ticket) => at(ticket['Solved at']) - at(ticket['Created at']) > 4 * 86_400_000,
    );
    const fast = rated.filter((ticket) => at(ticket['Solved at']) - at(ticket['Created at']) < 86_400_000);
    expect(content(fast)).toBeGreaterThan(content(slow) + 0.15);
    expect(new Set(rated.map((ticket) => ticket['Satisfaction rating']))).toEqual(
      new Set(['1', '2', '3', '4', '5']),
    );
  });

  it('has surveys that belong to its tickets and say the same', () => {
    const byId = new Map(tickets.map((ticket) => [ticket['Ticket ID'], ticket]));
    const foreign = surveys.filter((survey) => {
      const ticket = byId.get(survey['Ticket ID'])!;
      return (
        survey['Customer email'] !== ticket['Customer email'] ||
        survey.Score !== ticket['Satisfaction rating'] ||
        (survey.Score === '') !== (survey['Answered at'] === '')
      );
    });
    expect(foreign).toEqual([]);
    const rate = share(surveys, (survey) => survey.Score !== '');
    expect(rate).toBeGreaterThan(0.25);
    expect(rate).toBeLessThan(0.5);
  });

  it('has customers who come, go, and write only while they are there', () => {
    const span = new Map(customers.map((row) => [row['Customer email'], row]));
    const strangers = live.filter((ticket) => {
      const customer = span.get(ticket['Customer email'])!;
      const created = at(ticket['Created at']);
      return at(customer['Started at']) > created || at(customer['Ended at']) + 86_400_000 <= created;
    });
    expect(strangers).toEqual([]);
    expect(share(customers, (customer) => customer['Ended at'] !== '')).toBeGreaterThan(0.15);
    expect(share(customers, (customer) => at(customer['Started at']) < until - 52 * week)).toBeGreaterThan(
      0.5,
    );
  });

  it('loses customers over bad experiences', () => {
    // By landmark: who is there for 90 days before it, what they lived through then, whether they stay 90 days more.
    const quarter = 90 * 86_400_000;
    const stayed = { bad: [0, 0], others: [0, 0] };
    for (const landmark of [until - 3 * quarter, until - 2 * quarter, until - quarter]) {
      const recent = live.filter(
        (t) => at(t['Created at']) < landmark && at(t['Created at']) >= landmark - quarter,
      );
      const isBad = (t: Row) =>
        /^[12]$/.test(t['Satisfaction rating']) ||
        at(t['First response at']) - at(t['Created at']) > 30 * 3_600_000;
      const unhappy = new Set(recent.filter(isBad).map((t) => t['Customer email']));
      for (const row of customers) {
        const ended = row['Ended at'] === '' ? Infinity : at(row['Ended at']);
        if (at(row['Started at']) > landmark - quarter || ended <= landmark) continue;
        const cell = unhappy.has(row['Customer email']) ? stayed.bad : stayed.others;
        cell[0]++;
        if (ended > landmark + quarter) cell[1]++;
      }
    }
    expect(stayed.bad[0]).toBeGreaterThan(200);
    expect(stayed.bad[1] / stayed.bad[0]).toBeLessThan(stayed.others[1] / stayed.others[0] - 0.04);
  });

  it('names nobody who could exist: reserved mail domains and phone numbers that are not given out', () => {
    const text = [...texts.values()].join('\n');
    const hosts = new Set([...text.matchAll(/@([a-z0-9.-]+)/g)].map(([, host]) => host));
    expect(hosts.size).toBeGreaterThan(10);
    expect([...hosts].filter((host) => !/(^|\.)example(\.com|\.org|\.net)?$/.test(host))).toEqual([]);
    const numbers = [...text.matchAll(/\+\d[\d ]{6,}/g)].map(([number]) => number);
    expect(numbers.length).toBeGreaterThan(50);
    expect(numbers.filter((number) => !/^\+880 1000 \d{6}/.test(number))).toEqual([]);
  });

  it('comes with settings that load', () => {
    const { config } = parseConfig(texts.get('deskstat.yaml')!, 'deskstat.yaml');
    expect(config.tz).toBe('Asia/Dhaka');
    expect(config.hours).toEqual(['Mon-Sat 09:00-20:00']);
    expect(config.holidays).toContain('2026-03-19');
    expect(config.sla).toHaveLength(2);
    expect(config.checks.length).toBeGreaterThan(1);
  });
});
