import { DeskstatError } from '../model/problem.ts';
import type { Locale } from '../output/locales/index.ts';
import type { Io } from './io.ts';

/** How long a pipe may be silent before it is said what is waited for. */
const PATIENCE = 2000;

/**
 * Standard input where nobody named a file.
 *
 * @throws DeskstatError (2) where it ends without a byte: no input was given
 */
export async function* pipedInput(
  io: Pick<Io, 'stdin' | 'stderr'>,
  locale: Locale,
): AsyncIterable<Uint8Array> {
  const timer = setTimeout(() => {
    void io.stderr.write(`${locale.message('said.waiting_for_input')}\n`).catch(() => {});
  }, PATIENCE);
  let isEmpty = true;
  try {
    for await (const piece of io.stdin()) {
      if (piece.length === 0) continue;
      clearTimeout(timer);
      isEmpty = false;
      yield piece;
    }
  } finally {
    clearTimeout(timer);
  }
  if (isEmpty) throw new DeskstatError({ code: 'no_input', args: {} }, 2);
}
