import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { DeskstatError, type Where } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';

/** What YAML can hold here. Plain numbers stay as they are written: `007` is text until somebody asks for a number. */
export type Tree = string | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };
export type TreePath = readonly (string | number)[];

export interface ParsedYaml {
  readonly tree: Tree;
  /** Line and column at which the value at this path begins (inside its quotes), else those of its nearest parent. */
  whereOf(path: TreePath): Where;
  /** Line and column of the key itself. */
  whereOfKey(path: TreePath): Where;
}

const mostNodes = 200_000;

/**
 * YAML 1.2 text as plain data with positions. Keys are text, settings without a value (`sla:`) are left out, aliases
 * and merge keys are followed.
 * @throws {DeskstatError} exit 2, at line and column, for anything YAML does not allow, a key given twice included.
 */
export function parseYaml(text: string, file: string): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    merge: true,
    stringKeys: false,
    strict: true,
  });
  const place = (offset: number): Where => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [error] = document.errors;
  if (error) {
    const args = { reason: yamlMistake(error), try: hintOf(error.code, error.message) };
    throw new DeskstatError({ code: 'config_syntax', args, where: place(error.pos[0]) }, 2);
  }
  const values = new Map<string, number>();
  const keys = new Map<string, number>();
  let nodes = 0;

  const targetOf = (node: Alias): Node => {
    const target = node.resolve(document) as Node | undefined;
    if (target) return target;
    const args = { reason: sentence('mistake.yaml_no_anchor', { anchor: node.source }), try: undefined };
    throw new DeskstatError({ code: 'config_syntax', args, where: place(node.range?.[0] ?? 0) }, 2);
  };
  const plain = (node: Node | null, path: TreePath): Tree => {
    nodes++;
    if (nodes > mostNodes || path.length > 100) {
      const args = { reason: sentence('mistake.yaml_too_deep'), try: undefined };
      throw new DeskstatError({ code: 'config_syntax', args, where: place(node?.range?.[0] ?? 0) }, 2);
    }
    if (node?.range) values.set(keyOf(path), node.range[0] + quoteWidth(node));
    if (isAlias(node)) return plain(targetOf(node), path);
    if (isMap(node)) return Object.fromEntries(entriesOf(node, path));
    if (isSeq(node)) return node.items.map((item, index) => plain(item as Node | null, [...path, index]));
    return isScalar(node) ? textOf(node) : null;
  };

  const entriesOf = (map: YAMLMap, path: TreePath): [string, Tree][] => {
    const entries = new Map<string, Tree>();
    const merged: [string, Tree][] = [];
    for (const { key, value } of map.items) {
      const name = nameOf(key);
      if (name === '<<' && value !== null) {
        merged.push(...mergedEntries(plain(value as Node, path)));
        continue;
      }
      const at = [...path, name];
      const range = (key as Node).range;
      if (range) keys.set(keyOf(at), range[0]);
      const read = plain(value as Node | null, at);
      if (read !== null) entries.set(name, read);
    }
    for (const [name, value] of merged) if (!entries.has(name)) entries.set(name, value);
    return [...entries];
  };

  const tree = plain(document.contents as Node | null, []);
  const look = (known: ReadonlyMap<string, number>, path: TreePath): number | undefined =>
    known.get(keyOf(path));
  const whereOf = (path: TreePath): Where => {
    for (let length = path.length; length >= 0; length--) {
      const part = path.slice(0, length);
      const offset = look(values, part) ?? look(keys, part);
      if (offset !== undefined) return place(offset);
    }
    return { file };
  };
  return {
    tree,
    whereOf,
    whereOfKey(path) {
      const offset = look(keys, path);
      return offset === undefined ? whereOf(path) : place(offset);
    },
  };
}

const keyOf = (path: TreePath): string => JSON.stringify(path);

const quoteWidth = (node: Node): number =>
  isScalar(node) && (node.type === 'QUOTE_SINGLE' || node.type === 'QUOTE_DOUBLE') ? 1 : 0;

function mergedEntries(tree: Tree): [string, Tree][] {
  if (Array.isArray(tree)) return (tree as readonly Tree[]).flatMap(mergedEntries);
  return tree !== null && typeof tree === 'object' ? Object.entries(tree as Record<string, Tree>) : [];
}

const hints: Readonly<Record<string, Sentence | undefined>> = {
  TAB_AS_INDENT: sentence('hint.yaml_tabs'),
  BAD_INDENT: sentence('hint.yaml_indent'),
  MISSING_CHAR: sentence('hint.yaml_colon'),
  BLOCK_AS_IMPLICIT_KEY: sentence('hint.yaml_quotes'),
  BAD_SCALAR_START: sentence('hint.yaml_special'),
  DUPLICATE_KEY: sentence('hint.yaml_key_once'),
};

function hintOf(code: string, message: string): Sentence | undefined {
  return isUnclosed(message) ? sentence('hint.yaml_closing') : hints[code];
}

/** What the parser's codes mean; those that nothing is said of cannot stand where they stand. */
const mistakes = {
  DUPLICATE_KEY: 'mistake.yaml_key_twice',
  TAB_AS_INDENT: 'mistake.yaml_tabs',
  MULTIPLE_DOCS: 'mistake.yaml_second_document',
  BAD_INDENT: 'mistake.yaml_indent',
  MISSING_CHAR: 'mistake.yaml_missing',
  BLOCK_AS_IMPLICIT_KEY: 'mistake.yaml_nested',
  BAD_SCALAR_START: 'mistake.yaml_special',
  MULTILINE_IMPLICIT_KEY: 'mistake.yaml_long_key',
  KEY_OVER_1024_CHARS: 'mistake.yaml_long_key',
  BAD_DQ_ESCAPE: 'mistake.yaml_escape',
} as const;

/** What makes a text no YAML. */
export function yamlMistake({ code, message }: Pick<YAMLError, 'code' | 'message'>): Sentence {
  if (isUnclosed(message)) return sentence('mistake.yaml_unclosed');
  return sentence(code in mistakes ? mistakes[code as keyof typeof mistakes] : 'mistake.yaml_unexpected');
}

/** The parser has one code for all that ends too early; of brackets it says "Flow sequence …" or "Flow map …". */
const isUnclosed = (message: string): boolean => message.startsWith('Flow ');

/** A value as it was written; numbers stay text, nothing is null. */
function textOf({ value, source }: Scalar): Tree {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  return source ?? String(value);
}

const nameOf = (key: unknown): string => (isScalar(key) ? (key.source ?? String(key.value)) : String(key));
