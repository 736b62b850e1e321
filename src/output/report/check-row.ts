import type { CheckResult, CheckVerdict } from '../../model/check.ts';
import { machineNumber } from '../../model/machine-number.ts';
import { type Clock, figureKey, unitOfKind } from '../../model/metric.ts';
import type { RowPeriod } from '../../model/rows.ts';
import type { Segment } from '../../model/segment.ts';
import type { Sentence } from '../../model/sentence.ts';

/** One check as JSON carries it, in the units of data: durations in seconds, shares 0–1. */
export interface CheckRow<Reason extends Sentence | string = Sentence> {
  readonly expect: string;
  /** Name that the settings give it. */
  readonly name: string | null;
  readonly verdict: CheckVerdict;
  readonly period: RowPeriod;
  readonly segment: Segment;
  readonly metric: string;
  readonly stat: string;
  readonly clock: Clock | null;
  readonly value: number | null;
  readonly limit: number | null;
  readonly unit: string;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Where the value counts open tickets (`stat` says so): what the expectation's own statistic is without them, and its n. */
  readonly plain_value: number | null;
  readonly plain_n: number | null;
  /** What the verdict rests on; null where nothing was decided. */
  readonly rule: CheckResult['rule'];
  readonly reason: Reason | null;
  /** Its name in every output. */
  readonly key: string;
}

/** A verdict in the units of data; stamps are written by `instant`. */
export function checkRow(result: CheckResult, instant: (at: number) => string): CheckRow {
  const scale = (value: number | null): number | null => machineNumber(value, result.kind);
  const { period } = result;
  return {
    expect: result.expect,
    name: result.name,
    verdict: result.verdict,
    period: period && {
      start: instant(period.start),
      end: instant(period.end),
      label: period.label,
      complete: period.complete,
    },
    segment: result.segment,
    metric: result.metric,
    stat: result.stat,
    clock: result.clock,
    value: scale(result.value),
    limit: scale(result.limit),
    unit: unitOfKind[result.kind],
    n: result.n,
    low: scale(result.low),
    high: scale(result.high),
    plain_value: scale(result.plain?.value ?? null),
    plain_n: result.plain?.n ?? null,
    rule: result.rule,
    reason: result.reason,
    key: figureKey(result),
  };
}
