import { type Desk, type Messages, numbersOf } from '../../model/desk.ts';
import { dayAt, startOfDay } from '../../time/period.ts';
import { type Zone, zone } from '../../time/zone.ts';
import { daySpans, stampColumn } from './precision.ts';

/**
 * Which tickets of a desk with messages have a question or a first answer that is a date without a time (DEFINITIONS
 * 14): that is some time of its day, so it comes neither after a stamp of that day nor before one.
 */
export class AnswerDays {
  readonly #messages: Messages;
  readonly #asOf: number;
  readonly #createdAt: Float64Array | null;
  readonly #createdDays: Uint8Array | null;
  readonly #stampDays: ReturnType<typeof daySpans>;
  readonly #marks: Uint8Array | null;
  readonly #zone: Zone;

  constructor(desk: Desk, messages: Messages) {
    const created = stampColumn(desk, 'created_at')?.written;
    this.#messages = messages;
    this.#asOf = desk.asOf;
    this.#createdAt = numbersOf(desk.tickets, 'created_at');
    this.#createdDays = created?.days ?? null;
    this.#stampDays = daySpans(desk, ['first_response_at']);
    const isAny = messages.dates || this.#createdDays || this.#stampDays;
    this.#marks = isAny ? new Uint8Array(desk.tickets.rows) : null;
    this.#zone = zone(messages.dates?.zone ?? created?.zone ?? 'UTC');
  }

  /** Marks a ticket whose wait begins with its creation. */
  fromCreation(t: number): void {
    if (this.#marks && this.#createdDays?.[t] === 1) this.#marks[t] = 1;
  }

  /** Marks a ticket that its own stamp tells of, having no messages. */
  fromStamps(t: number): void {
    if (this.#marks && this.#stampDays?.isDay(t)) this.#marks[t] = 1;
  }

  /** When a question was asked; a date without a time gives way to a creation of that day, which has one. */
  question(t: number, message: number): number {
    const at = this.#messages.sentAt[message];
    if (!this.#isDate(message)) return at;
    const created = this.#createdAt?.[t] ?? Number.NaN;
    const isThatDay = dayAt(created, this.#zone) === dayAt(at, this.#zone);
    if (isThatDay && this.#createdDays?.[t] !== 1) return created;
    if (this.#marks) this.#marks[t] = 1;
    return at;
  }

  /** When a message was sent at the latest. */
  latest(message: number): number {
    const at = this.#messages.sentAt[message];
    if (!this.#isDate(message)) return at;
    return Math.min(startOfDay(dayAt(at, this.#zone) + 1, this.#zone) - 1, this.#asOf);
  }

  /** When a first answer was sent at the latest; marks its ticket where that is a date without a time. */
  answer(t: number, message: number): number {
    if (this.#marks && this.#isDate(message)) this.#marks[t] = 1;
    return this.latest(message);
  }

  found(): { readonly isDay: Uint8Array; readonly zone: string } | null {
    return this.#marks && { isDay: this.#marks, zone: this.#zone.id };
  }

  #isDate(message: number): boolean {
    return this.#messages.dates?.isDate[message] === 1;
  }
}
