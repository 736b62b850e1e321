import { bindingWords, words } from './word-list.ts';

/**
 * What headers say without the words that only say "date" or bind the others, so that one is known in whatever way its
 * language puts them together: `Lösungsdatum`, `Datum der Lösung`, `Lösung Datum` and `Gelöst am` of a solve.
 */

const dates = words('date|datum|data|fecha|dt|day|datetime|timestamp|তারিখ|तारीख|तारिख|दिनांक|तिथि');
/** German and Dutch write it as one word: `Lösungsdatum`, `Aanmaakdatum`. */
const compound = /^(\p{L}{4,}?)(?:s)?datum$/u;
const withoutDate = (word: string): string =>
  word.endsWith('datum') ? (compound.exec(word)?.[1] ?? word) : word;

const without = (list: readonly string[]): string =>
  list.filter((word) => !dates.has(word) && !bindingWords.has(word)).join(' ');

/** The words of a header that names a date; null where it names none, or nothing else. */
export function datedStem(folded: string): string | null {
  const list = folded.split(' ');
  const apart = list.map(withoutDate);
  const isDated = list.some((word, i) => dates.has(word) || apart[i] !== word);
  const stem = isDated ? without(apart) : '';
  return stem === '' ? null : stem;
}

/** The words that name what happened in a phrase for a stamp. */
export const stemOfPhrase = (phrase: string): string => without(phrase.split(' ').map(withoutDate));

const satisfied = words(
  'csat|satisfaction|zufriedenheit|satisfaccion|satisfacao|soddisfazione|tevredenheid|সন্তুষ্টি|संतुष्टि',
);
/** What somebody is who is satisfied: such a column can only say whether they were. */
const pleased = words(
  'satisfied|happy|zufrieden|satisfait|satisfaite|satisfecho|satisfecha|satisfeito|satisfeita|soddisfatto|soddisfatta|tevreden|zadowolony|zadowolona|доволен|довольна|memnun|nojd|tilfreds|fornoyd|tyytyvainen|spokojen|spokojena|সন্তুষ্ট|संतुष्ट',
);
/** Words that ask it, and what they were satisfied with. */
const asking = words(
  'is|was|were|are|you|they|with|our|your|this|resolution|solution|service|support|help|outcome|ist|war|sind|sie|mit|est|etes|vous|avec|esta|estas|fue|con|esta|ficou|com|e|con|is|met',
);
const rated = words(
  'rating|score|value|level|index|grade|result|bewertung|wert|note|punktzahl|skala|stufe|calificacion|valoracion|puntuacion|puntaje|nota|indice|nivel|grado|grau|avaliacao|pontuacao|niveau|valutazione|voto|punteggio|livello|beoordeling|cijfer|stars|estrellas|sterne|रेटिंग|अंक|স্কোর|রেটিং|মূল্যায়ন',
);
const customers = words(
  'customer|client|user|requester|end|kunden|kunde|kundin|client|clients|cliente|clientes|usuario|klant|klanten|ticket|case|survey|ग्राहक|গ্রাহক',
);
/** `Zufriedenheitsbewertung`, `Kundenzufriedenheit`, `klanttevredenheidscijfer`. */
const oneWord = /^(?:kunden|klant|klanten)?(?:zufriedenheit|tevredenheid)s?(?<rated>\p{L}*)$/u;

/** True for a cell that names ratings and is none: `rating`, `csat_score`. */
export function namesRating(text: string): boolean {
  const all = text.split(/[\s_-]+/);
  const isName = (word: string): boolean => satisfied.has(word) || rated.has(word);
  return all.some(isName) && all.every((word) => isName(word) || customers.has(word));
}

/** `Satisfied?`, `Customer happy`, `Were you satisfied with our service?`; of an SLA or a target it says something else. */
export function asksWhetherPleased(folded: string): boolean {
  const all = folded.split(' ');
  return (
    all.some((word) => pleased.has(word)) &&
    all.every(
      (word) => pleased.has(word) || customers.has(word) || asking.has(word) || bindingWords.has(word),
    )
  );
}

/**
 * True for a header that is made of a word for satisfaction, and of none but words for ratings and for whom, or that asks
 * whether somebody was satisfied.
 */
export function namesSatisfaction(folded: string): boolean {
  if (asksWhetherPleased(folded)) return true;
  let isSatisfied = false;
  for (const word of folded.split(' ')) {
    const joined =
      word.includes('tevredenheid') || word.includes('zufriedenheit') ? oneWord.exec(word) : null;
    if (
      satisfied.has(word) ||
      (joined && (joined.groups?.rated === '' || rated.has(joined.groups?.rated ?? '')))
    )
      isSatisfied = true;
    else if (!rated.has(word) && !customers.has(word) && !bindingWords.has(word)) return false;
  }
  return isSatisfied;
}
