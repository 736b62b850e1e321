import type { Messages } from '../template.ts';

/** Figures in sentences, and findings, in English. */
export const findings = {
  // figures in sentences, and findings
  'figure.stat': '{metric}, {stat}',
  'figure.of_survey': '{figure}: {survey}',
  'figure.business': '{metric}, {stat} ({clock})',
  'finding.better': (say) =>
    say.message(say.has('silent') ? 'finding.better.silent' : 'finding.better.plain'),
  'finding.better.plain': '{figure} got better: {before} → {now} ({change})',
  'finding.better.silent':
    '{figure} fell: {before} → {now} ({change}), more than half of it because {silent} {silent|ticket was|tickets were} closed without an answer',
  'finding.worse': '{figure} got worse: {before} → {now} ({change})',
  'finding.moved': '{figure} changed: {before} → {now} ({change})',
  'finding.reversal':
    '{figure}: the whole and its parts disagree. With the same mix of tickets ({dimension}) it moved the other way',
  'finding.by_mix':
    '{share} of this change comes from a different mix of tickets ({dimension}), not from other work on each',
  'finding.by_segments': 'What moved it most ({dimension}) is {movers}',
  'finding.mover': '{segment} ({before} → {now})',
  'finding.unusual': (say) =>
    say.message(say.has('silent') ? 'finding.unusual.silent' : 'finding.unusual.plain'),
  'finding.unusual.plain':
    '{figure} is {way} for this desk: {now}, where {usual} is usual (before: {before}), in too few days to be sure',
  'finding.unusual.silent':
    '{figure} is {way} for this desk: {now}, where {usual} is usual (before: {before}), more than half of the fall because {silent} {silent|ticket was|tickets were} closed without an answer',
  'finding.way.better': 'better than usual',
  'finding.way.worse': 'worse than usual',
  'finding.way.lower': 'lower than usual',
  'finding.way.unusual': 'unusual',
  'finding.volume_high': (say) =>
    say.message(say.has('before') ? 'finding.volume_high.still' : 'finding.volume_high.plain'),
  'finding.volume_high.plain':
    '{now} new {now|ticket|tickets} came in, more than in any usual period (at most {high})',
  'finding.volume_high.still':
    '{now} new {now|ticket|tickets} came in, after {before} in the period before still more than in any usual one (at most {high})',
  'finding.solved_high':
    '{now} {now|ticket was|tickets were} solved, more than in any usual period (at most {high}); {created} {created|ticket|tickets} came in',
  'finding.solved_low':
    '{created} new {created|ticket|tickets} came in and only {now} {now|was|were} solved, fewer than in any usual period (at least {low})',
  'finding.volume_low':
    '{now} new {now|ticket|tickets} came in, fewer than in any usual period (at least {low})',
  'finding.backlog_grew':
    'The backlog grew from {before} to {now}: {created} {created|ticket|tickets} came in, {solved} {solved|was|were} solved',
  'finding.backlog_shrank': (say) =>
    say.message(say.has('silent') ? 'finding.backlog_shrank.silent' : 'finding.backlog_shrank.plain'),
  'finding.backlog_shrank.silent':
    'The backlog shrank from {before} to {now}, more than half of it because {silent} {silent|ticket was|tickets were} closed without an answer: {created} {created|ticket|tickets} came in, {solved} {solved|was|were} solved',
  'finding.backlog_shrank.plain':
    'The backlog shrank from {before} to {now}: {created} {created|ticket|tickets} came in, {solved} {solved|was|were} solved',
  'finding.spike_day': (say) =>
    say.message(say.has('cause') ? 'finding.spike_day.from' : 'finding.spike_day.alone'),
  'finding.spike_day.alone':
    '{day} stood out: {created} new {created|ticket|tickets}, where at most {high} would be usual for that weekday',
  'finding.spike_day.from':
    '{day} stood out: {created} new {created|ticket|tickets}, where at most {high} would be usual for that weekday; most of it from {cause}',
  'finding.quiet_day': (say) =>
    say.message(say.has('cause') ? 'finding.quiet_day.from' : 'finding.quiet_day.alone'),
  'finding.quiet_day.alone':
    '{day} was quiet: {created} new {created|ticket|tickets}, where at least {low} would be usual for that weekday',
  'finding.quiet_day.from':
    '{day} was quiet: {created} new {created|ticket|tickets}, where at least {low} would be usual for that weekday; most of the drop at {cause}',
  'finding.day_cause': '{segment} ({dimension}: {created}, usually about {usual})',
  'finding.answers_missing':
    '{open} of {tickets} {tickets|ticket|tickets} ({share}) {open|has|have} no answer yet, so response times look better than they are',
  'finding.closed_unanswered':
    '{tickets} of {closed} finished {closed|ticket|tickets} ({share}) never got an answer from a person',
  'finding.segment_worse':
    '{segment} ({dimension}, {tickets} {tickets|ticket|tickets}) does worse than the rest: {figure} {value}, against {rest} for all other tickets',
  'finding.quick_answers':
    '{quick} of {answered} first answers ({share}) came within a minute: probably automatic ones, which this export does not tell apart',
  'finding.frequent_requester':
    'One requester wrote {most} of {tickets} tickets ({share}): perhaps a monitor or an integration',
  'finding.few_ratings': 'Only {share} gave a rating: the score may not speak for everybody',
  'finding.running_period':
    'The period is not over: figures go up to {as_of} and are compared with the same part of the period before',
  'finding.edge':
    'The data begins on {from}: slow tickets from before it are missing, which flatters {figures}',
} as const satisfies Messages;
