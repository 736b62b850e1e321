import { DeskstatError } from './problem.ts';
import { nearest } from './suggest.ts';

/** Where the tables of a database are, as named on the command line. */
export interface DatabaseAddress {
  readonly engine: 'duckdb' | 'sqlite' | 'postgres';
  /** The file, or the address of the server without a password and without parameters. */
  readonly place: string;
  /** Tables that are named, in this order; none: all there are. */
  readonly tables: readonly string[];
  /** What else stands behind the question mark, as it was written. */
  readonly parameters: readonly string[];
}

const schemes: Readonly<Record<string, DatabaseAddress['engine']>> = {
  'duckdb:': 'duckdb',
  'sqlite:': 'sqlite',
  'postgres://': 'postgres',
  'postgresql://': 'postgres',
};

/**
 * What a name means that is no file: `duckdb:desk.duckdb?table=tickets`, `sqlite:desk.db`,
 * `postgres://user@host/database?table=tickets`; null for any other.
 *
 * @throws DeskstatError (2) for one without its file, or with a parameter that nothing reads
 */
export function databaseAddress(name: string): DatabaseAddress | null {
  const scheme = Object.keys(schemes).find((each) => name.startsWith(each));
  if (scheme === undefined) return null;
  const engine = schemes[scheme];
  const at = parametersAt(name, engine);
  const place = name.slice(engine === 'postgres' ? 0 : scheme.length, at);
  if (place === '') {
    const args = { scheme, try: `${scheme}desk.db?table=tickets` };
    throw new DeskstatError({ code: 'database_unnamed', args }, 2);
  }
  const tables: string[] = [];
  const parameters: string[] = [];
  for (const parameter of name.slice(at + 1).split('&')) {
    if (parameter === '') continue;
    const [key, ...rest] = parameter.split('=');
    if (key === 'table') tables.push(decoded(rest.join('=')));
    else if (engine !== 'postgres' || nearest(key, ['table']) !== null) {
      const args = { parameter: key, engine, try: `${name.slice(0, at)}?table=tickets` };
      throw new DeskstatError({ code: 'database_parameter', args }, 2);
    } else parameters.push(parameter);
  }
  return { engine, place, tables, parameters };
}

/** Names of files may hold question marks: theirs are followed by no parameter. */
function parametersAt(name: string, engine: DatabaseAddress['engine']): number {
  const found = engine === 'postgres' ? name.indexOf('?') : name.search(/\?(?:[a-z_]+=[^/\\]*)?$/i);
  return found < 0 ? name.length : found;
}

/** Whether a name means a database. */
export const isDatabase = (name: string): boolean =>
  Object.keys(schemes).some((scheme) => name.startsWith(scheme));

/** The file of a database that is one; null for a server, and for what is no database. */
export function fileOfDatabase(name: string): string | null {
  const address = databaseAddress(name);
  return address && address.engine !== 'postgres' ? address.place : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Passwords by the place (`DatabaseAddress`) that they open. */
export type Passwords = ReadonlyMap<string, string>;

/** Words as they were typed, their passwords taken out of them. */
export interface WithoutPasswords<Words> {
  readonly words: Words;
  readonly passwords: Passwords;
}

/**
 * Takes passwords out of addresses of servers, wherever they stand in a word, before anything else looks at the words:
 * what is not there is never printed, kept or passed on.
 */
export function takePasswords<Word>(typed: readonly Word[]): WithoutPasswords<readonly Word[]> {
  const passwords = new Map<string, string>();
  const words = typed.map((word) =>
    typeof word === 'string' && /postgres(?:ql)?:\/\//.test(word) ? (plain(word, passwords) as Word) : word,
  );
  return { words, passwords };
}

function plain(word: string, passwords: Map<string, string>): string {
  return word
    .split(/(?=postgres(?:ql)?:\/\/)/)
    .map((part) => {
      const [, scheme, rest] = /^(postgres(?:ql)?:\/\/)(.*)$/s.exec(part) ?? [];
      if (scheme === undefined) return part;
      const { user, password, behind } = userOf(rest);
      const parameter = /([?&])password=([^&#]*)&?/.exec(behind);
      const address =
        `${scheme}${user}${parameter ? behind.replace(parameter[0], parameter[1]) : behind}`.replace(
          /[?&]$/,
          '',
        );
      const secret = parameter?.[2] ?? password;
      if (secret !== null) passwords.set(address.replace(/[?#].*$/s, ''), decoded(secret));
      return address;
    })
    .join('');
}

/**
 * The user, and the password before a host. A password should have its `/`, `?`, `#` and `@` written as `%2F`…; one that
 * has not is still no part of the address: all up to the last @ is taken for it, unless that @ stands in a parameter
 * behind a host.
 */
function userOf(rest: string): { user: string; password: string | null; behind: string } {
  const none = { user: '', password: null, behind: rest };
  const at = rest.lastIndexOf('@');
  const info = rest.slice(0, Math.max(at, 0));
  const colon = info.indexOf(':');
  if (colon < 0) return none;
  const [, host, parameters] = /^([^/?#]*)[^?]*(\?.*)?$/s.exec(info) ?? [];
  const isParameter = /^\?\w+=/.test(parameters ?? '');
  // The @ before it ends the user: `user:password@host/database?table=a@b`.
  const before = isParameter ? info.replace(/\?.*$/s, '').lastIndexOf('@') : -1;
  if (before >= 0) return divided(rest, { colon, at: before });
  if (isParameter && /^[^:]*:\d*$/.test(host ?? '')) return none;
  return divided(rest, { colon, at });
}

const divided = (rest: string, { colon, at }: { readonly colon: number; readonly at: number }) =>
  colon > at
    ? { user: '', password: null, behind: rest }
    : { user: rest.slice(0, colon), password: rest.slice(colon + 1, at), behind: rest.slice(at) };
