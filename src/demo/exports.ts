import { dayMs, zoneMs } from './desk-hours.ts';
import type { Story } from './story.ts';
import type { Year, YearTicket } from './year.ts';

const firstId = 218_001;

export function* ticketRows({ tickets }: Year, story: Story): Generator<string> {
  yield line([
    'Ticket ID',
    'Created at',
    'First response at',
    'First solved at',
    'Solved at',
    'Closed at',
    'Updated at',
    'Status',
    'Priority',
    'Channel',
    'Group',
    'Agent',
    'Customer email',
    'Customer name',
    'Organization',
    'Language',
    'Subject',
    'Description',
    'Tags',
    'Satisfaction rating',
    'Replies',
    'Reopens',
    'Reassignments',
  ]);
  for (const [index, ticket] of tickets.entries()) {
    const { customer, text, survey } = ticket;
    const seen = asSeen(ticket, story);
    yield line([
      `${firstId + index}`,
      stamp(ticket.createdAt),
      stamp(seen.answeredAt),
      stamp(seen.firstSolvedAt),
      stamp(seen.solvedAt),
      stamp(seen.closedAt),
      stamp(seen.updatedAt),
      seen.status,
      ticket.priority,
      ticket.channel,
      ticket.group,
      seen.answered ? (ticket.life.agent?.name ?? '') : '',
      customer.email,
      customer.name,
      customer.organization,
      customer.language,
      text.subject,
      text.description,
      ticket.tags.join(','),
      survey && survey.answeredAt < story.until ? `${survey.score}` : '',
      `${seen.replies}`,
      `${seen.reopens}`,
      `${seen.answered ? ticket.life.reassignments : 0}`,
    ]);
  }
}

/** What an export taken at the end of the year knows of a ticket. */
function asSeen({ life, removed, createdAt }: YearTicket, story: Story) {
  const known = (at: number): number => (at < story.until ? at : Number.NaN);
  const answeredAt = known(life.answeredAt);
  const firstSolvedAt = known(life.firstSolvedAt);
  const reopenedAt = known(life.reopenedAt);
  const isReopened = !Number.isNaN(reopenedAt);
  const solvedAt = known(life.solvedAt);
  const closedAt = known(life.closedAt);
  const answered = !Number.isNaN(answeredAt);
  const stamps = [createdAt, answeredAt, firstSolvedAt, reopenedAt, solvedAt, closedAt];
  return {
    answeredAt,
    firstSolvedAt,
    solvedAt,
    closedAt,
    updatedAt: Math.max(...stamps.filter((at) => !Number.isNaN(at))),
    answered,
    replies: answered ? (Number.isNaN(solvedAt) ? Math.min(1, life.replies) : life.replies) : 0,
    reopens: isReopened ? 1 : 0,
    status: statusOf({
      life,
      removed,
      isClosed: !Number.isNaN(closedAt),
      isSolved: !Number.isNaN(solvedAt),
      answered,
    }),
  };
}

function statusOf(given: {
  readonly life: YearTicket['life'];
  readonly removed: YearTicket['removed'];
  readonly isClosed: boolean;
  readonly isSolved: boolean;
  readonly answered: boolean;
}): string {
  const { life, removed, isClosed, isSolved, answered } = given;
  if (removed !== null && isClosed) return removed;
  if (isClosed) return 'Closed';
  if (isSolved) return 'Solved';
  if (!answered) return 'New';
  // Which open state it is in hangs on nothing but the ticket itself, so that it needs no chance of its own.
  const turn = Math.floor(life.createdAt / 1000) % 10;
  if (turn < 3) return 'Pending';
  return turn === 3 ? 'On-hold' : 'Open';
}

export function* surveyRows({ tickets }: Year, story: Story): Generator<string> {
  yield line(['Survey ID', 'Ticket ID', 'Customer email', 'Sent at', 'Answered at', 'Score', 'Comment']);
  const sent = tickets.flatMap((ticket, index) =>
    ticket.survey && ticket.survey.sentAt < story.until
      ? [{ ticket, survey: ticket.survey, id: firstId + index }]
      : [],
  );
  sent.sort((a, b) => a.survey.sentAt - b.survey.sentAt || a.id - b.id);
  for (const [index, { ticket, survey, id }] of sent.entries()) {
    const isAnswered = survey.answeredAt < story.until;
    yield line([
      `S${10_001 + index}`,
      `${id}`,
      ticket.customer.email,
      stamp(survey.sentAt),
      isAnswered ? stamp(survey.answeredAt) : '',
      isAnswered ? `${survey.score}` : '',
      isAnswered ? survey.comment : '',
    ]);
  }
}

export function* customerRows({ customers }: Year, story: Story): Generator<string> {
  yield line(['Customer email', 'Name', 'Plan', 'Organization', 'Started at', 'Ended at']);
  const known = customers.filter((customer) => customer.startedAt < story.until);
  known.sort((a, b) => a.startedAt - b.startedAt || (a.email < b.email ? -1 : 1));
  for (const customer of known) {
    const ended = customer.endedAt < story.until ? date(customer.endedAt) : '';
    yield line([
      customer.email,
      customer.name,
      customer.plan,
      customer.organization,
      date(customer.startedAt),
      ended,
    ]);
  }
}

const stamp = (at: number): string =>
  Number.isNaN(at) ? '' : `${new Date(Math.floor(at / 1000) * 1000).toISOString().slice(0, 19)}Z`;
const date = (at: number): string => new Date(at).toISOString().slice(0, 10);

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function* inChunks(rows: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += row;
    if (chunk.length > 65_536) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/** Settings that go with the data: hours, days off, targets and checks. */
export function settingsOf(story: Story): string {
  const holidays: string[] = [];
  for (let at = story.start; at < story.until; at += dayMs) {
    const day = Math.floor((at + zoneMs) / dayMs);
    if (story.isDayOff(day)) holidays.push(date(day * dayMs));
  }
  return `# Settings of the sample desk. Run deskstat inside this folder to use them.
tz: Asia/Dhaka

# Working hours: every duration is then also measured in working time.
hours: Mon-Sat 09:00-20:00
holidays: [${holidays.join(', ')}]

# Targets; the first policy whose filter fits a ticket counts.
sla:
  - name: Urgent and high
    when: priority in (urgent, high)
    targets: {first_response: 2h, resolution: 1d}
    clock: calendar
  - name: Everything else
    targets: {first_response: 8h, resolution: 3d}
    clock: calendar

# What "deskstat check" expects of the last whole week.
checks:
  - first_response_time.p50 < 4h
  - csat >= 70% by group min 20
  - expect: backlog <= 300
    name: backlog stays small
`;
}
