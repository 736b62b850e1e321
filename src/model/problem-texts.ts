import { merged } from './merged.ts';
import { databaseTexts } from './problem-texts/databases.ts';
import { figureTexts } from './problem-texts/figures.ts';
import { outputTexts } from './problem-texts/outputs.ts';
import { recognitionTexts } from './problem-texts/recognition.ts';
import { sourceTexts } from './problem-texts/sources.ts';
import { surveyTexts } from './problem-texts/surveys.ts';
import { ticketTexts } from './problem-texts/tickets.ts';
import { usageTexts } from './problem-texts/usage.ts';
import type { Wording } from './problem-texts/words.ts';

/**
 * Every message of deskstat, by the code that JSON output carries, in a file a subject.
 * A text says what is wrong in one sentence; its details say what was looked for, what was found and what to type.
 */
export const problemTexts = merged(
  usageTexts,
  sourceTexts,
  databaseTexts,
  surveyTexts,
  recognitionTexts,
  figureTexts,
  ticketTexts,
  outputTexts,
) satisfies Record<string, Wording>;

export type ProblemCode = keyof typeof problemTexts;
