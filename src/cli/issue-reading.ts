import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Desk } from '../model/desk.ts';
import type { Locale } from '../output/locales/index.ts';
import type { Io } from './io.ts';
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
  const isSmall = args.includes('-') || (await bytesOf(args, session.io)) <= SMALL_BYTES;
  const desk = await read(isSmall);
  if (isTooLarge(desk) || !isOfUse(desk)) return { desk, withIssues: false };
  return { desk: isSmall ? desk : await read(true), withIssues: true };
}

const isTooLarge = (desk: Desk): boolean => desk.tickets.rows > MOST_FOR_ISSUES;

/** Says that recurring issues were left out of a large desk, and how to have them. */
export async function noteIssuesLeftOut(
  desk: Desk,
  { io, locale }: { readonly io: Io; readonly locale: Locale },
): Promise<void> {
  if (!isTooLarge(desk)) return;
  const what = locale.message('said.issues_left_out', { most: MOST_FOR_ISSUES });
  await io.stderr.write(`${locale.message('said.note')}: ${what}\n`);
}

/** The issue book of a run; null for none. */
export async function bookOf(session: Session) {
  const { bookOf: found } = await import('./issue-book-file.ts');
  return found(session);
}

/** Bytes that the named files take on disk; a folder counts as large. */
async function bytesOf(args: readonly string[], io: Io): Promise<number> {
  const sizes = await Promise.all(
    args.map(async (name) => {
      const found = await stat(path.resolve(io.cwd, name)).catch(() => null);
      return found?.isFile() ? found.size : Number.POSITIVE_INFINITY;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
