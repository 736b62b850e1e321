// Writes the types of the library into one file: those that a program can reach, and none of the files within.
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

const bundle = await rollup({
  input: 'src/index.ts',
  external: /^node:/,
  plugins: [dts({ tsconfig: 'tsconfig.json' })],
  onwarn: ({ message }) => {
    throw new Error(`the types could not be written\n${message}`);
  },
});
await bundle.write({ file: 'dist/index.d.ts', format: 'es' });
await bundle.close();
