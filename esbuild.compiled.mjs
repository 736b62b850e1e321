// A small report spends a fifth of its time compiling a megabyte of JavaScript. V8 can write down what it compiled and take
// it back; Node offers that for scripts (`cachedData` of `vm.Script`), not for modules. So the files that most runs need
// become scripts, with a module of the same name for those that import them, and the build runs them once and writes down what was compiled.
// Another version of V8 finds no such file and compiles as ever: same code, same results. Nothing is written on the disk of
// whoever runs it.
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { requireLine } from './esbuild.join.mjs';

/**
 * How V8 is set for a run of ours beside how it is usually set: it is made for pages that stay open, and most of our runs
 * are over in a fifth of a second (`tests/bench/README.md` has what each is worth). What was compiled is taken back under
 * the flags alone under which it was written down. A program that uses the library has V8 back as it was; the frame, which
 * is a process of ours, keeps it.
 */
const settings = [
  // A function is optimised on another thread once it has run for so many bytes of bytecode. Most of ours run for one
  // table and are done before the optimised code is.
  { ours: '--interrupt-budget=600000', usual: '--interrupt-budget=67584' },
  // The same for the notes that are kept on a function's types, without which it is not even compiled plainly.
  {
    ours: '--interrupt-budget-factor-for-feedback-allocation=64',
    usual: '--interrupt-budget-factor-for-feedback-allocation=8',
  },
  // A function that is to be compiled plainly waits until others are due too, and runs on as bytecode.
  { ours: '--no-baseline-batch-compilation', usual: '--baseline-batch-compilation' },
  // A loop that is optimised while it runs waits for it: going on meanwhile, in code that is twenty times slower, took longer.
  { ours: '--no-concurrent-osr', usual: '--concurrent-osr' },
  // A pattern is read as it stands until it has run this often, and compiled then; most of ours look at few cells.
  { ours: '--regexp-tier-up-ticks=500', usual: '--regexp-tier-up-ticks=1' },
  // Making that reading quicker takes longer than it saves.
  { ours: '--no-regexp-peephole-optimization', usual: '--regexp-peephole-optimization' },
  // The space of new objects starts at a megabyte; doubling it step by step means to collect at each.
  { ours: '--semi-space-growth-factor=8', usual: '--semi-space-growth-factor=2' },
  // Collecting early, between two pieces of work, finds most of what was made still in use.
  { ours: '--no-minor-gc-task', usual: '--minor-gc-task' },
  // What a run makes it keeps to its end: marking it bit by bit, beside the work, finds little to free.
  { ours: '--no-incremental-marking', usual: '--incremental-marking' },
];
export const ownFlags = settings.map(({ ours }) => ours).join(' ');
const usualFlags = settings.map(({ usual }) => usual).join(' ');

/**
 * What runs the scripts, itself no module of the new kind: those are loaded by a loader that takes longer to start than
 * the whole of this, and every module asked of Node's own (`node:fs`) makes all that it can export.
 */
const runner = ({ names }) => `'use strict';
const { closeSync, fstatSync, openSync, readSync } = require('node:fs');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const names = new Set(${JSON.stringify(names)});
const scripts = new Map();
const loaded = new Map();
let isOurs = false;
function opened(file) {
  const descriptor = openSync(file, 'r');
  return { descriptor, size: fstatSync(descriptor).size };
}
function bytesOf({ descriptor, size }, room) {
  for (let at = 0, read = -1; read !== 0; at += read) read = readSync(descriptor, room, at, size - at);
  closeSync(descriptor);
  return room.subarray(0, size);
}
function compiledCodeOf(file) {
  try {
    return opened(\`\${file}-\${process.versions.v8}-\${process.arch}.bin\`);
  } catch {
    return null;
  }
}
function scriptOf(name) {
  const known = scripts.get(name);
  if (known !== undefined) return known;
  const file = path.join(__dirname, name);
  const text = opened(\`\${file}.cjs\`);
  const code = compiledCodeOf(file);
  // Both go through the same memory: to touch more of it takes longer than to read.
  const room = Buffer.allocUnsafeSlow(Math.max(text.size, code?.size ?? 0));
  const source = bytesOf(text, room).latin1Slice();
  const cachedData = code ? bytesOf(code, room) : undefined;
  if (cachedData) setFlagsFromString('${ownFlags}');
  const script = new Script(source, { filename: \`\${file}.cjs\`, cachedData });
  if (!isOurs) setFlagsFromString('${usualFlags}');
  scripts.set(name, script);
  return script;
}
/** The script of a file that is asked for beside the script \`name\`; null where it is none. */
function nameOf(file, name) {
  const found = path.posix.join(path.posix.dirname(name), file).replace(/\\.js$/, '');
  return names.has(found) ? found : null;
}
function run(name) {
  const module = { exports: {} };
  const needed = (file) => {
    const script = file.startsWith('.') ? nameOf(file, name) : null;
    return script === null ? require(file) : load(script);
  };
  const later = async (file) => {
    if (!file.startsWith('.')) return import(file);
    const script = nameOf(file, name);
    return script === null ? import(\`./\${path.posix.join(path.posix.dirname(name), file)}\`) : load(script);
  };
  scriptOf(name).runInThisContext()(module, needed, later);
  return module.exports;
}
/** What a script exports, which is run once. */
function load(name) {
  if (!loaded.has(name)) loaded.set(name, run(name));
  return loaded.get(name);
}
/** Runs the frame: the process is ours. */
function start(name) {
  isOurs = true;
  return run(name);
}
module.exports = { load, scripts, start };
`;

/** The module that stands for a script: it has it run and exports what it exports. */
const moduleFor = ({ name, exported }) =>
  `import{createRequire}from'node:module';\nexport const{${exported.join()}}=createRequire(import.meta.url)('${'../'.repeat(
    name.split('/').length - 1,
  )}./compiled.cjs').load('${name}');\n`;

/** esbuild exports by a getter each, for values that change; ours are what they are once the script has run. */
function withPlainExports(text, name) {
  const getters = /var ([\w$]+) ?= ?\{\};\s*[\w$]+\(\1, ?\{([^{}]*)\}\);\s*module\.exports ?= ?[\w$]+\(\1\);/;
  const found = getters.exec(text);
  if (!found) throw new Error(`${name}: its exports were not found`);
  return text.replace(getters, '') + `module.exports={${found[2].replace(/: ?\(\) ?=>/g, ':')}};`;
}

/** Modules of Node that it has not loaded for itself; those of ours that need them run seldom. */
const loadedLate = ['node:fs/promises', 'node:os'];

/** Loads such a module when something of it is first used: promises of files alone take a fiftieth of a small run. */
const withLateModules = (text) =>
  loadedLate.reduce(
    (made, module) =>
      made.replaceAll(new RegExp(`(?<![\\w$.])([\\w$]+)=require\\("${module}"\\)`, 'g'), (_, name) => {
        const used = text.matchAll(new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}\\.(\\w+)`, 'g'));
        const getters = [
          ...new Set([...used].map(([, key]) => `get ${key}(){return require("${module}").${key}}`)),
        ];
        return `${name}={${getters.join()}}`;
      }),
    text,
  );

/** Makes a script of a module, and a module of the same name for those that import it. */
async function writeScript({ options, name }) {
  const file = path.join(options.outdir, `${name}.js`);
  const source = await readFile(file, 'utf8');
  const { outputFiles, metafile } = await build({
    ...options,
    // A script is given `require`; a module had to make it.
    stdin: { contents: source.replace(requireLine, ''), resolveDir: path.dirname(file), sourcefile: file },
    outdir: undefined,
    outfile: `${name}.cjs`,
    format: 'cjs',
    external: ['./*', '../*'],
    write: false,
  });
  const [{ imports }] = Object.values(metafile.outputs);
  const [{ exports: exported }] = Object.values(
    (
      await build({
        ...options,
        outdir: undefined,
        outfile: file,
        entryPoints: [file],
        bundle: false,
        write: false,
      })
    ).metafile.outputs,
  );
  const [{ text: made }] = outputFiles;
  let loads = 0;
  // Modules are loaded by what runs the script: a script has no place of its own to load them from.
  const text = withLateModules(exported.length === 0 ? made : withPlainExports(made, name))
    .replace(/\bimport\((?=")/g, () => {
      loads++;
      return '__load(';
    })
    // Patterns keep letters that are not ASCII, and a text without any takes half the memory and is read without decoding.
    // `String.raw` would show the difference, but here it only ever makes patterns, which know the escape too.
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (loads !== imports.filter(({ kind }) => kind === 'dynamic-import').length)
    throw new Error(`${name}: ${loads} of its dynamic imports were found`);
  await writeFile(path.join(options.outdir, `${name}.cjs`), `(function(module,require,__load){\n${text}})\n`);
  if (exported.length === 0) await rm(file);
  else await writeFile(file, moduleFor({ name, exported }));
}

/** Makes scripts of modules in the output folder, the frame first, and what runs them. */
export async function writeCompiled({ options, names }) {
  for (const name of names) await writeScript({ options, name });
  await writeFile(path.join(options.outdir, 'compiled.cjs'), runner({ names }));
  writeCompiledCode({ outdir: options.outdir, names });
}

/** Runs what people run most, and writes down what was compiled for it. */
function writeCompiledCode({ outdir, names }) {
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.warm.mjs', outdir, ...names], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  // V8 says of a flag that it does not know, leaves out all behind it, and goes on.
  if (status !== 0 || stderr.includes('unrecognized flag'))
    throw new Error(`the compiled code could not be written\n${stderr}`);
}
