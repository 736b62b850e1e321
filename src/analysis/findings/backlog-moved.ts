import { closedSilently } from './closed-unanswered.ts';
import type { FindingRule } from './rule.ts';

/** Without limits of its own yet, a move of the backlog counts from here on. */
const LEAST_SHARE = 0.2;
const LEAST_TICKETS = 20;
/** And beyond so many standard errors of what comes in and goes out by chance. */
const BEYOND_CHANCE = 3;

/** A backlog that grew or shrank by more than it usually does. */
export const backlogMoved: FindingRule = {
  id: 'backlog_moved',
  codes: ['finding.backlog_grew', 'finding.backlog_shrank'],
  find({ headlines, signs }) {
    const [backlog, created, solved] = ['backlog', 'created', 'solved'].map((id) =>
      headlines.find(({ metric }) => metric === id),
    );
    const now = backlog?.now.value ?? null;
    const before = backlog?.before?.value ?? null;
    if (!backlog || now === null || before === null) return [];
    const move = now - before;
    const [came, went] = [created?.now.value ?? before, solved?.now.value ?? now];
    const least = Math.max(LEAST_TICKETS, LEAST_SHARE * before, BEYOND_CHANCE * Math.sqrt(came + went));
    const isLarge = Math.abs(move) >= least;
    // From "at least so many" to a known number it fell at least so far, whatever the export lacks.
    const isFallFromBound = move < 0 && backlog.before?.isLowerBound === true && !backlog.now.isLowerBound;
    const isUnjudged = backlog.verdict === 'too_few' || (backlog.verdict === null && isFallFromBound);
    if (backlog.verdict !== 'real' && !(isUnjudged && isLarge)) return [];
    const silent = move < 0 ? closedSilently(signs, backlog) : null;
    return [
      {
        code: move > 0 ? 'finding.backlog_grew' : 'finding.backlog_shrank',
        severity: move > 0 || silent ? 'warning' : 'good',
        args: {
          before: { type: 'count', value: before, ...(isFallFromBound ? { isLowerBound: true } : {}) },
          now: { type: 'count', value: now },
          created: { type: 'count', value: created?.now.value ?? null },
          solved: { type: 'count', value: solved?.now.value ?? null },
          ...silent,
        },
      },
    ];
  },
};
