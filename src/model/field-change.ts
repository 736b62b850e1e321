import { foldValue } from './raw-value.ts';

/** What a row of a change log changed: the status, who has the ticket, which group has it, or something else. */
export type FieldChange = 'status' | 'hand' | 'group' | 'other';

const statusWords =
  /\b(?:status(?:wechsel|änderung|wijziging)?|state|statut|etat|état|estado|zustand|stato|stage|situacao|situação)\b|स्थिति|স্ট্যাটাস|অবস্থা/;
const groupWords = /\b(?:group|gruppe|groupe|grupo|team|equipe|équipe|equipo|queue|department|abteilung)\b/;
const handWords =
  /assignee|assigned|\bowner\b|\bagent\b|responder|zugewiesen|bearbeiter|assign[eé]|asignado|atribu[ií]do|respons[aá]vel|responsable/;

/** What a field of a change log is, by its name. */
export function fieldChange(name: string): FieldChange {
  const folded = foldValue(name).replaceAll('_', ' ');
  if (statusWords.test(folded)) return 'status';
  if (groupWords.test(folded)) return 'group';
  return handWords.test(folded) ? 'hand' : 'other';
}
