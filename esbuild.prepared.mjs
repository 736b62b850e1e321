// Vocabularies hold thousands of words in many scripts, folded in the way in which cells are. Folding them took a tenth of
// a small run; so the build runs what stands in `prepared(() => …)` (`src/model/prepared.ts`) and writes down what it made.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { requireLine } from './esbuild.join.mjs';

const called = /\bprepared\(/;

/** The calls of `prepared` in a module, in their order. */
function callsIn(text, name) {
  const calls = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'prepared')
      calls.push({ from: node.getStart(), to: node.end, make: node.arguments[0].getText() });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return calls;
}

const isWord = (word) => typeof word === 'string' && !/[|\t\n]/.test(word);

/** JavaScript that makes the value again: long lists as one text, which costs less to load than a literal. */
function written(value) {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value) && !value.every(isWord)) return `[${value.map(written).join()}]`;
  if (Array.isArray(value)) return `${JSON.stringify(value.join('|'))}.split('|')`;
  if (value instanceof Set) return `new Set(${written([...value])})`;
  if (!(value instanceof Map) || ![...value].flat().every(isWord))
    throw new Error(`what is prepared can be a text, a list, a set or a map of texts, not ${value}`);
  return `new WordMap(${value.size}, ${JSON.stringify(partsOf(value).join('\t'))})`;
}

/** The meanings of a map of texts, then its parts: a line for each meaning that words of the part have. */
function partsOf(map) {
  const meanings = [...new Set(map.values())];
  const parts = Array.from({ length: WordMap.parts }, () => new Map());
  for (const [word, meaning] of map) {
    const part = parts[WordMap.partOf(word)];
    part.set(meaning, [...(part.get(meaning) ?? []), word]);
  }
  const line = ([meaning, words]) => `${WordMap.codeOf(meanings.indexOf(meaning))}${words.join('|')}`;
  return [meanings.join('|'), ...parts.map((part) => [...part].map(line).join('\n'))];
}

/**
 * A map of thousands of words, of which most runs look up a few dozen: a part is made when a word is looked up that could
 * be in it. Goes over its words part by part. The bundle has it too.
 */
class WordMap extends Map {
  static parts = 256;
  static partOf = (word) => (word.charCodeAt(0) * 31 + word.length) % WordMap.parts;
  static codeOf = (meaning) => String.fromCharCode(48 + meaning);
  #size;
  #meanings;
  #parts;
  constructor(size, text) {
    super();
    this.#size = size;
    const [meanings, ...parts] = text.split('\t');
    this.#meanings = meanings.split('|');
    this.#parts = parts;
  }
  get(word) {
    if (word !== '') this.#make(WordMap.partOf(word));
    return super.get(word);
  }
  has(word) {
    return this.get(word) !== undefined;
  }
  get size() {
    return this.#size;
  }
  entries() {
    this.#whole();
    return super.entries();
  }
  keys() {
    this.#whole();
    return super.keys();
  }
  values() {
    this.#whole();
    return super.values();
  }
  forEach(visit) {
    this.#whole();
    super.forEach(visit);
  }
  [Symbol.iterator]() {
    return this.entries();
  }
  #make(at) {
    const part = this.#parts[at];
    if (part === '') return;
    this.#parts[at] = '';
    for (const line of part.split('\n')) {
      const meaning = this.#meanings[line.charCodeAt(0) - 48];
      for (const word of line.slice(1).split('|')) super.set(word, meaning);
    }
  }
  #whole() {
    for (let at = 0; at < WordMap.parts; at++) this.#make(at);
  }
}

/** Runs all that is prepared in the sources: file → what takes the place of each call. */
async function prepare() {
  const files = (await readdir('src', { recursive: true }))
    .filter((file) => file.endsWith('.ts') && file !== path.join('model', 'prepared.ts'))
    .map((file) => path.resolve('src', file));
  const found = new Map();
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    if (called.test(text)) found.set(file, { text, calls: callsIn(text, file) });
  }
  const { outputFiles } = await build({
    stdin: {
      contents: [...found.keys()].map((file) => `import ${JSON.stringify(file)};`).join('\n'),
      resolveDir: '.',
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    banner: { js: requireLine.replace('import.meta.url', `'file:///'`) },
    plugins: [
      {
        name: 'prepare',
        setup({ onLoad }) {
          onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path: file }) => {
            if (!found.has(file)) return undefined;
            const { text, calls } = found.get(file);
            const noted = calls.map(
              ({ make }) => `(globalThis.preparedHere ??= []).push([${JSON.stringify(file)}, ${make}]);`,
            );
            return { contents: `${text}\n${noted.join('\n')}`, loader: 'ts' };
          });
        },
      },
    ],
  });
  await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
  return new Map(
    [...found].map(([file, { calls }]) => {
      const made = globalThis.preparedHere.filter(([from]) => from === file);
      return [file, calls.map(({ from, to }, index) => ({ from, to, by: written(made[index][1]()) }))];
    }),
  );
}

let prepared;

/** The text of a module with what the build made in place of what makes it. */
export async function withPrepared(text, file) {
  if (!called.test(text)) return text;
  prepared ??= prepare();
  const edits = (await prepared).get(file);
  if (edits === undefined) return text;
  const made = edits.reduceRight((all, { from, to, by }) => all.slice(0, from) + by + all.slice(to), text);
  return `import { WordMap } from 'words:map';\n${made}`;
}

/** Serves the class of maps of texts. */
export function serveWordMap({ onResolve, onLoad }) {
  onResolve({ filter: /^words:map$/ }, ({ path: name }) => ({
    path: name,
    namespace: 'words',
    sideEffects: false,
  }));
  onLoad({ filter: /.*/, namespace: 'words' }, () => ({ contents: `export ${WordMap}` }));
}
