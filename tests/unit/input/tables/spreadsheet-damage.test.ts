import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const monday = Date.UTC(2026, 0, 5);
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

interface Row {
  readonly id: string;
  readonly created: string;
  readonly solved: string;
  readonly status: string;
  readonly person: string;
}

/** Tickets, eight hours apart, each solved after two hours but for the last two. */
const some = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({
    id: String(40_001 + i),
    created: stamp(monday + i * 8 * HOUR),
    solved: i < count - 2 ? stamp(monday + i * 8 * HOUR + 2 * HOUR) : '',
    status: i < count - 2 ? 'Solved' : 'Open',
    person: `person${i}@example.com`,
  }));
const tickets = some(12);

const header = 'Ticket ID,Created at,Solved at,Status,Requester email';
const lineOf = ({ id, created, solved, status, person }: Row): string =>
  [id, created, solved, status, person].join(',');
const file = (rows: readonly Row[], lines: readonly string[] = []): string =>
  `${[header, ...lines, ...rows.map(lineOf)].join('\n')}\n`;

const figures = async (text: string | Uint8Array): Promise<(number | null)[]> => {
  const { desk } = await readFiles({ 'tickets.csv': text });
  return ask(desk, 'created,solved,backlog,resolution_time.p50').map(({ value }) => value);
};

const truth = [12, 10, 2, 2 * HOUR];

describe('ids that a spreadsheet rounded', () => {
  const rounded = tickets.map((each) => ({ ...each, id: '7.00004E+13' }));

  it('count each row where none comes back', async () => {
    expect(await figures(file(rounded))).toEqual(truth);
  });

  it('count each creation once where rows are tags of tickets', async () => {
    const { desk } = await readFiles({
      'tickets.csv': file(rounded.flatMap((each) => [each, each])),
    });
    expect(ask(desk, 'created,solved')).toMatchObject([{ value: 12 }, { value: 10 }]);
    expect(desk.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['ids_joined', 'ids_lost_digits']),
    );
  });

  it('count each ticket once where another person asked in its minute', async () => {
    const asked = rounded.map((each, i) => ({ ...each, created: rounded[i - (i % 2)].created }));
    const text = [
      `${header},Subject`,
      ...asked.flatMap((each, i) =>
        [i < 4 ? [lineOf(each)] : [], [lineOf(each)]].flat().map((line) => `${line},Help ${i}`),
      ),
      '',
    ].join('\n');
    const { desk } = await readFiles({ 'tickets.csv': text });
    expect(ask(desk, 'created')).toMatchObject([{ value: 12 }]);
  });

  it('count each ticket once whatever capitals its person is written in', async () => {
    const twice = rounded.flatMap((each) => [each, { ...each, person: each.person.toUpperCase() }]);
    const text = [`${header},Subject`, ...twice.map((each, i) => `${lineOf(each)},Help ${i >> 1}`), ''].join(
      '\n',
    );
    const { desk } = await readFiles({ 'tickets.csv': text });
    expect(ask(desk, 'created')).toMatchObject([{ value: 12 }]);
  });

  it('date a desk by messages of which nobody knows the ticket, where nothing tells of tickets', async () => {
    const { desk } = await readFiles({
      'csat.csv':
        'Ticket ID,Answered at,CSAT score (1-5)\n7.00004E+13,2026-01-06 10:00:00,5\n7.00004E+13,2026-01-06 11:00:00,4\n',
      'messages.csv':
        'Ticket ID,Sent at,Author,Author role,Text\n7.00004E+13,2026-01-09 10:00:00,Ana,agent,Hello\n7.00004E+13,2026-01-09 11:00:00,Kim,customer,Hello there\n',
    });
    expect(stamp(desk.asOf)).toBe('2026-01-09 11:00:00');
  });

  it('are refused where neither they nor the day tell which rows are of one ticket', async () => {
    // Three people wrote on each of four days, each of them in two rows: six rows share an id and a day.
    const days = rounded.map((each, i) => ({ ...each, created: stamp(monday + (i % 4) * DAY).slice(0, 10) }));
    await expect(readFiles({ 'tickets.csv': file(days.flatMap((each) => [each, each])) })).rejects.toThrow(
      /nobody knows how many tickets/, // rows_not_told_apart
    );
  });
});

describe('cells that are guarded against a spreadsheet', () => {
  it.each([
    ['="…"', (cell: string) => `="${cell}"`],
    ['"=""…"""', (cell: string) => `"=""${cell}"""`],
    ["'…", (cell: string) => (cell === '' ? '' : `'${cell}`)],
  ])('are read for what they hold: %s', async (_, guard) => {
    const guarded = tickets.map((each) => ({
      ...each,
      ...{
        id: guard(each.id),
        created: guard(each.created),
        solved: each.solved === '' ? '' : guard(each.solved),
      },
    }));
    expect(await figures(file(guarded))).toEqual(truth);
  });
});

describe('a row below the header that holds no ticket', () => {
  it.each(['id,created_at,solved_at,status,requester', '[text],[date],[date],[text],[text]'])(
    'names the columns once more: %s',
    async (line) => {
      const { desk, rejects } = await readFiles({ 'tickets.csv': file(tickets, [line]) });
      expect(ask(desk, 'created')[0].value).toBe(12);
      expect(rejects).toEqual([]);
    },
  );

  it('is data where it has a figure', async () => {
    expect(await figures(file(tickets))).toEqual(truth);
  });
});

it('reads letters of a web page in headers and states', async () => {
  const text = file(
    tickets.map((each) => ({ ...each, status: each.status === 'Open' ? 'En&nbsp;cours' : 'R&eacute;solu' })),
  )
    .replace('Created at', 'Cr&eacute;&eacute; le')
    .replace('Solved at', 'R&#233;solu le');
  expect(await figures(text)).toEqual(truth);
});

it('takes the epoch and the end of time for no date among stamps of another form', async () => {
  const american = (text: string): string => {
    const [, y, m, d, time] = /^(\d+)-(\d+)-(\d+) (.*)$/.exec(text) as RegExpExecArray;
    return `${Number(m)}/${Number(d)}/${y} ${time}`;
  };
  for (const none of ['1970-01-01 00:00:00', '9999-12-31 23:59:59'])
    expect(
      await figures(
        file(
          tickets.map((each) => ({
            ...each,
            ...{ created: american(each.created), solved: each.solved === '' ? none : american(each.solved) },
          })),
        ),
      ),
    ).toEqual(truth);
});

it('reads blanks that do not break as blanks in a Windows file', async () => {
  const rows = tickets.map((each, i) => ({
    ...each,
    status: i % 2 === 0 ? `\u00a0${each.status}\u00a0` : each.status,
  }));
  expect(await figures(Buffer.from(file(rows), 'latin1'))).toEqual(truth);
});

it('takes what customers wrote for no answers', async () => {
  const text = file(tickets)
    .replace(header, `${header},Customer replies`)
    .replace(/example\.com\n/g, 'example.com,3\n');
  const { desk } = await readFiles({ 'tickets.csv': text });
  expect(ask(desk, 'replies.mean')[0].value).toBeNull();
  const { desk: own } = await readFiles({
    'tickets.csv': text.replace('Customer replies', 'Agent replies'),
  });
  expect(ask(own, 'replies.mean')[0].value).toBe(3);
});

it('knows the group of a name that stands under merged cells', async () => {
  const text = `Ticket,Dates,,Details,,,\n${file(tickets)
    .replace(header, `${header},Custom field 1,Notes`)
    .replace(/example\.com\n/g, 'example.com,,\n')}`;
  expect(await figures(text)).toEqual(truth);
});

it('counts no row that breaks off, where other lines are broken too', async () => {
  const lines = file(some(60)).trimEnd().split('\n');
  const whole = [...lines.slice(0, 5), 'broken line', ...lines.slice(5)].join('\n');
  // The last ticket ends in the middle of its stamp of creation.
  expect(await figures(whole.slice(0, whole.lastIndexOf(':')))).toEqual([59, 58, 1, 2 * HOUR]);
});

it('says of no tickets that none is unanswered', async () => {
  const { desk } = await readFiles({
    'messages.csv': `Ticket ID,Sent at,Author,Author role,Text\n${tickets
      .map(({ created, person }) => `7.0E+13,${created},${person},customer,Hello`)
      .join('\n')}\n`,
  });
  expect(ask(desk, 'created,unanswered,closed_unanswered').map(({ value }) => value)).toEqual([
    null,
    null,
    null,
  ]);
});

it('tells row numbers from ids among broken lines and a total', async () => {
  const many = some(60);
  const numbered = many.map((each, i) => `${i + 1},${lineOf(each)}`);
  const text = `No,${header}\n${[...numbered.slice(0, 6), 'broken line', ...numbered.slice(6), 'Total,,,,,'].join('\n')}\n`;
  const { desk } = await readFiles({
    'tickets.csv': text,
    'messages.csv': `Ticket ID,Sent at,Author,Author role,Text\n${many
      .map(({ id, created, person }) => `${id},${created},${person},customer,Hello`)
      .join('\n')}\n`,
  });
  expect(desk.problems.map(({ code }) => code)).not.toContain('messages_without_ticket');
  expect(desk.messages?.offsets.at(-1)).toBe(60);
});
