// The package of stemmers is one file of 330 kB for two dozen languages, of which a desk writes one or two. The bundle
// takes the English class alone; the first word of another language brings that one's, from a file of its own.
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';

const packageFile = 'node_modules/snowball-stemmers/snowball-stemmers.js';
const eachClass =
  /^ {4}var (\w+)Stemmer = function \(_SnowballStemmer\d*\) \{$[\s\S]*?^ {4}\}\(SnowballStemmer\);$/gm;
const made = 'var stemmer = new stemMap[lng.toLowerCase()]();';

/** The package with one language left in it. */
function only(kept, text) {
  return text
    .replace(eachClass, (whole, language) => (language === kept ? whole : ''))
    .replace(/^ +(\w+): \1Stemmer,?$/gm, (whole, language) => (language === kept ? whole : ''));
}

function languagesIn(text) {
  const languages = [...text.matchAll(eachClass)].map(([, language]) => language);
  if (!languages.includes('english') || languages.length < 20 || !text.includes(made))
    throw new Error(`${packageFile} is not laid out as before`);
  return languages;
}

/** Replaces the package in a bundle by its English part. */
export const englishStemmerAlone = {
  name: 'english-stemmer-alone',
  setup({ onLoad }) {
    onLoad({ filter: /snowball-stemmers\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      languagesIn(text);
      const other = `var file = './stemmers/' + lng + '.cjs'; if (lng !== 'english') return require(file).newStemmer(lng);`;
      return { contents: only('english', text).replace(made, `${other} ${made}`) };
    });
  },
};

/** Writes a file for every other language. */
export async function writeStemmers({ outdir, target }) {
  const text = await readFile(packageFile, 'utf8');
  for (const language of languagesIn(text)) {
    if (language === 'english') continue;
    await build({
      stdin: { contents: only(language, text) },
      outfile: `${outdir}/stemmers/${language}.cjs`,
      format: 'cjs',
      platform: 'node',
      target,
      minify: true,
      legalComments: 'none',
    });
  }
}
