// esbuild makes a chunk of every set of modules that the same entry points share: some seventy small files for one
// report, each of which Node finds, reads, parses and links by itself. Here the chunks that a run needs anyway become
// one file, and everything else imports from it. A module still exists once: classes and caches stay what they are.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** Packages in CommonJS ask for Node's modules by `require`, which a module of ours does not have. */
export const requireLine =
  "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);";

/**
 * Writes the outputs of a split build, with chunks joined.
 *
 * @param result what esbuild returned with `splitting`, `metafile` and `write: false`
 * @param options those of the build
 * @param entries source files of its entry points, each of which stays a file of its own
 * @param groups file name → source files whose chunks it takes, and themselves unless they are entry points; what an
 * earlier group has stays there
 */
export async function writeJoined({ result, options, entries, groups }) {
  const { outputs } = result.metafile;
  const texts = new Map(result.outputFiles.map((file) => [path.relative('.', file.path), file.text]));
  const groupOf = new Map();
  for (const [name, sources] of Object.entries(groups)) {
    const chunks = sources.flatMap((source) => {
      const found = entryOf(source, outputs);
      return [...(entries.includes(source) ? [] : [found]), ...chunksBehind(found, outputs)];
    });
    for (const chunk of chunks) if (!groupOf.has(chunk)) groupOf.set(chunk, path.join(options.outdir, name));
  }
  const joinedFiles = [...new Set(groupOf.values())];
  const kept = [...texts.keys()].filter((name) => !groupOf.has(name));
  for (const file of [...joinedFiles, ...kept]) {
    const { outputFiles } = await build({
      ...options,
      entryPoints: [file],
      outfile: file,
      outdir: undefined,
      splitting: false,
      metafile: false,
      write: false,
      plugins: [fromMemory({ file, texts, groupOf, outputs })],
    });
    const [{ text }] = outputFiles;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, /\brequire\b/.test(text) ? requireLine + text : text);
  }
}

/** Serves the outputs of the split build while `file` is made: its own chunks as they are, all else as imports. */
const fromMemory = ({ file, texts, groupOf, outputs }) => ({
  name: 'from-memory',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /.*/ }, ({ path: name, importer, kind, namespace }) => {
      if (kind === 'entry-point') return { path: file, namespace: 'output' };
      if (!name.startsWith('.') || namespace === 'joined') return { path: name, external: true };
      const found = path.join(path.dirname(importer), name);
      const group = groupOf.get(found);
      if (group === undefined) return { path: relative(file, found), external: true };
      if (kind === 'dynamic-import') return { path: relative(file, group), external: true };
      return { path: found, namespace: group === file ? 'output' : 'joined' };
    });
    onLoad({ filter: /.*/, namespace: 'output' }, ({ path: name }) => {
      const own = [...groupOf.keys()].filter((chunk) => groupOf.get(chunk) === name);
      const exported = own.map((chunk) => reexport(chunk, { from: relative(name, chunk), outputs }));
      return { contents: texts.get(name) ?? exported.join('') };
    });
    onLoad({ filter: /.*/, namespace: 'joined' }, ({ path: chunk }) => ({
      contents: reexport(chunk, { from: relative(file, groupOf.get(chunk)), outputs, isBack: true }),
    }));
  },
});

/**
 * Chunks export single letters; in a joined file each goes by its chunk's name too, and back again where it is used.
 * What is loaded by `import()` exports the names of its source, which nobody changes: esbuild refuses two of a name.
 */
function reexport(chunk, { from, outputs, isBack = false }) {
  const { entryPoint } = outputs[chunk];
  const prefix = entryPoint === undefined ? `${path.basename(chunk, '.js').replace(/\W/g, '_')}_` : '';
  const names = outputs[chunk].exports.map((name) =>
    isBack ? `${prefix}${name} as ${name}` : `${name} as ${prefix}${name}`,
  );
  return `export{${names.join()}}from${JSON.stringify(from)};`;
}

function relative(from, to) {
  const found = path.relative(path.dirname(from), to).replaceAll(path.sep, '/');
  return found.startsWith('.') ? found : `./${found}`;
}

function entryOf(source, outputs) {
  const found = Object.keys(outputs).find((name) => outputs[name].entryPoint === source);
  if (found === undefined) throw new Error(`${source} is no entry point of the build`);
  return found;
}

/** The chunks that an output imports, and those that they import. */
function chunksBehind(name, outputs, seen = new Set()) {
  for (const { path: imported, kind } of outputs[name].imports) {
    if (kind !== 'import-statement' || !(imported in outputs) || seen.has(imported)) continue;
    seen.add(imported);
    chunksBehind(imported, outputs, seen);
  }
  return [...seen].filter((each) => outputs[each].entryPoint === undefined);
}
