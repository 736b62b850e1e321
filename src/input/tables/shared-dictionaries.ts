import { Dictionary } from '../../model/dictionary.ts';
import type { DataKind, FieldId } from '../../model/fields.ts';

/** Dictionaries that fields share across tables, so that they join by code: one for all persons, one for all ticket ids. */
export class SharedDictionaries {
  readonly #byName = new Map<string, Dictionary>();

  of(field: FieldId | string, type: string, kind: DataKind): Dictionary {
    const name = dictionaryName(field, type, kind);
    let dictionary = this.#byName.get(name);
    if (!dictionary) {
      dictionary = new Dictionary();
      this.#byName.set(name, dictionary);
    }
    return dictionary;
  }

  /** The dictionary of a name that is no field's own: `person`, `ticket`, `column:Product area`. */
  named(name: string): Dictionary {
    return this.of(name, 'named', 'tickets');
  }
}

function dictionaryName(field: string, type: string, kind: DataKind): string {
  if (type === 'person') return 'person';
  if (field === 'ticket_id' || (field === 'id' && kind === 'tickets')) return 'ticket';
  if (field === 'reply_to' || (field === 'id' && (kind === 'messages' || kind === 'events')))
    return 'message';
  if (field === 'new_value' || field === 'old_value') return 'status';
  return field;
}
