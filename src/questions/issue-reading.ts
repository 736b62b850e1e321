import { bytesOf } from '../input/readers/bytes-of.ts';
import type { Desk } from '../model/desk.ts';
import type { Phrase } from '../model/report.ts';
import type { Session } from './session.ts';

/** With more tickets than this, recurring issues are left out unless asked for: they would take longer than all the rest. */
const MOST_FOR_ISSUES = 200_000;
/** Files up to this size are read with their texts at once. */
const SMALL_BYTES = 128 * 2 ** 20;

/** How files are read when recurring issues are a part of the result. */
export interface TextReading {
  readonly session: Session;
  /** True after `--issues`, false after `--no-issues`. */
  readonly issues: boolean | undefined;
  readonly read: (withTexts: boolean) => Promise<Desk>;
  /** Whether a desk has a use for them; left out: every desk has. */
  readonly isOfUse?: (desk: Desk) => boolean;
}

/**
 * Reads the files, with texts where recurring issues will be looked for. How many tickets there are is known only
 * afterwards, so that large files are read without texts first; standard input can be read once only.
 */
export async function readWithTexts(
  args: readonly string[],
  { session, issues, read, isOfUse = () => true }: TextReading,
): Promise<{ readonly desk: Desk; readonly withIssues: boolean }> {
  if (issues !== undefined) return { desk: await read(issues), withIssues: issues };
  const isSmall = args.includes('-') || (await bytesOf(args, session.world.cwd)) <= SMALL_BYTES;
  const desk = await read(isSmall);
  if (isTooLarge(desk) || !isOfUse(desk)) return { desk, withIssues: false };
  return { desk: isSmall ? desk : await read(true), withIssues: true };
}

const isTooLarge = (desk: Desk): boolean => desk.tickets.rows > MOST_FOR_ISSUES;

/** That recurring issues were left out of a large desk, and how to have them; nothing for any other. */
export function issuesLeftOut(desk: Desk): readonly Phrase[] {
  return isTooLarge(desk) ? [{ code: 'said.issues_left_out', args: { most: MOST_FOR_ISSUES } }] : [];
}

/** The issue book of a run; null for none. */
export async function bookOf(session: Session) {
  const { bookOf: found } = await import('../settings/issue-book-file.ts');
  return found(session, session.world.cwd);
}
