import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { projectRoot } from './cli.ts';

// docs/ci.md as somebody would follow it, in an empty folder with nothing but the tarball: init, checks, the job. The only
// thing of our own is the script that fetches the export.
const page = readFileSync(path.join(projectRoot, 'docs/ci.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text);

const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z/, 'Z');

/** Four weeks of tickets, a ticket every three hours, answered after one and solved after six, the newest an hour old. */
function exported(answeredAfter: number, newest = Date.now() - HOUR): string {
  const rows = Array.from({ length: 224 }, (_, i) => {
    const created = newest - (224 - i) * 3 * HOUR;
    const at = (hours: number): string =>
      created + hours * HOUR <= newest ? iso(created + hours * HOUR) : '';
    const solved = at(answeredAfter + 5);
    return `${i + 1},${iso(created)},${at(answeredAfter)},${solved},${solved ? 'Solved' : 'Open'}`;
  });
  return `Ticket ID,Created at,First response at,Solved at,Status\n${rows.join('\n')}\n`;
}

let folder = '';
const run = (script: string, env: Readonly<Record<string, string>> = {}) =>
  spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: `${path.join(folder, 'prefix/bin')}:${process.env.PATH}`,
      npm_config_prefix: path.join(folder, 'prefix'),
      npm_config_offline: 'true',
      ...env,
    },
  });
const fetches = (text: string): void => writeFileSync(path.join(folder, 'fetched.csv'), text);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-recipes-'));
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: projectRoot,
  });
  expect(packed.status).toBe(0);
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) as string;
  renameSync(path.join(folder, tarball), path.join(folder, 'deskstat.tgz'));
  mkdirSync(path.join(folder, 'scripts'));
  const script = path.join(folder, 'scripts/fetch-export.sh');
  writeFileSync(script, '#!/bin/sh\ncp fetched.csv tickets.csv\n');
  chmodSync(script, 0o755);
  fetches(exported(1));
  expect(run('npm install --global ./deskstat.tgz').status).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('docs/ci.md', () => {
  it('begins with init, then the checks, then the job, and each runs as it stands', {
    timeout: 240_000,
  }, () => {
    const [init, check] = blocks('bash');
    expect(init).toBe('deskstat init tickets.csv\n');
    expect(page.indexOf(init)).toBeLessThan(page.indexOf('checks:'));
    expect(page.indexOf('checks:')).toBeLessThan(page.indexOf('jobs:'));
    copyFileSync(path.join(folder, 'fetched.csv'), path.join(folder, 'tickets.csv'));
    expect(run(init).status).toBe(0);
    const settings = path.join(folder, 'deskstat.yaml');
    expect(parse(readFileSync(settings, 'utf8'))).toMatchObject({ period: 'last-week', max_age: '36h' });
    const [checks, workflow] = blocks('yaml');
    writeFileSync(settings, `${readFileSync(settings, 'utf8')}\n${checks}`);
    const checked = run(check);
    expect(checked.stderr + checked.stdout).toContain('2 checks passed');
    expect(checked.status).toBe(0);

    rmSync(path.join(folder, 'tickets.csv'));
    const steps: readonly { run?: string }[] = parse(workflow).jobs.check.steps;
    const summary = path.join(folder, 'summary.md');
    const job = (): (number | null)[] =>
      steps.flatMap((step) => (step.run ? run(step.run, { GITHUB_STEP_SUMMARY: summary }).status : []));
    expect(job()).toEqual([0, 0, 0]);
    expect(readFileSync(path.join(folder, 'checks.xml'), 'utf8')).toContain('<testsuite ');
    expect(readFileSync(summary, 'utf8')).toContain('first_response_time.p90');
    // A desk that needs three days to answer is red, and an export of last month is no export.
    fetches(exported(72));
    expect(job()).toEqual([0, 0, 1]);
    fetches(exported(1, Date.now() - 30 * 24 * HOUR));
    expect(job()).toEqual([0, 0, 3]);
    fetches(exported(1));
  });

  it('has a component for GitLab whose script runs', { timeout: 240_000 }, () => {
    const component = readFileSync(path.join(projectRoot, 'templates/deskstat-check.yml'), 'utf8');
    const [spec, jobs] = parseAllDocuments(component).map((document) => document.toJS());
    const asked = blocks('yaml')
      .map((text) => parse(text))
      .find(({ include }) => include).include[0];
    expect(existsSync(path.join(projectRoot, asked.local))).toBe(true);
    const inputs = spec.spec.inputs as Record<string, { default: string }>;
    expect(Object.keys(asked.inputs).filter((name) => !inputs[name])).toEqual([]);
    const value = (name: string): string => asked.inputs[name] ?? inputs[name].default;
    for (const line of jobs['deskstat-check'].script as string[]) {
      const script = line.replace(/\$\[\[ inputs\.(\w+) \]\]/g, (_, name) => value(name));
      const done = run(script);
      expect(done.status, `${script}\n${done.stderr}`).toBe(0);
    }
  });

  it('has a unit and a line of a crontab that run', { timeout: 120_000 }, () => {
    const unit = blocks('ini')[0];
    for (const [, command] of unit.matchAll(/^ExecStart(?:Pre)?=(.*)$/gm)) {
      const done = run(command.replaceAll('/srv/support', folder));
      expect(done.status, done.stderr).toBe(0);
      expect(done.stdout).toBe('');
    }
    const [line] = blocks('crontab');
    const command = /^(?:\S+ ){5} *(.*)$/m.exec(line)?.[1] as string;
    expect(run(command.replaceAll('/srv/support', folder)).status).toBe(0);
  });

  it('pins the period and the age of the data in every recipe', () => {
    const action = readFileSync(path.join(projectRoot, 'action.yml'), 'utf8');
    expect(parse(action).inputs).toMatchObject({
      period: { default: 'last-week' },
      'max-age': { default: '36h' },
    });
    const recipes = [...blocks('yaml'), ...blocks('ini'), ...blocks('crontab')];
    for (const text of recipes.filter((each) => each.includes('tickets.csv'))) {
      expect(text).toMatch(/period:? last-week/);
      expect(text).toMatch(/max[-_]age:? 36h/);
    }
  });
});
