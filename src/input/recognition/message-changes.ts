import type { FieldId } from '../../model/fields.ts';
import { isMissing } from '../../model/raw-value.ts';
import { activityMeaning } from './activity-meaning.ts';
import type { Choice } from './choice.ts';
import type { ColumnLook } from './column-look.ts';
import { sortsMessages } from './field-evidence.ts';
import { isDoneWord } from './flag-words.ts';
import { foldHeader } from './header.ts';

/**
 * Rows of a table of messages that are none: the conversation was closed, reopened, put off (Intercom's `part_type`: close,
 * open, snoozed; `open` is what reopens, as fivetran/dbt_intercom counts it in `first_reopen_at`; chat tools' `Chat closed`).
 */

/** Headers of what happened in a row, beside those that sort messages. */
const happened =
  /^(?:(?:message |msg |thread |part |entry |conversation |chat )?(?:action|event|event type|event name|activity)|aktion|ereignis|accion|evento|acao|azione|actie|gebeurtenis|evenement)$/;
const reopens = /(?:^| )(?:re ?open(?:ed)?|open|opened|unsnoozed?|timer unsnooze)(?: |$)/;
const putsOff = /(?:^| )snoozed?(?: |$)/;

/** What closes where rows are of a talk: `Chat closed`, `session ended`. */
const talk =
  /^(?:the )?(?:chat|conversation|session|thread|discussion|dialog(?:ue)?|talk)s? (?:was |is )?| (?:the )?(?:chat|conversation|session)$/;

/** What a sort of row says of its conversation: solved, closed, open again, put off, or anything else done to it; null for messages. */
export function changeOf(cell: string): string | null {
  const words = foldHeader(cell);
  if (putsOff.test(words)) return 'pending';
  if (reopens.test(words)) return 'open';
  const means = activityMeaning(cell) ?? activityMeaning(words.replace(talk, ''));
  if (means === 'solved' || means === 'closed') return means;
  return isDoneWord(cell) ? 'assigned' : null;
}

const isEnd = (cell: string): boolean => {
  const change = changeOf(cell);
  return change === 'solved' || change === 'closed';
};

/** Of a table of messages: takes the column that sorts its rows for the states of the conversations, where some rows end one. */
export function takeChangesFromMessages(choices: Map<FieldId, Choice>, looks: readonly ColumnLook[]): void {
  if (choices.has('status')) return;
  const feeds = new Map([...choices].map(([field, { look }]) => [look.index, field]));
  const look = looks.find((one) => {
    const field = feeds.get(one.index);
    if (field !== undefined && field !== 'public') return false;
    const { words } = one.header;
    if (one.distinct < 2 || !(sortsMessages.test(words) || happened.test(words))) return false;
    const present = one.cells.filter((cell) => !isMissing(cell));
    const ends = present.filter(isEnd);
    // A column in which every row says how its ticket stands is the ticket's own.
    return ends.length > 0 && ends.length <= present.length / 2;
  });
  if (look) choices.set('status', { look, confidence: 0.85, preset: null });
}
