import type { Sentence } from '../model/sentence.ts';

/** How far the work is: a stage, what of it has been read, and what there is to be read where that is known. */
export interface ProgressEvent {
  readonly stage: string;
  readonly bytes: number;
  readonly rows: number;
  readonly totalBytes: number | null;
}

/** Tells a program how far the work is, stage by stage; ends it with the signal's reason when it is time to tell. */
export function tellingProgress({
  onProgress,
  signal,
}: {
  readonly onProgress?: (event: ProgressEvent) => void;
  readonly signal?: AbortSignal;
}): {
  readonly stage: (begun: { readonly label: Sentence | string; readonly bytes?: number }) => void;
  readonly update: (read: { readonly bytes: number; readonly rows: number }) => void;
} {
  let now: Pick<ProgressEvent, 'stage' | 'totalBytes'> = { stage: '', totalBytes: null };
  const update = (read: { readonly bytes: number; readonly rows: number }): void => {
    signal?.throwIfAborted();
    onProgress?.({ ...now, ...read });
  };
  const stage = ({ label, bytes }: { readonly label: Sentence | string; readonly bytes?: number }): void => {
    now = { stage: String(label), totalBytes: bytes ?? null };
    update({ bytes: 0, rows: 0 });
  };
  return { stage, update };
}
