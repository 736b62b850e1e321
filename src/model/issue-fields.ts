import type { FieldId } from './fields.ts';

/** What recurring issues are found in and named from: texts, who is not to be named, and the kind that people chose. */
export const issueFields: readonly FieldId[] = ['subject', 'description', 'requester', 'assignee', 'type'];
