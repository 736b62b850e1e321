import type { ColumnLook } from './column-look.ts';

/** The first columns of a list of answers to a form of Microsoft's: who sent it, when it was begun and when it was sent. */
const ofForms = ['id', 'start time', 'completion time', 'email', 'name'];

/** The column that says when a form was filled and sent, which is when the ticket came and no end; null for other tables. */
export function formSentIn(looks: readonly ColumnLook[]): ColumnLook | null {
  const from = looks.findIndex(({ header }) => header.words === ofForms[0]);
  if (from < 0) return null;
  const isForm = ofForms.every((words, i) => looks[from + i]?.header.words === words);
  return isForm ? looks[from + ofForms.indexOf('completion time')] : null;
}

/** Whether a column of such a list says when the form was begun or sent. */
export const isStampOfForm = ({ header }: ColumnLook): boolean =>
  header.words === 'start time' || header.words === 'completion time';
