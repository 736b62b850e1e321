import type { MessageReading, Messages } from '../../model/desk.ts';
import type { Problem } from '../../model/problem.ts';

/** What has to be said of how messages were understood, where it is not the usual. */
export function messageNotes(reading: MessageReading | undefined): Problem[] {
  if (!reading) return [];
  const { automatic, notRecorded, nobodyWrote, isUndecided, knowsAuthors, unknownAuthors } = reading;
  const problems: Problem[] = [];
  const say = (code: Problem['code'], severity: Problem['severity'], count: number): void => {
    if (count > 0) problems.push({ code, severity, args: {}, count });
  };
  say('automatic_answers', 'note', automatic);
  say('bots_answer', 'note', reading.byBots);
  const at = (place: string): number =>
    reading.questions.reduce((sum, each) => sum + (each.place === place ? each.threads : 0), 0);
  const apart = reading.clockApart ?? 0;
  if (apart !== 0) problems.push(otherClock(apart, reading));
  else say('question_at_creation', 'note', at('creation'));
  say('question_by_ticket', 'note', at('each'));
  if (isUndecided) say('tickets_without_messages', 'warning', notRecorded);
  else say('messages_not_recorded', 'warning', notRecorded);
  say('nobody_wrote', 'note', nobodyWrote);
  if (knowsAuthors) say('messages_without_author', 'note', unknownAuthors);
  else say('authors_unknown', 'warning', unknownAuthors);
  return problems;
}

/** One of two files is read in another zone than it is written in. */
function otherClock(apart: number, { questions }: MessageReading): Problem {
  const minutes = apart / 60_000;
  return {
    code: 'messages_other_clock',
    severity: 'warning',
    args: { hours: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}` },
    count: questions.reduce((sum, { threads }) => sum + threads, 0),
  };
}

/** Said where bots' answers are to end waits and none is here; where nobody asked who wrote, nothing is known of it. */
export function withoutBots(messages: Messages | null): Problem[] {
  const reading = messages?.reading;
  if (messages && (!reading?.knowsAuthors || reading.byBots > 0)) return [];
  return [{ code: 'no_bot_answers', severity: 'note', args: {} }];
}
