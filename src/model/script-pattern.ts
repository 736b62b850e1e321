/**
 * Patterns over the letters of all scripts. What `\p{L}` stands for takes half a millisecond to spell out and as much to
 * compile, in each pattern anew: a small desk spends more on that than on its texts. Most of these hold no other signs than
 * western European ones, and of those a pattern is asked in which the classes are as short as that.
 */

/** What is in a class, of the signs that western texts are made of. */
const western: Readonly<Record<string, string>> = {
  L: 'A-Za-zªµºÀ-ÖØ-öø-ÿ',
  Lu: 'A-ZÀ-ÖØ-Þ',
  Ll: 'a-zµß-öø-ÿ',
  M: '',
  N: '0-9²³¹¼-¾',
  Nd: '0-9',
};
const WESTERN_TEXT = /^[\0-\xff\u2000-\u206f€]*$/;
const CLASS_OR_BRACKET = /\\p\{([^}]*)\}|\\.|[[\]]/g;

/** True for a text that holds no letters, marks and digits but western ones. */
export const isWestern = (text: string): boolean => WESTERN_TEXT.test(text);

/** The pattern for a text: it finds what the pattern that was given would find there. */
export type ScriptPattern = (text: string) => RegExp;

/** A pattern as it would be written between slashes, with `u` among its flags; made where it is needed. */
export function scriptPattern(source: string, flags: string): ScriptPattern {
  let all: RegExp | undefined;
  let short: RegExp | undefined;
  return (text) => {
    if (isWestern(text)) {
      short ??= new RegExp(westernSource(source), flags);
      return short;
    }
    all ??= new RegExp(source, flags);
    return all;
  };
}

/** The source of a pattern with classes of western signs alone. */
function westernSource(source: string): string {
  let isInside = false;
  return source.replace(CLASS_OR_BRACKET, (part, name: string | undefined) => {
    if (part === '[') isInside = true;
    else if (part === ']') isInside = false;
    if (name === undefined) return part;
    if (western[name] === undefined) throw new Error(`no western signs are known of ${part}`);
    return isInside ? western[name] : `[${western[name]}]`;
  });
}
