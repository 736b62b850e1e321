import { type DataKind, type FieldId, type FieldType, fieldsOf } from '../../model/fields.ts';
import type { RecognitionReasons } from '../../model/mapping.ts';
import type { Choice } from './choice.ts';
import type { ColumnLook } from './column-look.ts';
import { cellsFor } from './field-evidence.ts';
import type { Candidate } from './field-match.ts';
import type { KindPoints } from './kind.ts';
import { rivalEvidence } from './rival-evidence.ts';

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** What spoke for a table's kind and for each of its fields, and what came second. */
export function explain(table: {
  readonly kind: DataKind;
  readonly standing: readonly KindPoints[];
  readonly choices: ReadonlyMap<FieldId, Choice>;
  readonly candidates: readonly Candidate[];
  readonly preset: string | null;
  readonly pinned: ReadonlySet<string>;
}): RecognitionReasons {
  const { kind, standing, choices, preset, pinned } = table;
  const own = standing.find((one) => one.kind === kind);
  const next = standing.find((one) => one.kind !== kind && Number.isFinite(one.points));
  const fields: Record<string, RecognitionReasons['fields'][string]> = {};
  for (const [field, choice] of choices) {
    const isPinned = pinned.has(field);
    const evidence = isPinned
      ? ['it was given by --map or the settings']
      : choice.preset
        ? [`the preset ${preset} names it`]
        : reasonsOf(table, field, choice.look);
    fields[field] = {
      evidence,
      runner_up: isPinned || choice.preset ? null : runnerUp(table, field, choice.look),
    };
  }
  return {
    evidence: own
      ? own.evidence.map(({ says, weight }) => `${says} (${weight > 0 ? '+' : '−'}${Math.abs(weight)})`)
      : [preset === null ? 'it was given by a flag' : `its columns are those of the preset ${preset}`],
    runner_up: next ? { kind: next.kind, points: rounded(next.points) } : null,
    points: own ? rounded(own.points) : null,
    fields,
  };
}

interface Chosen {
  readonly kind: DataKind;
  readonly candidates: readonly Candidate[];
  readonly choices: ReadonlyMap<FieldId, Choice>;
}

function reasonsOf({ kind, candidates }: Chosen, field: FieldId, look: ColumnLook): string[] {
  const score = candidates.find((one) => one.field === field && one.look === look)?.score;
  if (score === undefined) return ['its cells stand to those of other columns as this field does'];
  const type = (fieldsOf[kind] as Record<string, FieldType>)[field];
  const { says, worth } = cellsFor(type, field, look);
  const others = rivalsOf(candidates, field, look);
  return [
    `its header fits (${rounded(worth === 0 ? score : Math.min(1, score / worth))})`,
    `${says} (× ${worth})`,
    ...rivalEvidence
      .filter(({ types, holds }) => (!types || types.includes(type)) && holds(look, others))
      .map(({ says: against, costs }) => `${against} (−${costs})`),
  ];
}

const rivalsOf = (candidates: readonly Candidate[], field: FieldId, look: ColumnLook): ColumnLook[] =>
  candidates.filter((one) => one.field === field && one.look !== look).map((one) => one.look);

function runnerUp({ candidates, choices }: Chosen, field: FieldId, look: ColumnLook) {
  const second = candidates.find((one) => one.field === field && one.look !== look);
  if (!second) return null;
  const usedFor = [...choices].find(([, choice]) => choice.look === second.look)?.[0] ?? null;
  return { source: second.look.name, score: rounded(second.score), used_for: usedFor };
}
