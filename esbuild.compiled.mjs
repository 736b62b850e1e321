// A small report spends a fifth of its time compiling a megabyte of JavaScript. V8 can write down what it compiled and take
// it back; Node offers that for scripts (`cachedData` of `vm.Script`), not for modules. So the files that most runs need
// become scripts with a module of the same name before each, and the build runs them once and writes down what was compiled.
// Another version of V8 finds no such file and compiles as ever: same code, same results. Nothing is written on the disk of
// whoever runs it.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { requireLine } from './esbuild.join.mjs';

/**
 * V8 optimises a function on another thread once it has run for so many bytes of bytecode. Most of ours run for one table
 * and are done before the optimised code is: six times the usual number saves a quarter of the CPU of ten thousand tickets
 * and a sixth of that of a hundred (`tests/bench/README.md`). What was compiled is taken back under the flags alone under
 * which it was written down. A loop that is optimised while it runs waits for it: going on meanwhile, in code that is
 * twenty times slower, took longer than compiling and a twelfth of the CPU of a million tickets. A program that uses the library has V8 back as it was; the frame, which is a process of ours,
 * keeps it.
 */
export const budgets = {
  usual: '--interrupt-budget=67584 --concurrent-osr',
  ours: '--interrupt-budget=400000 --no-concurrent-osr',
};
const frameMark = "globalThis[Symbol.for('deskstat frame')]";

/** The module that stands for the script: it runs it and exports what it exports. */
const moduleFor = ({ file, isFrame, exported, needed }) => `import{readFileSync}from'node:fs';
import{createRequire}from'node:module';
import{setFlagsFromString}from'node:v8';
import{Script}from'node:vm';
${needed.map((name, index) => `import*as needed${index} from'${name}';\n`).join('')}const at=(file)=>new URL(file,import.meta.url);
const needed={${needed.map((name, index) => `'${name}':needed${index}`).join()}},own=createRequire(import.meta.url);
let cachedData;
try{cachedData=readFileSync(at(\`./${file}-\${process.versions.v8}-\${process.arch}.bin\`))}catch{}
${isFrame ? `${frameMark}=true;\n` : ''}if(cachedData)setFlagsFromString('${budgets.ours}');
export const script=new Script(readFileSync(at('./${file}.cjs'),'latin1'),{filename:at('./${file}.cjs').href,cachedData});
${isFrame ? '' : `if(!${frameMark})setFlagsFromString('${budgets.usual}');\n`}const module={exports:{}};
script.runInThisContext()(module,(name)=>needed[name]??own(name),(file)=>import(file));
${exported.length === 0 ? '' : `export const{${exported.join()}}=module.exports;\n`}`;

/** esbuild exports by a getter each, for values that change; ours are what they are once the script has run. */
function withPlainExports(text, name) {
  const getters = /var ([\w$]+) ?= ?\{\};\s*[\w$]+\(\1, ?\{([^{}]*)\}\);\s*module\.exports ?= ?[\w$]+\(\1\);/;
  const found = getters.exec(text);
  if (!found) throw new Error(`${name}: its exports were not found`);
  return text.replace(getters, '') + `module.exports={${found[2].replace(/: ?\(\) ?=>/g, ':')}};`;
}

/** Makes a script of a module in the output folder, and a module of the same name that runs it. */
export async function writeCompiled({ options, name }) {
  const file = path.join(options.outdir, `${name}.js`);
  const source = await readFile(file, 'utf8');
  const { outputFiles, metafile } = await build({
    ...options,
    // A script is given `require`; a module had to make it.
    stdin: { contents: source.replace(requireLine, ''), resolveDir: path.dirname(file), sourcefile: file },
    outdir: undefined,
    outfile: `${name}.cjs`,
    format: 'cjs',
    external: ['./*'],
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
  // Modules are loaded by the module before the script: a script has no place of its own to load them from.
  const text = (exported.length === 0 ? made : withPlainExports(made, name))
    .replace(/\bimport\((?=")/g, () => {
      loads++;
      return '__load(';
    })
    // Patterns keep letters that are not ASCII, and a text without any takes half the memory and is read without decoding.
    // `String.raw` would show the difference, but here it only ever makes patterns, which know the escape too.
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (loads !== imports.filter(({ kind }) => kind === 'dynamic-import').length)
    throw new Error(`${name}: ${loads} of its dynamic imports were found`);
  const needed = imports.filter(({ kind, path: from }) => kind === 'require-call' && from.startsWith('./'));
  await writeFile(path.join(options.outdir, `${name}.cjs`), `(function(module,require,__load){\n${text}})\n`);
  await writeFile(
    file,
    moduleFor({
      file: path.basename(name),
      isFrame: name.startsWith('cli/'),
      exported,
      needed: [...new Set(needed.map(({ path: from }) => from))],
    }),
  );
}

/** Runs what people run most, and writes down what was compiled for it. */
export function writeCompiledCode({ outdir, names }) {
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.warm.mjs', outdir, ...names], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  if (status !== 0) throw new Error(`the compiled code could not be written\n${stderr}`);
}
