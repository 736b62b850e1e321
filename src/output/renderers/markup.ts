import { escapeHtml } from './neutralise.ts';

/** Text that is HTML already. Only `html` makes it, so that nothing gets into a page without being escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Markup | string | number | null | undefined | false | readonly Part[];

/** HTML from a template: every string put into it is escaped, lists are joined, null and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(
    strings.map((text, index) => text + (index < parts.length ? partText(parts[index]) : '')).join(''),
  );
}

function partText(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(part);
  return part.map(partText).join('');
}

/** Markup one after the other. */
export function join(parts: readonly Part[]): Markup {
  return html`${parts}`;
}
