/**
 * Text from an export is shown, never obeyed: nothing in it may move a cursor, turn the reading direction, start a
 * formula or close a tag. What would be invisible or act is shown as a visible mark, so that it is not hidden either.
 */

/** C0 and C1 controls, DEL, and the marks that reorder, hide or join text without being seen. */
const acting =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Most text: printable ASCII with single spaces, which needs no look at its marks. */
const harmless = /^(?:[!-~]| (?=[!-~]))*$/;
const breaks = /[\t\n\r\u0085\u2028\u2029]/;

/**
 * Text safe to print: controls become pictures (`␛`), marks that reorder or hide become their code (`⟨U+202E⟩`), lone
 * surrogates `�`. Joiners (ZWJ, ZWNJ) stay: Bengali, Hindi and emoji need them. Line breaks and tabs stay.
 */
export function showControls(text: string): string {
  return text.replace(loneSurrogates, '\ufffd').replace(acting, pictureOf);
}

/** Like `showControls`, on one line: runs of breaks and spaces become one space. */
export function oneLine(text: string): string {
  if (harmless.test(text)) return text;
  const line = breaks.test(text) || text.includes('  ') ? text.replace(/\s+/gu, ' ').trim() : text;
  return showControls(line);
}

function pictureOf(mark: string): string {
  const code = mark.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** What makes a spreadsheet run a text cell: a formula sign or a control character at its start (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\u0000-\u001f\u007f-\u009f\uff0b\uff0d\uff1d\uff20]/;

/** A text cell that no spreadsheet takes for a formula: a leading `'` where it begins like one. Only for text, never numbers. */
export function neutraliseFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** True for a sign and a number, such as the months of a cohort (`+2`): in a typed text cell it does nothing. */
export const isSignedNumber = (text: string): boolean => /^[+-]\p{Nd}+(?:[.,]\p{Nd}+)?$/u.test(text);

/** Text and attribute values of HTML and XML: the five characters that mean something there. */
export function escapeHtml(text: string): string {
  return showControls(text).replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text inside GitHub Markdown, also in a table cell: one line, no tag, no emphasis, no link made of it (a bare
 * address links by itself in GitHub's dialect), no mention of people or issues, no formula, no block that begins
 * with it. Only what would act is escaped, as chats and plain text views show every escape.
 */
export function escapeMarkdown(text: string): string {
  const line = oneLine(text).trim();
  if (!marking.test(line)) return line;
  return escapeInline(line)
    .replace(/^(?:>|[-+#](?=[\s#-]|$))/, '\\$&')
    .replace(/^\d{1,9}(?=[.)](?:\s|$))/, '$&\\')
    .replace(/(?<=\s)#+$/, '\\$&');
}

/** Whatever may mean something in Markdown. */
const marking = /[\\`*_[\]|~&<>@#$:+-]|^\d+[.)]|www\./i;
/** Splits a mention, which GitHub looks for in the finished page, so that no escape prevents it; takes no room. */
const wordJoiner = '\u2060';

function escapeInline(line: string): string {
  const text = line
    .replace(/@(?=[A-Za-z0-9])|#(?=\d)/g, `$&${wordJoiner}`)
    .replace(/[\\`*|~]/g, '\\$&')
    // Between letters or digits an underscore is no emphasis: names of figures stay readable.
    .replace(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, (run) => run.replaceAll('_', '\\_'))
    // A bracket alone links nothing: it takes an address or a name behind it, a note's `^`, a wiki's second bracket.
    .replace(/\](?=[([])|\[(?=[[^])|(?<=[!^])\[|^\[(?=[ xX]\]|[^\]]*\]:)/g, '\\$&')
    .replace(/&(?=#?\w+;)|<(?=[a-z/!?])/gi, (mark) => entities[mark] ?? mark)
    .replace(/:\/\//g, '&#58;//')
    .replace(/www\./gi, (mark) => `${mark.slice(0, -1)}&#46;`);
  return text.split('$').length > 2 ? text.replaceAll('$', '\\$') : text;
}
