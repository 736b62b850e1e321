import { type Problem, placeOf, textOf } from '../../model/problem.ts';
import { reasonTexts } from '../../model/problem-texts.ts';
import type { Phrase, PhraseArg } from '../../model/report.ts';

/** A problem as a report says it: in the words of its language where that has some, else in English. */
export function problemPhrase(problem: Problem): Phrase {
  const place = placeOf(problem.where);
  const what: Phrase = {
    code: `problem.${problem.code}`,
    args: argsOf(problem),
    english: textOf(problem).what,
  };
  return place ? { code: 'quality.at', args: { place: { data: place }, what } } : what;
}

function argsOf({ args, count = 0 }: Problem): Record<string, PhraseArg> {
  const words = Object.entries(args).flatMap(([name, value]): [string, PhraseArg][] => {
    if (value === undefined) return [];
    if (typeof value === 'number') return [[name, value]];
    if (typeof value !== 'string') return [[name, value.map((each) => ({ data: each }))]];
    return [[name, wordOf(value)]];
  });
  return { ...Object.fromEntries(words), count };
}

function wordOf(value: string): Phrase {
  const english = Object.hasOwn(reasonTexts, value) ? reasonTexts[value] : undefined;
  return english === undefined ? { data: value } : { code: `problem.reason.${value}`, english };
}
