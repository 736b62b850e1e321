import { type Sentence, sentence } from '../model/sentence.ts';
import type { Progress } from '../questions/session.ts';
import { type Io, widthOf } from './io.ts';

const quietMs = 1000;
const betweenMs = 150;

export type { Progress } from '../questions/session.ts';

/**
 * Progress on a terminal, for work over a second; in pipes and CI nothing is ever printed. `say` words the parts of the
 * line in another language.
 */
export function createProgress(io: Io, say: (part: Sentence | string) => string = String): Progress {
  if (!io.stderr.isTTY || io.env.TERM === 'dumb' || io.env.CI) {
    return { stage() {}, update() {}, clear() {} };
  }
  const begun = io.now();
  let label: Sentence | string = '';
  let total = Number.NaN;
  let stageBegun = begun;
  let last = Number.NEGATIVE_INFINITY;
  let visible = false;
  const isQuiet = (): boolean => io.now() - begun < quietMs;
  const show = (text: string): void => {
    const now = io.now();
    last = now;
    visible = true;
    void io.stderr.write(`\r\u001b[2K${text.slice(0, widthOf(io.stderr) - 1)}`);
  };
  return {
    stage(stage) {
      label = stage.label;
      total = stage.bytes ?? Number.NaN;
      stageBegun = io.now();
      if (stage.isLong || !isQuiet()) show(say(label));
    },
    update({ bytes, rows }) {
      if (isQuiet() || io.now() - last < betweenMs) return;
      show(progressLine({ label, bytes, rows, total, elapsed: io.now() - stageBegun }, say));
    },
    clear() {
      if (visible) void io.stderr.write('\r\u001b[2K');
      visible = false;
    },
  };
}

/** `reading tickets.csv  62 %  274 of 441 MB  812,000 rows  4 s left`. */
export function progressLine(
  now: {
    readonly label: Sentence | string;
    readonly bytes: number;
    readonly rows: number;
    readonly total: number;
    readonly elapsed: number;
  },
  say: (part: Sentence | string) => string = String,
): string {
  const { label, bytes, rows, total, elapsed } = now;
  const parts: (Sentence | string)[] = [label];
  const known = total > 0 && bytes <= total;
  if (known) parts.push(`${Math.floor((100 * bytes) / total)} %`);
  parts.push(
    known
      ? sentence('progress.of_megabytes', { read: megabytes(bytes), total: megabytes(total) })
      : `${megabytes(bytes)} MB`,
  );
  parts.push(sentence('progress.rows', { rows: String(rows).replace(/\B(?=(\d{3})+$)/g, ',') }));
  if (known && bytes > 0 && elapsed >= quietMs) {
    parts.push(remaining((elapsed * (total - bytes)) / bytes));
  }
  return parts.map(say).join('  ');
}

const megabytes = (bytes: number): string => {
  const value = bytes / 1e6;
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
};

function remaining(ms: number): Sentence {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return sentence('progress.seconds_left', { seconds });
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return sentence('progress.minutes_left', { minutes });
  return sentence('progress.hours_left', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
