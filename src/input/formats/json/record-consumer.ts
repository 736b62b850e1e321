import type { RejectReason } from '../../../model/source.ts';

/** What is done with the records that a driver finds: sampling them, or pushing their cells. */
export interface RecordConsumer {
  /** Steps over the record of a stream that begins at `start`; where it ends, −1 with the cursor's trouble set. */
  scan(stream: string | null, start: number): number;
  /** As `scan` for a record of the only stream, −1 where it is not written as most are; left out: for any. */
  scanPlain?(start: number): number;
  /** The record scanned last is whole; `line` is its line or number. */
  accept(line: number): void;
  /** A stretch that should have been a record of the stream (null: unknown) and is none. */
  reject(stream: string | null, row: { line: number; reason: RejectReason; raw: string }): void;
  /** The bytes are about to change: what still points to them is to be used up. */
  flush?(): void;
  /** True when no further record is of interest. */
  readonly isDone: boolean;
}
