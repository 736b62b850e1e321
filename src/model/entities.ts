/** Names of U+00A0 to U+00FF in their order, as HTML 4 has them. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

let named: ReadonlyMap<string, string> | null = null;

function characterOf(name: string): string | undefined {
  named ??= new Map([
    ...latin.split(' ').map((each, i) => [each, String.fromCodePoint(0xa0 + i)] as const),
    ...([
      ['amp', '&'],
      ['lt', '<'],
      ['gt', '>'],
      ['quot', '"'],
      ['apos', "'"],
      ['ndash', '–'],
      ['mdash', '—'],
      ['hellip', '…'],
      ['lsquo', '‘'],
      ['rsquo', '’'],
      ['ldquo', '“'],
      ['rdquo', '”'],
    ] as const),
  ]);
  return named.get(name);
}

/** `R&eacute;solu`, `On&nbsp;hold`, `O&#39;Neil` as they read in the page that they were taken from; other text as it is. */
export function withoutEntities(text: string): string {
  if (!text.includes('&') || !text.includes(';')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return characterOf(name) ?? whole;
      const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hex, 16);
      const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      return isCharacter ? String.fromCodePoint(point) : whole;
    },
  );
}
