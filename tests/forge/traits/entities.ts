import { type Draft, everyColumn, rewrite } from '../draft.ts';
import type { Trait } from '../trait.ts';

const named: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
  ...{ é: '&eacute;', É: '&Eacute;', è: '&egrave;', ö: '&ouml;', ä: '&auml;', ü: '&uuml;', ã: '&atilde;' },
  ...{ ç: '&ccedil;', ó: '&oacute;', à: '&agrave;', í: '&iacute;', ô: '&ocirc;' },
};
const encode = (text: string): string =>
  text.replace(/[&<>"'À-ÿ]/g, (sign) => named[sign] ?? `&#${sign.charCodeAt(0)};`);

const isText = ({ type }: Draft['columns'][number]): boolean => type === 'text';

/** Cells as they stand in a web page. */
export const entities: Trait = {
  id: 'entities',
  options: { none: 14, signs: 1, blanks_too: 1, headers_too: 1 },
  apply: (draft, option) => {
    const texts = everyColumn(draft).filter(isText);
    rewrite(texts, (text) =>
      option === 'blanks_too' ? encode(text).replace(/(?<=\S) (?=\S)/g, '&nbsp;') : encode(text),
    );
    if (option === 'headers_too') for (const each of draft.columns) each.header = encode(each.header);
  },
};
