import { furtherFirst } from './further-languages.ts';

/** The words of a list as it is written, parted by `|`. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split('|'));

/** Words for the first of several, in the languages of the recogniser. */
export const firstWords = words(
  `first|1st|initial|erste|ersten|erster|erst|premiere|premier|1ere|1re|1er|1era|1o|1a|1|primera|primer|inicial|primeira|primeiro|prima|primo|eerste|initiale|पहला|पहली|पहले|प्रथम|প্রথম|${furtherFirst}`,
);

/** Words that bind the others and say nothing themselves: articles, prepositions. */
export const bindingWords = words(
  'of|the|at|on|in|am|um|an|der|die|das|des|le|la|les|l|el|los|du|de|d|di|da|do|del|della|dal|em|il|op|van|het|een|a|का|की|के|এর',
);

/** Articles and prepositions that a careful header has and a careless one leaves out, behind what parts words and phrases. */
const small = /[ |](?:de|da|do|das|dos|du|des|del|la|le|les|el|l|d|der|die|das|of|the)(?=[ |]|$)/g;

/** Phrases parted by `|` without those words; nothing is left of a phrase that is made of them. */
export const withoutSmall = (list: string): string[] =>
  `|${list}`
    .replace(small, (found) => (found[0] === '|' ? '|' : ''))
    .slice(1)
    .split('|')
    .map((rest) => rest.trim());
