import type { Progress } from '../questions/session.ts';
import { type Io, widthOf } from './io.ts';

const quietMs = 1000;
const betweenMs = 150;

export type { Progress } from '../questions/session.ts';

/**
 * Progress on a terminal, for work over a second; in pipes and CI nothing is ever printed. `say` words the parts of the
 * line in another language.
 */
export function createProgress(io: Io, say: (english: string) => string = (english) => english): Progress {
  if (io.onProgress) return toldProgress(io);
  if (!io.stderr.isTTY || io.env.TERM === 'dumb' || io.env.CI) {
    return { stage() {}, update() {}, clear() {} };
  }
  const begun = io.now();
  let label = '';
  let total = Number.NaN;
  let stageBegun = begun;
  let last = Number.NEGATIVE_INFINITY;
  let visible = false;
  const show = (text: string): void => {
    const now = io.now();
    if (now - begun < quietMs || now - last < betweenMs) return;
    last = now;
    visible = true;
    void io.stderr.write(`\r\u001b[2K${text.slice(0, widthOf(io.stderr) - 1)}`);
  };
  return {
    stage(stage) {
      label = stage.label;
      total = stage.bytes ?? Number.NaN;
      stageBegun = io.now();
      show(say(label));
    },
    update({ bytes, rows }) {
      show(progressLine({ label, bytes, rows, total, elapsed: io.now() - stageBegun }, say));
    },
    clear() {
      if (visible) void io.stderr.write('\r\u001b[2K');
      visible = false;
    },
  };
}

/** Progress for a program, as events. */
function toldProgress(io: Io): Progress {
  let [stage, totalBytes]: [string, number | null] = ['', null];
  return {
    stage({ label, bytes }) {
      [stage, totalBytes] = [label, bytes ?? null];
      io.onProgress?.({ stage, bytes: 0, rows: 0, totalBytes });
    },
    update({ bytes, rows }) {
      io.onProgress?.({ stage, bytes, rows, totalBytes });
    },
    clear() {},
  };
}

/** `reading tickets.csv  62 %  274 of 441 MB  812,000 rows  4 s left`. */
export function progressLine(
  now: {
    readonly label: string;
    readonly bytes: number;
    readonly rows: number;
    readonly total: number;
    readonly elapsed: number;
  },
  say: (english: string) => string = (english) => english,
): string {
  const { label, bytes, rows, total, elapsed } = now;
  const parts = [label];
  const known = total > 0 && bytes <= total;
  if (known) parts.push(`${Math.floor((100 * bytes) / total)} %`);
  parts.push(known ? `${megabytes(bytes)} of ${megabytes(total)} MB` : `${megabytes(bytes)} MB`);
  parts.push(`${String(rows).replace(/\B(?=(\d{3})+$)/g, ',')} rows`);
  if (known && bytes > 0 && elapsed >= quietMs) {
    parts.push(`${remaining((elapsed * (total - bytes)) / bytes)} left`);
  }
  return parts.map(say).join('  ');
}

const megabytes = (bytes: number): string => {
  const value = bytes / 1e6;
  return value < 10 ? value.toFixed(1) : String(Math.round(value));
};

function remaining(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
