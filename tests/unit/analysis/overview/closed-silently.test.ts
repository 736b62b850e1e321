import { describe, expect, it } from 'vitest';
import { findingRules } from '../../../../src/analysis/findings/index.ts';
import { overviewOf } from '../../../../src/analysis/overview/overview.ts';
import { englishLocale } from '../../../../src/output/locales/index.ts';
import { frameOf, readFiles } from '../../../desk.ts';

const locale = englishLocale();
const HEAD = 'ticket_id,created_at,first_response_at,solved_at,status';
const MINUTE = 60_000;
const start = Date.parse('2026-03-02T00:00:00Z'); // a Monday
const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

interface Ticket {
  readonly at: number;
  readonly answered?: number;
  readonly ended?: number;
}

const row = ({ at, answered, ended }: Ticket, index: number): string =>
  [
    index + 1,
    stamp(at),
    answered === undefined ? '' : stamp(answered),
    ended === undefined ? '' : stamp(ended),
    ended === undefined ? 'open' : 'closed',
  ].join(',');

async function said(tickets: readonly Ticket[]): Promise<string[]> {
  const { desk } = await readFiles({ 'tickets.csv': `${HEAD}\n${tickets.map(row).join('\n')}\n` });
  const overview = overviewOf(desk, {
    period: { period: '2026-W11', since: null, until: null, every: null },
    compare: 'previous',
    frame: frameOf(desk),
    by: [],
    top: null,
    minGroup: null,
    where: null,
  });
  // Whether a move of the backlog is news is another rule's question.
  const headlines = overview.headlines.map((figure) =>
    figure.metric === 'backlog' ? { ...figure, verdict: 'real' } : figure,
  );
  return findingRules
    .flatMap((rule) => rule.find({ ...overview, headlines } as never))
    .map(({ code, args }) => locale.message(code, args as never));
}

/** Ten tickets an hour-and-a-half apart each day; every one takes as long as `answer` says, every fourth is slow. */
function week(from: number, answer: (index: number) => number | null): Ticket[] {
  return Array.from({ length: 140 }, (_, index) => {
    const at = start + from * 86_400_000 + Math.floor(index / 20) * 86_400_000 + (index % 20) * 60 * MINUTE;
    const after = answer(index);
    // Unanswered tickets are closed after two days without a word.
    return after === null
      ? { at, ended: at + 2 * 86_400_000 }
      : { at, answered: at + after * MINUTE, ended: at + (after + 60) * MINUTE };
  });
}

const slow = (index: number): boolean => index % 20 < 9;
/** So that the last day of the week is not the last of the data. */
const after = week(14, (index) => 30 + (index % 7));

describe('a fall that lies in tickets closed without an answer', () => {
  it('of first response times is said in the same sentence', async () => {
    const tickets = [
      ...week(0, (index) => (slow(index) ? 600 : 30 + (index % 7))),
      // The slow ones are no longer answered at all.
      ...week(7, (index) => (slow(index) ? null : 30 + (index % 7))),
      ...after,
    ];
    const sentences = await said(tickets);
    const response = sentences.filter((text) => /first response/i.test(text) && /fell/.test(text));
    expect(response.join('\n')).toMatch(
      /more than half of it because 63 tickets were closed without an answer/,
    );
  });

  it('is not said where they are answered faster', async () => {
    const tickets = [
      ...week(0, (index) => (slow(index) ? 600 : 30 + (index % 7))),
      ...week(7, (index) => 30 + (index % 7)),
      ...after,
    ];
    const sentences = await said(tickets);
    expect(sentences.join('\n')).toMatch(/got better/);
    expect(sentences.join('\n')).not.toMatch(/closed without an answer/);
  });

  it('of resolution times is said in the same sentence', async () => {
    // An hour after the answer of 200 minutes or so all are solved; then four of five are closed within a minute.
    const tickets = [
      ...week(-7, (index) => 200 + (index % 7)),
      ...week(0, (index) => 200 + (index % 7)),
      ...week(7, (index) => 200 + (index % 7)).map((ticket, index) =>
        index % 5 > 3 ? ticket : { at: ticket.at, ended: ticket.at + MINUTE },
      ),
      ...after,
    ];
    const [sentence] = (await said(tickets)).filter((text) => /resolution/i.test(text));
    expect(sentence).toMatch(
      /fell: .*more than half of it because 112 tickets were closed without an answer/,
    );
    expect(sentence).not.toMatch(/better/);
  });

  it('is not said of resolution times where a steady few are closed so, and the others are solved faster', async () => {
    const closing = (from: number, minutes: number) =>
      week(from, (index) => minutes + (index % 7)).map((ticket, index) =>
        index % 10 === 0 ? { at: ticket.at, ended: ticket.at + MINUTE } : ticket,
      );
    const sentences = await said([...closing(-7, 600), ...closing(0, 600), ...closing(7, 100), ...after]);
    expect(sentences.join('\n')).toMatch(/resolution time, median got better/i);
    expect(sentences.join('\n')).not.toMatch(/because .* closed without an answer/);
  });

  it('of the backlog is said in the same sentence', async () => {
    // Two more a day wait from day to day for six weeks; 80 of them are closed without a word in the week of the report.
    const waiting = Array.from({ length: 84 }, (_, index) => ({
      at: start + (Math.floor(index / 2) - 35) * 86_400_000 + (index % 2) * MINUTE,
      ...(index < 80 ? { ended: start + 9 * 86_400_000 } : {}),
    }));
    const weeks = [-9, -8, -7, -6, -5, -4, -3, -2, -1, 0, 1];
    const steady = [...weeks.flatMap((each) => week(7 * each, () => 30)), ...after];
    const sentences = await said([...waiting, ...steady]);
    expect(sentences.find((text) => text.startsWith('The backlog shrank'))).toMatch(
      /more than half of it because 80 tickets were closed without an answer/,
    );
  });
});
