import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Draft } from './draft.ts';
import { type FigureId, figures, trueFigures } from './figures.ts';

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
 * - `warned`: wrong, with a message that names the field or the figure and a flag.
 * - `wrong`: wrong, and nothing said so.
 */
export type VerdictId = 'right' | 'withheld' | 'warned' | 'wrong';

export interface Verdict {
  readonly figure: FigureId | 'gate';
  readonly id: VerdictId;
  readonly wanted: number | null;
  readonly got: number | null;
}

interface Row {
  readonly metric: string;
  readonly stat: string;
  readonly clock: string | null;
  readonly value: number | null;
  readonly status: string;
}

/** What each figure's field is called in messages. */
const named: Readonly<Record<string, RegExp>> = {
  created: /created/i,
  solved: /solved|resol|closed|end/i,
  backlog: /status|backlog|open|solved/i,
  unanswered: /first_response|answer|status|unanswered/i,
  first_response_time: /first_response|first response/i,
  resolution_time: /solved|resolution/i,
  csat: /csat|rating|scale/i,
  csat_mean: /csat|rating|scale/i,
  nps: /nps|score|scale/i,
};
const flag = /--(?:map|value|scale|source-tz|date-order|as-of|coverage|complete|tickets|period)\b/;

/** Runs the tool on an export and judges each figure, and the gates that must not pass. */
export async function judge(
  draft: Draft,
  run: Run,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly said: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'forge-'));
  try {
    for (const { name, bytes } of draft.files) writeFileSync(path.join(folder, name), bytes);
    const names = draft.files.map(({ name }) => path.join(folder, name));
    const metrics = [...new Set(figures.map(({ metric }) => metric))].join(',');
    const answer = await run(
      [
        'metrics',
        ...names,
        '--metric',
        metrics,
        '--stat',
        'count,p50,p90,share,mean,score',
        '--format',
        'json',
      ],
      folder,
    );
    const rows = answer.code === 0 ? (JSON.parse(answer.stdout).rows as Row[]) : [];
    const truth = trueFigures(draft.tickets);
    const verdicts = figures.map(({ id, metric, stat }): Verdict => {
      const row = rows.find(
        (each) => each.metric === metric && each.stat === stat && each.clock !== 'business',
      );
      const got = row?.value ?? null;
      const known = draft.knowledge.get(id);
      const wanted =
        (known?.is === 'known' && known.value !== undefined ? known.value : truth.get(id)) ?? null;
      return {
        figure: id,
        wanted,
        got,
        id: verdictOf(draft, { figure: id, metric, wanted, got, said: answer.stderr }),
      };
    });
    if (answer.code === 70) verdicts.push({ figure: 'gate', id: 'wrong', wanted: null, got: 70 });
    verdicts.push(...(await judgeGates(draft, { run, folder, names, truth })));
    return { verdicts, said: answer.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verdictOf(
  draft: Draft,
  {
    figure,
    metric,
    wanted,
    got,
    said,
  }: { figure: FigureId; metric: string; wanted: number | null; got: number | null; said: string },
): VerdictId {
  const known = draft.knowledge.get(figure) ?? { is: 'withheld' };
  if (got === null)
    return known.is === 'withheld' || wanted === null || known.optional ? 'right' : 'withheld';
  if (
    known.is === 'known' &&
    wanted !== null &&
    Math.abs(got - wanted) <= known.tolerance + 1e-9 * Math.abs(wanted)
  )
    return 'right';
  const isSaid = said.split(/\n(?=\S)/).some((block) => named[metric]?.test(block) && flag.test(block));
  return isSaid ? 'warned' : 'wrong';
}

/** A limit that the truth breaks by far must not pass, whatever the tool could read. */
async function judgeGates(
  draft: Draft,
  {
    run,
    folder,
    names,
    truth,
  }: { run: Run; folder: string; names: readonly string[]; truth: ReturnType<typeof trueFigures> },
): Promise<Verdict[]> {
  const wait = truth.get('first_response_p90');
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
    if (draft.knowledge.get('backlog')?.is === 'withheld' && expectation.startsWith('backlog') && code === 0)
      verdicts.push({ figure: 'gate', id: 'wrong', wanted: null, got: 0 });
    else verdicts.push({ figure: 'gate', id: code === 0 ? 'wrong' : 'right', wanted: null, got: code });
  }
  return verdicts;
}
