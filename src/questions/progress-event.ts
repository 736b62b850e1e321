/** How far the work is: a stage, what of it has been read, and what there is to be read where that is known. */
export interface ProgressEvent {
  readonly stage: string;
  readonly bytes: number;
  readonly rows: number;
  readonly totalBytes: number | null;
}
