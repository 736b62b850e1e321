import { readSync, writeSync } from 'node:fs';
import type { MachineRow } from '../model/rows.ts';
import { writeRows } from '../output/renderers/rows.ts';
import type { RejectedRow } from '../questions/read-options.ts';
import { openUnnamed } from '../questions/unnamed-file.ts';
import { writeFileWhole } from './files.ts';
import type { Io } from './io.ts';

/** Takes the rows that cannot be used as they are found, and writes all of them when the reading has ended. */
export interface RejectsFile {
  add(row: RejectedRow): void;
  /** What was found in a file so far does not count: it is read again. */
  forget(path: string): void;
  write(inputs: readonly string[]): Promise<void>;
}

/** Characters of rows held in memory; what goes beyond lies in a temporary file until the reading has ended. */
const HELD = 1 << 20;
/** Bytes of the temporary file that are read back at a time. */
const PIECE = 1 << 18;

/**
 * A file of the rows that could not be used, with place and reason: every one of them, however many there are, in the
 * order in which they were read. As it must not be there half-written, it is made once all are known.
 */
export function rejectsFile({ file, io }: { readonly file: string; readonly io: Io }): RejectsFile {
  let held: string[] = [];
  let size = 0;
  let spool: Spool | null = null;
  let count = 0;
  /** How many rows had been added when a file was to be read again. */
  const forgotten = new Map<string, number>();
  return {
    add({ path: input, line, reason, raw }) {
      const text = JSON.stringify({ file: input, line, reason, row: raw });
      held.push(text);
      count++;
      size += text.length;
      if (size < HELD) return;
      spool ??= openSpool();
      spool.append(`${held.join('\n')}\n`);
      held = [];
      size = 0;
    },
    forget(input) {
      forgotten.set(input, count);
    },
    async write(inputs) {
      const all = function* (): Iterable<string> {
        yield* spool?.lines() ?? [];
        yield* held;
      };
      const lines = function* (): Iterable<MachineRow> {
        let at = 0;
        for (const line of all()) {
          const row = JSON.parse(line);
          if (at++ >= (forgotten.get(row.file) ?? 0)) yield row;
        }
      };
      try {
        await writeFileWhole({ file, inputs, io }, async (sink) => {
          for (const chunk of writeRows(lines(), 'csv', { columns: ['file', 'line', 'reason', 'row'] }))
            await sink.write(chunk);
        });
      } finally {
        spool?.dispose();
      }
    },
  };
}

/** Lines of text in a temporary file. */
interface Spool {
  append(text: string): void;
  lines(): Iterable<string>;
  dispose(): void;
}

function openSpool(): Spool {
  const { descriptor, close } = openUnnamed();
  return {
    append(text) {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    },
    *lines() {
      const bytes = Buffer.alloc(PIECE);
      const decoder = new TextDecoder();
      let rest = '';
      for (let at = 0; ; ) {
        const length = readSync(descriptor, bytes, 0, PIECE, at);
        if (length === 0) return;
        at += length;
        const lines = (rest + decoder.decode(bytes.subarray(0, length), { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
      }
    },
    dispose: close,
  };
}
