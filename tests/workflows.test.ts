import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from './cli.ts';

// Workflows are not run here. Where actionlint is installed it reads them; else the part of its rules that these need is
// held by hand: keys that there are, versions that are pinned, rights that are named, nothing of the event in a script.
const folder = path.join(projectRoot, '.github/workflows');
const workflows = readdirSync(folder).map((file) => path.join(folder, file));
const hasLinter = spawnSync('actionlint', ['-version']).status === 0;

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

describe.each(workflows.map((file) => [path.basename(file), file]))('%s', (_, file) => {
  it.runIf(hasLinter)('passes actionlint', () => {
    const linted = spawnSync('actionlint', ['-no-color', file], { encoding: 'utf8' });
    expect(linted.stdout + linted.stderr).toBe('');
  });

  it('names its rights, pins its actions and puts nothing of the event into a script', () => {
    const workflow = parse(readFileSync(file, 'utf8'));
    expect(Object.keys(workflow).sort()).toEqual(['jobs', 'name', 'on', 'permissions']);
    for (const job of Object.values<{ steps: Step[] }>(workflow.jobs)) {
      const known = new Set(['runs-on', 'permissions', 'steps', 'needs', 'strategy']);
      expect(Object.keys(job).filter((key) => !known.has(key))).toEqual([]);
      for (const step of job.steps) {
        const stepKeys = new Set(['name', 'uses', 'with', 'run', 'env', 'if']);
        expect(Object.keys(step).filter((key) => !stepKeys.has(key))).toEqual([]);
        expect(Number(step.uses !== undefined) + Number(step.run !== undefined)).toBe(1);
        if (step.uses) expect(step.uses).toMatch(/^[\w-]+\/[\w-]+@v\d+$/);
        expect(step.run ?? '').not.toContain('${{');
      }
    }
  });

  it('calls scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
    const called = [...readFileSync(file, 'utf8').matchAll(/npm run ([\w-]+)/g)].map(([, name]) => name);
    expect(called.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
