import type { Finding } from '../../model/finding.ts';
import type { Overview } from '../../model/overview.ts';
import { answersMissing } from './answers-missing.ts';
import { backlogMoved } from './backlog-moved.ts';
import { closedUnanswered } from './closed-unanswered.ts';
import { exportEdge } from './export-edge.ts';
import { fewRatings } from './few-ratings.ts';
import { figureChanged } from './figure-changed.ts';
import { frequentRequester } from './frequent-requester.ts';
import { quickAnswers } from './quick-answers.ts';
import type { FindingRule } from './rule.ts';
import { runningPeriod } from './running-period.ts';
import { segmentStandsOut } from './segment-stands-out.ts';
import { unusualDay } from './unusual-day.ts';
import { unusualFigure } from './unusual-figure.ts';
import { volumeUnusual } from './volume-unusual.ts';

/** Every rule, in the order in which their findings are told. */
export const findingRules: readonly FindingRule[] = [
  figureChanged,
  unusualFigure,
  volumeUnusual,
  backlogMoved,
  unusualDay,
  answersMissing,
  closedUnanswered,
  segmentStandsOut,
  quickAnswers,
  frequentRequester,
  fewRatings,
  runningPeriod,
  exportEdge,
];

/** What the rules have to say of a desk, in their order. */
export function findFindings(overview: Overview): Finding[] {
  return findingRules.flatMap((rule) => rule.find(overview));
}
