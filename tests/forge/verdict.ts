import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Draft } from './draft.ts';
import { type FigureId, figures, trueFigures } from './figures.ts';
import { flagsIn, messagesIn } from './suggestions.ts';

/** How a command was answered. */
export interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a folder. */
export type Run = (args: readonly string[], folder: string) => Promise<Answer>;

/**
 * - `right`: as a careful analyst would say, withholding what cannot be known included.
 * - `withheld`: could be known, and was not said.
 * - `warned`: wrong, with a message that names the field or the figure and a flag that gives the right value.
 * - `wrong`: wrong, and nothing said so.
 */
export type VerdictId = 'right' | 'withheld' | 'warned' | 'wrong';

export interface Verdict {
  readonly figure: FigureId | 'gate';
  readonly id: VerdictId;
  readonly wanted: number | null;
  readonly got: number | null;
  /** Of gates: what was asked for. */
  readonly expectation?: string;
}

/** What came out so: the figure, or the gate that was asked for. */
export const nameOf = ({ figure, expectation }: Pick<Verdict, 'figure' | 'expectation'>): string =>
  expectation === undefined ? figure : `${figure} ${expectation}`;

/** The same without a limit, which is another for each export. */
export const subjectOf = ({ figure, expectation }: Pick<Verdict, 'figure' | 'expectation'>): string =>
  nameOf({ figure, expectation: expectation?.replace(/ .*$/, '') });

interface Row {
  readonly metric: string;
  readonly stat: string;
  readonly clock: string | null;
  readonly value: number | null;
  readonly status: string;
}

/** What each figure's field is called in messages. */
const named: Readonly<Record<string, RegExp>> = {
  created: /created|tickets?\b/i,
  solved: /solved|resol|closed|end/i,
  backlog: /status|backlog|open|solved|closed/i,
  unanswered: /first_response|answer|status|unanswered|repl|messages/i,
  first_response_time: /first_response|first response|repl|messages|answer/i,
  resolution_time: /solved|resolution|closed/i,
  csat: /csat|rating|scale|score/i,
  csat_mean: /csat|rating|scale|score/i,
  nps: /nps|score|scale/i,
  reopen_rate: /reopen|solved/i,
  closed_unanswered: /first_response|answer|status|repl|messages|solved|closed/i,
  backlog_age: /status|backlog|open|solved|closed/i,
  first_resolution_time: /solved|resolution|closed/i,
  next_response_time: /answer|repl|messages|author/i,
  replies: /repl|messages|author|solved/i,
  one_touch_rate: /repl|messages|author|solved/i,
  reassignments: /reassign|assignee|solved/i,
  repeat_contact_rate: /requester|customer|created/i,
  csat_response_rate: /csat|rating|survey|solved/i,
  retention_rate: /customer|retention|ended/i,
  as_of: /as-of|as_of/i,
};

interface Judged {
  readonly draft: Draft;
  readonly run: Run;
  readonly folder: string;
  readonly names: readonly string[];
  readonly truth: ReturnType<typeof trueFigures>;
}

/** Runs the tool on an export and judges each figure, and the gates that must not pass. */
export async function judge(
  draft: Draft,
  run: Run,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly said: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forge-'));
  try {
    for (const { name, bytes } of draft.files) writeFileSync(path.join(folder, name), bytes);
    const names = draft.files.map(({ name }) => path.join(folder, name));
    const judged = { draft, run, folder, names, truth: trueFigures(draft.tickets, draft.ends[0]) };
    if (draft.settings !== null) writeFileSync(path.join(folder, 'deskstat.yaml'), draft.settings);
    const { rows, answer } = await measure(judged, []);
    const verdicts: Verdict[] = [];
    for (const figure of figures) {
      const wanted = wantedOf(judged, figure.id);
      const got = figureIn(rows, figure);
      verdicts.push({
        figure: figure.id,
        wanted,
        got,
        id: await verdictOf(judged, figure, got, answer.stderr),
      });
    }
    if (answer.code === 70) verdicts.push({ figure: 'gate', id: 'wrong', wanted: null, got: 70 });
    verdicts.push(...(await judgeGates(judged)));
    return { verdicts, said: answer.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Figure = (typeof figures)[number];

const ofMetrics = figures.filter(({ id }) => id !== 'as_of');
const asked = [...new Set(ofMetrics.map(({ metric }) => metric))].join(',');
const stats = [...new Set(ofMetrics.map(({ stat }) => stat))].join(',');

/** When an answer says that its data end, as a row of its own. */
const endOfData = (asOf: string | null): Row => ({
  ...{ metric: 'as_of', stat: 'at', clock: null, status: 'ok' },
  value: asOf === null ? null : Date.parse(asOf) / 1000,
});

async function measure(
  { draft, run, names, folder }: Judged,
  flags: readonly string[],
): Promise<{ readonly rows: readonly Row[]; readonly answer: Answer }> {
  const args = [
    'metrics',
    ...names,
    '--metric',
    asked,
    '--stat',
    stats,
    '--format',
    'json',
    ...draft.flags,
    ...flags,
  ];
  const answer = await run(args, folder);
  if (answer.code !== 0) return { answer, rows: [] };
  const { rows, as_of } = JSON.parse(answer.stdout) as { rows: Row[]; as_of: string | null };
  return { answer, rows: [...rows, endOfData(as_of)] };
}

function figureIn(rows: readonly Row[], figure: Figure): number | null {
  const isBusiness = 'clock' in figure;
  const found = rows.find(
    ({ metric, stat, clock }) =>
      metric === figure.metric && stat === figure.stat && (clock === 'business') === isBusiness,
  );
  return found?.value ?? null;
}

function wantedOf({ draft, truth }: Judged, id: FigureId): number | null {
  const known = draft.knowledge.get(id);
  const value = known?.is === 'known' ? known.value : undefined;
  if (typeof value === 'function') return value(draft.tickets);
  return (value === undefined ? truth.get(id) : value) ?? null;
}

/** Whether a value is what can be known, as far as it can be. */
function isRight(judged: Judged, id: FigureId, got: number): boolean {
  const known = judged.draft.knowledge.get(id);
  const wanted = wantedOf(judged, id);
  if (known?.is !== 'known') return false;
  const fits = (value: number | null): boolean =>
    value !== null && Math.abs(got - value) <= known.tolerance + 1e-9 * Math.abs(value);
  return [wanted, ...(known.also ?? [])].some(fits) || known.more?.().some(fits) === true;
}

async function verdictOf(
  judged: Judged,
  figure: Figure,
  got: number | null,
  said: string,
): Promise<VerdictId> {
  const known = judged.draft.knowledge.get(figure.id) ?? { is: 'withheld' };
  if (got === null) {
    const isRightSo = known.is === 'withheld' || known.optional || wantedOf(judged, figure.id) === null;
    return isRightSo ? 'right' : 'withheld';
  }
  if (isRight(judged, figure.id, got)) return 'right';
  return (await isSettled(judged, figure, said)) ? 'warned' : 'wrong';
}

/** Whether a message names the figure or its field with a flag that gives the right value, or none if there is none. */
async function isSettled(judged: Judged, figure: Figure, said: string): Promise<boolean> {
  const isKnown = judged.draft.knowledge.get(figure.id)?.is === 'known';
  for (const message of messagesIn(said)) {
    if (!named[figure.metric].test(message)) continue;
    for (const flag of flagsIn(message)) {
      const { rows, answer } = await measure(judged, flag);
      if (answer.code !== 0) continue;
      const got = figureIn(rows, figure);
      if (got === null ? !isKnown : isRight(judged, figure.id, got)) return true;
    }
  }
  return false;
}

const ENOUGH = 25;

/** A limit that the truth breaks by far must not pass, whatever the tool could read. */
async function judgeGates({ draft, run, folder, names, truth }: Judged): Promise<Verdict[]> {
  // Gates on a quantile of few pass as too few, and say so.
  const answered = draft.tickets.filter(({ answeredAt }) => answeredAt !== null).length;
  const wait = answered < ENOUGH ? null : truth.get('first_response_p90');
  const backlog = truth.get('backlog');
  const expectations = [
    ...(wait == null || wait < 4 * 86_400
      ? []
      : [`first_response_time.p90 < ${Math.floor((wait * 0.5) / 60)}m`]),
    ...(backlog == null || backlog < 2 ? [] : [`backlog <= ${Math.floor(backlog / 2)}`]),
  ];
  const verdicts: Verdict[] = [];
  for (const expectation of expectations) {
    const { code } = await run(['check', ...names, '--period', 'all', '--expect', expectation], folder);
    verdicts.push({
      ...{ figure: 'gate', id: code === 0 ? 'wrong' : 'right', wanted: null, got: code },
      expectation,
    });
  }
  return verdicts;
}
