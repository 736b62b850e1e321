import type { Fit } from '../../model/problem-words.ts';

/**
 * How many terminal cells a text takes. Terminals follow wcwidth: letters take one cell, East Asian wide letters and
 * emoji two, non-spacing marks (Mn, Me) and format characters (Cf) none. Spacing marks (Mc), such as the Bengali and
 * Hindi vowel signs া and ी, take one, as in glibc, xterm and VTE. A cluster drawn as one emoji takes two however
 * many code points it has.
 */

let segmenter: Intl.Segmenter | null = null;

/** Made when the first text needs it: that takes longer than many a whole run. */
function clusters(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** One cell each and no marks among them: Latin, Greek, Cyrillic, dashes, arrows, box and block elements. */
const plain =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u2031\u2190-\u2193\u2212\u2248\u2500-\u259f\u25b2\u25bc]*$/;
const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const emoji = /\p{Emoji_Presentation}|\p{Regional_Indicator}{2}|\p{Emoji}\ufe0f/u;
/** East Asian Wide and Fullwidth (Unicode 16, EastAsianWidth.txt), blocks merged across unassigned gaps. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18d08],
  [0x1aff0, 0x1b2fb],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

/** The parts of a text that a reader sees as one character each. */
export function graphemes(text: string): string[] {
  return Array.from(clusters(text), (part) => part.segment);
}

/** Terminal cells a text takes. */
export function displayWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of clusters(text)) width += clusterWidth(segment);
  return width;
}

function clusterWidth(cluster: string): number {
  if (cluster.length === 1 && cluster >= ' ' && cluster <= '~') return 1;
  if (emoji.test(cluster)) return 2;
  let width = 0;
  for (const character of cluster) width += characterWidth(character);
  return width;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || zeroWidth.test(character)) return 0;
  return wideRanges.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Cuts a text to so many cells, never inside a character; what was cut shows as `…`. */
export function shorten(text: string, width: number): string {
  if (text.length <= width * 8 && displayWidth(text) <= width) return text;
  if (width < 1) return '';
  if (plain.test(text)) return `${text.slice(0, width - 1).trimEnd()}…`;
  let kept = '';
  let used = 0;
  // A cluster has no bound, a cell does: what lies beyond a few thousand units cannot be seen anyway.
  for (const { segment } of clusters(text.slice(0, 64 * width + 256))) {
    const next = clusterWidth(segment);
    if (used + next > width - 1) break;
    kept += segment;
    used += next;
  }
  return `${kept.trimEnd()}…`;
}

/** Fills a text with spaces to so many cells; a wider one stays as it is. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + space : space + text;
}

/**
 * Texts of a page so many cells wide, broken at spaces. A longer word (a path) stays whole, and an option beside its
 * value, for they are to be copied.
 */
export const fitTo =
  (width: number): Fit =>
  (text, column) => {
    if (column + displayWidth(text) <= width) return text;
    const tied = text.replace(/(--[a-z-]+) (?=[^\s-])/g, '$1\u00a0');
    const lines = wrap(tied, Math.max(20, width - column), { cutsWords: false });
    return lines.join(`\n${' '.repeat(column)}`).replaceAll('\u00a0', ' ');
  };

/** Breaks a text at spaces into lines of at most so many cells; a longer word is cut between characters. */
export function wrap(
  text: string,
  width: number,
  { cutsWords = true }: { readonly cutsWords?: boolean } = {},
): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(/[ \n\t]+/).filter((part) => part !== '')) {
    for (const piece of cutsWords ? pieces(word, width) : [word]) {
      const size = displayWidth(piece);
      if (line !== '' && used + 1 + size <= width) {
        line += ` ${piece}`;
        used += 1 + size;
      } else {
        if (line !== '') lines.push(line);
        line = piece;
        used = size;
      }
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word];
  const found: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of clusters(word)) {
    const next = clusterWidth(segment);
    if (piece !== '' && used + next > width) {
      found.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += next;
  }
  found.push(piece);
  return found;
}
