import { writeFileWhole } from './files.ts';
import type { Io } from './io.ts';
import type { OutputOptions } from './options.ts';
import { outputTargets } from './output-formats.ts';

/** A result in a format, piece by piece. */
export type Rendering = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface EmitOptions {
  readonly options: OutputOptions;
  /** Formats the command can write; the first is what stdout gets unasked. */
  readonly formats: readonly string[];
  /** Files that were read; none of them is written over. */
  readonly inputs: readonly string[];
  readonly io: Io;
  /** `stdout` tells renderings for a terminal from those for a file. */
  readonly render: (format: string, target: { readonly stdout: boolean }) => Promise<Rendering>;
}

/** Writes a command's result to stdout, unless `-q`, and to each `-o` file, whole or not at all. */
export async function emit({ options, formats, inputs, io, render }: EmitOptions): Promise<void> {
  const targets = outputTargets(options.output ?? [], formats);
  for (const { format, file } of targets) {
    const pieces = await render(format, { stdout: false });
    await writeFileWhole({ file, inputs, io }, async (sink) => {
      for await (const piece of pieces) await sink.write(piece);
    });
  }
  if (options.quiet) return;
  for await (const piece of await render(options.format ?? formats[0], { stdout: true })) {
    if (io.stdout.closed) return;
    await io.stdout.write(piece);
  }
}
