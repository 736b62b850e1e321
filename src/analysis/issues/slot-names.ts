import { scriptPattern } from '../../model/script-pattern.ts';
import type { TextSource } from './text-source.ts';

/** Two or three capitalised words in a row, as somebody's name is written, and what stands around them. */
const RUN = scriptPattern(
  String.raw`(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{Ll}\p{M}'’-]+(?:\s+\p{Lu}[\p{Ll}\p{M}'’-]+){1,2}(?![\p{L}\p{M}\p{N}])`,
  'gu',
);
/** So many subjects that are alike but for a name tell that a name stands there, if nearly each has one of its own. */
const FEWEST = 6;
const DISTINCT = 0.8;
/** Words around it, at least: a subject that is a name and nothing else has no form. */
const WORDS_AROUND = 2;
const WORD = /[\p{L}\p{M}]{2,}/gu;

/**
 * Those who stand in no column and are named in subjects that are otherwise the same: `Badge not working Jo Park`, `Badge
 * not working Al Roy`. What each ticket fills in is a person, a firm or a place, and stands for that ticket alone.
 *
 * @param sample rows whose subjects are looked through.
 */
export function namesInSlots(texts: TextSource, sample: Int32Array): string[] {
  const frames = new Map<string, string[]>();
  for (const row of sample) {
    const subject = texts.subject(row);
    for (const { 0: run, index } of subject.matchAll(RUN(subject))) {
      const frame = `${subject.slice(0, index)}⁝${subject.slice(index + run.length)}`.toLowerCase();
      const there = frames.get(frame);
      if (there) there.push(run);
      else frames.set(frame, [run]);
    }
  }
  const found: string[] = [];
  for (const [frame, runs] of frames) {
    if (runs.length < FEWEST || (frame.match(WORD)?.length ?? 0) < WORDS_AROUND) continue;
    const names = new Set(runs);
    if (names.size >= DISTINCT * runs.length) found.push(...names);
  }
  return found;
}
