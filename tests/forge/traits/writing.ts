import type { Trait } from '../trait.ts';

/** What the file is made of. */
export const writing: Trait = {
  id: 'writing',
  options: {
    comma: 6,
    semicolon: 2,
    tab: 1,
    pipe: 1,
    quoted: 1,
    crlf: 1,
    bom: 1,
    utf16: 1,
    json: 2,
    ndjson: 2,
    gzip: 1,
    cp1252: 1,
    sep_line: 1,
    wrapped: 1,
  },
  apply: ({ dialect }, option) => {
    if (option === 'semicolon') dialect.delimiter = ';';
    else if (option === 'tab') dialect.delimiter = '\t';
    else if (option === 'pipe') dialect.delimiter = '|';
    else if (option === 'quoted') dialect.quoteAll = true;
    else if (option === 'crlf') dialect.lineEnd = '\r\n';
    else if (option === 'gzip') dialect.gzip = true;
    else if (option === 'sep_line') {
      dialect.delimiter = ';';
      dialect.before = ['sep=;', ...dialect.before];
    } else if (option === 'wrapped') {
      dialect.format = 'json';
      dialect.wrapped = true;
    } else if (option === 'json' || option === 'ndjson') dialect.format = option;
    else dialect.encoding = option as 'utf16' | 'bom' | 'cp1252';
  },
};
