import { type Problem, placeOf, textOf } from '../../model/problem.ts';
import { reasonOf } from '../../model/problem-texts/words.ts';
import type { Phrase, PhraseArg } from '../../model/report.ts';
import { isSentence, type Sentence } from '../../model/sentence.ts';

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
    if (typeof value === 'number' || isSentence(value)) return [[name, value]];
    if (typeof value !== 'string') return [[name, value.map((each) => itemOf(name, each))]];
    const digits = decimals.get(name);
    if (digits !== undefined) return [[name, { type: 'number', value: Number(value), digits }]];
    return [[name, carriers.has(name) ? carried(name, value) : wordOf(value)]];
  });
  return { ...Object.fromEntries(words), count };
}

/** Arguments that hold a name of ours, which has words under `kind.…` or `order.…`. */
const carriers = new Set(['kind', 'order']);

function carried(name: string, value: string): Phrase {
  const word = wordOf(value);
  return 'data' in word ? { code: `${name}.${value}`, english: value } : word;
}

/** Arguments that hold a number with so many digits after the point. */
const decimals: ReadonlyMap<string, number> = new Map([
  ['percent', 1],
  ['confidence', 2],
]);

const itemOf = (name: string, value: Sentence | string): Phrase =>
  isSentence(value)
    ? value
    : name === 'states'
      ? { code: `status.${value}`, english: value }
      : { data: value };

function wordOf(value: string): Phrase {
  const reason = reasonOf(value);
  return typeof reason === 'string' ? { data: reason } : reason;
}
