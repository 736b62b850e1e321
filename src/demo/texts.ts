import { oneOffs, spam } from './one-offs.ts';
import type { Random } from './random.ts';
import type { Language, Theme } from './theme.ts';
import { wordsOf } from './words.ts';

export interface TicketText {
  readonly subject: string;
  readonly description: string;
}

/** What a customer writes about a theme: a subject and a body of it, filled in, with a person's ways around them. */
export function writeTicket(given: {
  readonly theme: Theme;
  readonly language: Language;
  readonly name: string;
  readonly random: Random;
}): TicketText {
  const { theme, language, name, random } = given;
  const words = wordsOf[language];
  const { subjects, bodies } = theme.texts[language];
  const slots: Record<string, string> = {
    order: `${random.whole({ low: 400_000, high: 989_999 })}`,
    item: random.pick(words.items),
    city: random.pick(words.cities),
    day: random.pick(words.days),
    amount: `${random.whole({ low: 4, high: 79 }) * 50}`,
    count: `${random.whole({ low: 2, high: 9 })}`,
    phone: `+880 1000 ${String(random.whole({ low: 0, high: 999_999 })).padStart(6, '0')}`,
  };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot]);
  const lines: string[] = [];
  if (random.chance(0.5)) lines.push(random.pick(words.greetings), '');
  const body = fill(random.pick(bodies));
  lines.push(random.chance(0.3) ? `${body} ${fill(random.pick(words.asides))}` : body);
  if (random.chance(0.4)) lines.push('', `${random.pick(words.closings)},`, name);
  return {
    subject: asTyped(fill(random.pick(subjects)), random),
    description: lines.join('\n'),
  };
}

/** Some write without capitals, some with two exclamation marks. */
function asTyped(subject: string, random: Random): string {
  const style = random.next();
  if (style < 0.14) return subject.toLowerCase();
  if (style < 0.19) return `${subject}!!`;
  if (style < 0.22) return subject.toUpperCase();
  return subject.slice(0, 1).toUpperCase() + subject.slice(1);
}

export function writeOneOff(random: Random): TicketText {
  const [subject, description] = random.pick(oneOffs);
  return { subject, description };
}

/** What a customer's order system writes by itself. */
export function writeAlert(random: Random): TicketText {
  const order = random.whole({ low: 400_000, high: 989_999 });
  const code = random.pick([502, 503, 504]);
  return {
    subject: `[order system] order ${order} failed`,
    description: `Automatic message. Order ${order} could not be placed: payment error ${code}. Retries: 3.`,
  };
}

export function writeSpam(random: Random): TicketText {
  const [subject, description] = random.pick(spam);
  return { subject, description };
}

/** What somebody adds to a rating: nothing, most of the time. */
export function writeComment(given: {
  readonly score: number;
  readonly language: Language;
  readonly random: Random;
}): string {
  const { score, language, random } = given;
  const words = wordsOf[language];
  if (!random.chance(score <= 2 ? 0.55 : 0.22)) return '';
  return random.pick(score <= 3 ? words.blame : words.praise);
}
