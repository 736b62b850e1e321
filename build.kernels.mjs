// Compiles the kernels, which are written in AssemblyScript, into the text that the sources carry: `npm run kernels`.
// With `--check` it writes nothing and says whether what is checked in is what they compile to.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import asc from 'assemblyscript/asc';

const root = import.meta.dirname;
/** What is compiled together, and the file that carries it. */
const modules = [
  { entry: 'src/kernels/cells/index.ts', code: 'src/input/readers/vector/kernel-code.ts' },
  { entry: 'src/kernels/issues/index.ts', code: 'src/analysis/issues/kernel-code.ts' },
];
// The memory is handed in and laid out by the sources: nothing of the language's own runtime is needed.
const options = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--enable',
  'simd',
  '--importMemory',
  '--noExportMemory',
];

async function compile(entry) {
  let binary = null;
  const writes = (_name, contents) => {
    binary = contents;
  };
  const { error, stderr } = await asc.main(
    [entry, ...options, '--baseDir', root, '--outFile', 'kernels.wasm'],
    {
      writeFile: writes,
    },
  );
  if (error) throw new Error(`${entry} does not compile\n${stderr.toString()}`);
  return Buffer.from(binary).toString('base64');
}

const isCheck = process.argv.includes('--check');
for (const { entry, code } of modules) {
  const file = path.join(root, code);
  const folder = path.dirname(entry);
  const text = `/** The kernels of \`${folder}\`, compiled by \`npm run kernels\`; base64. */\nexport const kernelCode =\n  '${await compile(entry)}';\n`;
  if (!isCheck) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8')) !== text) {
    process.stderr.write(`${code} is not what ${folder} compiles to: npm run kernels\n`);
    process.exitCode = 1;
  }
}
