// A small report spends a fifth of its time compiling a megabyte of JavaScript. V8 can write down what it compiled and take
// it back; Node offers that for scripts (`cachedData` of `vm.Script`), not for modules. So the file that every command needs
// becomes a script with a module of the same name before it, and the build runs it once and writes down what was compiled.
// Another version of V8 finds no such file and compiles as ever: same code, same results. Nothing is written on the disk of
// whoever runs it.
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { requireLine } from './esbuild.join.mjs';

/** The module that stands for the script: it runs it and exports what it exports. */
const moduleFor = ({ name, exported }) => `import{readFileSync}from'node:fs';
import{createRequire}from'node:module';
import{Script}from'node:vm';
const at=(file)=>new URL(file,import.meta.url);
let cachedData;
try{cachedData=readFileSync(at(\`./${name}-\${process.versions.v8}-\${process.arch}.bin\`))}catch{}
export const script=new Script(readFileSync(at('./${name}.cjs'),'latin1'),{filename:at('./${name}.cjs').href,cachedData});
const module={exports:{}};
script.runInThisContext()(module,createRequire(import.meta.url),(file)=>import(file));
export const{${exported.join()}}=module.exports;
`;

/** Makes a script of a module in the output folder, and a module of the same name that runs it. */
export async function writeCompiled({ options, name }) {
  const file = path.join(options.outdir, `${name}.js`);
  const source = await readFile(file, 'utf8');
  const { outputFiles, metafile } = await build({
    ...options,
    // A script is given `require`; a module had to make it.
    stdin: { contents: source.replace(requireLine, ''), resolveDir: options.outdir, sourcefile: file },
    outdir: undefined,
    outfile: `${name}.cjs`,
    format: 'cjs',
    external: ['./*'],
    write: false,
    banner: { js: '(function(module,require,__load){' },
    footer: { js: '})' },
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
  let loads = 0;
  // Modules are loaded by the module before the script: a script has no place of its own to load them from.
  const text = outputFiles[0].text
    .replace(/\bimport\((?=")/g, () => {
      loads++;
      return '__load(';
    })
    // Patterns keep letters that are not ASCII, and a text without any takes half the memory and is read without decoding.
    // `String.raw` would show the difference, but here it only ever makes patterns, which know the escape too.
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (loads !== imports.filter(({ kind }) => kind === 'dynamic-import').length)
    throw new Error(`${name}: ${loads} of its dynamic imports were found`);
  await writeFile(path.join(options.outdir, `${name}.cjs`), text);
  await writeFile(file, moduleFor({ name, exported }));
}

/** Runs what people run most, and writes down what was compiled for it. */
export function writeCompiledCode({ outdir, name }) {
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.warm.mjs', outdir, name], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  if (status !== 0) throw new Error(`the compiled code could not be written\n${stderr}`);
}
