/** Why a row, a value or a ticket is left out. */
export const rows = {
  'problem.reason.far_in_the_future': 'it lies far past every other stamp',
  'problem.reason.after_last_update': 'it lies more than a day after the last update of its own row',
  'problem.reason.after_export': 'it lies after the export was made',
  'problem.reason.before_created': 'it lies before the ticket was created',
  'problem.reason.negative': 'it is negative',
  'problem.reason.off_scale': 'it is off the rating scale',
  'problem.reason.fraction': 'it is a fraction that nobody can answer: an average, or a slip',

  'problem.reason.too_many_cells': 'more cells than the header has',
  'problem.reason.too_few_cells': 'fewer cells than the header has',
  'problem.reason.open_quote': 'a quote is opened and never closed',
  'problem.reason.broken_json': 'broken JSON',
  'problem.reason.not_an_object': 'not a JSON object',
  'problem.reason.created_at_missing': 'no creation date',
  'problem.reason.created_at_unreadable': 'the creation date cannot be read',
  'problem.reason.created_at_either_order':
    'the creation date could be day first or month first, as the column holds both',
  'problem.reason.needed_field_missing': 'no date, or nothing to tie the row to',

  'problem.reason.merged': 'merged into another ticket',
  'problem.reason.pull_request': 'of the kind pull request',
  'problem.reason.spam': 'spam',
  'problem.reason.deleted': 'deleted',
} as const;
