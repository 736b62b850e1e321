import type { Messages } from '../template.ts';

/** The receipt of a figure, and two saved results compared, in English. */
export const receipts = {
  // the receipt of a figure
  'explain.definition': 'Definition',
  'explain.source': 'Source',
  'explain.belongs_to': 'Belongs to',
  'explain.period_of': 'the period of {field}',
  'explain.clocks': 'Clocks',
  'explain.method': 'Method',
  'explain.as_of': 'As of',
  'explain.coverage': 'Coverage',
  'explain.customers': 'customers who began or left from {from} to {to}',
  'explain.known.tickets': 'every ticket is known from {from} to {to}; {outside} came outside of that',
  'explain.known.messages':
    'the messages are known from {from} to {to}; {outside} {outside|ticket|tickets} came outside of that',
  'explain.known.events':
    'the status changes are known from {from} to {to}; {outside} {outside|ticket|tickets} came outside of that',
  'explain.known.surveys':
    'the surveys are known from {from} to {to}; {outside} {outside|ticket|tickets} came outside of that',
  'explain.known.customers':
    'who left is known from {from} to {to}; {outside} {outside|customer|customers} began outside of that',
  'explain.only': 'Only',
  'explain.entries': 'Entries',
  'explain.used': 'Used',
  'explain.left_out': 'Left out',
  'explain.taken_out': 'Taken out',
  'explain.measured': 'Measured',
  'explain.measured.own': 'by deskstat, from stamps',
  'explain.measured.helpdesk': 'by the helpdesk itself',
  'explain.question': 'Question',
  'explain.who_wrote': 'Who wrote',
  'explain.step': 'Step',
  'explain.step.read': '“{step}” is {means}',
  'step.first_response': 'the first answer',
  'step.solved': 'the solve',
  'step.closed': 'the close',
  'step.reopened': 'a reopening',
  'explain.question.thread':
    'the first customer message ({opened} of {threads} threads hold it near creation)',
  'explain.question.creation':
    'creation: the opening text is not in the thread ({opened} of {threads} hold it)',
  'explain.question.each':
    'a customer message within a minute of creation, else creation ({opened} of {threads} threads hold one)',
  'role_rule.declared': 'by their own flag or role',
  'role_rule.requester': 'by the requester of the ticket',
  'role_rule.bot_name': 'by a name that says bot',
  'role_rule.assignee': 'by who was ever given a ticket',
  'role_rule.listed': 'by the list of users',
  'role_rule.domain': 'by the domain of the address',
  'role_rule.several': 'by answers to several requesters',
  'role_rule.asks_elsewhere': 'by being a requester elsewhere',
  'role_rule.first': 'by who wrote first',
  'role_rule.not_requester': 'by not being the requester',
  'role_rule.template': 'automatic by their text',
  'role_rule.bots_answer': 'of bots, which end a wait (answers: bots)',
  'explain.method.count': 'a count',
  'explain.method.share': 'hits ÷ n, with Wilson’s 95% interval',
  'explain.method.duration':
    'exact quantiles, R type 7 (PERCENTILE.INC), with order-statistic 95% intervals; the mean has none',
  'explain.method.score': 'arithmetic mean, with a t interval clipped to the scale from ten answers on',
  'explain.method.points': '% promoters − % detractors, with an adjusted Wald interval',

  // two saved results compared
  'period.named': (say) => say.period('label'),
  'diff.summary': (say) =>
    [
      say.message(say.has('restated') ? 'diff.summary.restated' : 'diff.summary.none'),
      say.has('gone') ? say.message('diff.summary.gone') : '',
      say.has('new') ? say.message('diff.summary.new') : '',
      say.message('diff.summary.same'),
    ]
      .filter((part) => part !== '')
      .join(', '),
  'diff.title': 'Two results compared',
  'diff.side': '{file} (data up to {as_of})',
  'diff.subtitle': '{old} against {new} · times in {zone}',
  'diff.nothing':
    'Nothing differs: {same} {same|figure|figures} compared, {same|and it is|and all are} the same.',
  'diff.summary.none': 'No figure of the past was restated',
  'diff.summary.restated': '{restated} {restated|figure|figures} of the past restated',
  'diff.summary.gone': '{gone} gone',
  'diff.summary.new': '{new} new or still running then',
  'diff.summary.same': '{same} the same.',
  'diff.no_cause': 'The two files do not tell why.',
  'diff.causes': 'What differs between the two runs',
  'diff.cause.input_changed': '{path} has other content ({old} → {new})',
  'diff.cause.input_added': '{path} was added',
  'diff.cause.input_removed': '{path} was left out',
  'diff.cause.as_of':
    'the data reach up to {new}, before up to {old}: tickets may have been answered, solved, reopened or rated since',
  'diff.cause.settings_changed': '{path} has other settings',
  'diff.cause.hours': 'working hours are {new}, and were {old}',
  'diff.cause.version': 'deskstat is version {new}, and was {old}',
  'diff.cause.arguments': 'the options are {new}, and were {old}',
  'diff.without.as_of': 'no known moment',
  'diff.without.hours': 'not set',
  'diff.without.version': 'unknown',
  'diff.without.arguments': 'none',
  'diff.restated': 'History that was restated',
  'diff.gone': 'Figures that are gone',
  'diff.new': 'New data',
  'diff.segment': 'Segment',
  'diff.whole': 'all',
  'diff.was': 'Was',
  'diff.is': 'Is',
  'diff.n': 'n',
  'diff.one_count': '{n}',
  'diff.counts': '{old} → {new}',
  'diff.more': '{more} more: --format csv lists them all',
  'diff.news.period': '{period}: {figures} {figures|figure|figures}',
  'diff.news.was_running': '{period}: {figures} {figures|figure|figures}, not complete then',
  'diff.news.everything': 'all the data: {figures} {figures|figure|figures}, as far as the data go',
  'diff.more_periods': '{more} more {more|period|periods}',
  'diff.idle':
    'Not compared, as only one of the two was asked for it: {only_old} {only_old|figure|figures} of {old}, {only_new} of {new}.',
} as const satisfies Messages;
