import { sentence } from '../sentence.ts';
import { list, tryThis, type Wording } from './words.ts';

/** What is wrong with databases, with the packages that read them, and with queries. */
export const databaseTexts = {
  package_missing: (a) => ({
    what: `${a.engine} is read through ${a.packages}, which is not installed`,
    details: tryThis(a.try),
  }),
  package_broken: (a) => ({
    what: `${a.engine} is read through ${a.packages}, which cannot be loaded: ${a.reason}`,
    details: tryThis(a.try),
  }),
  database_unnamed: (a) => ({
    what: `${a.scheme} needs the file of the database`,
    details: tryThis(a.try),
  }),
  database_parameter: (a) => ({
    what: `there is no parameter "${a.parameter}" of ${a.engine} sources`,
    details: tryThis(a.try),
  }),
  database_unreadable: (a) => ({ what: `${a.engine} cannot read it: ${a.reason}` }),
  database_unreachable: (a) => ({
    what: `no ${a.engine} server answers at ${a.host}: ${a.reason}`,
    details: tryThis(sentence('hint.postgres_address')),
  }),
  database_login_refused: (a) => ({
    what: `${a.engine} does not let "${a.user}" in: ${a.reason}`,
    details: tryThis(sentence('hint.postgres_password')),
  }),
  database_empty: () => ({ what: 'holds no tables' }),
  table_not_found: (a) => ({
    what: `there is no table "${a.table}"`,
    details: [['found', list(a.found)], ...tryThis(a.try)],
  }),
  query_failed: (a) => ({
    what: `${a.engine} cannot run the query: ${a.reason}`,
    details:
      a.line === undefined
        ? []
        : [['in query', sentence('word.line_column', { line: String(a.line), column: String(a.column) })]],
  }),
  query_writes: (a) => ({
    what: `the query would write, and sources are only read (${a.engine}: ${a.reason})`,
    details: tryThis("--query 'select …'"),
  }),
  query_reaches_out: (a) => ({
    what: `the query reaches beyond its database, which a source does not (${a.engine}: ${a.reason})`,
    details: tryThis(sentence('hint.name_files_beside')),
  }),
  query_without_rows: () => ({
    what: 'the query is not one that gives rows',
    details: tryThis("--query 'select * from tickets'"),
  }),
} satisfies Record<string, Wording>;
