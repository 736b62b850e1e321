import { once } from '../../model/once.ts';
import { furtherMeasures, furtherStamps } from './further-languages.ts';
import { differInOne } from './one-letter.ts';
import { firstWords, words } from './word-list.ts';

/**
 * Durations that a helpdesk measured, known by what their headers are made of rather than by whole phrases: which
 * answer or end is measured, and that it is a time. So `resolution_minutes`, `hours_to_close`, `tempo_primeira_resposta`
 * and `Dauer bis zur Lösung` are all read, in any order of the words.
 */

/** Words that say nothing here: articles, what a ticket is called, how values were summed. */
const idle = words(
  'a|an|the|of|in|for|by|to|from|at|and|until|till|per|ticket|tickets|case|incident|issue|request|conversation|agent|own|total|full|overall|actual|calendar|raw|sum|' +
    'bis|zur|zum|der|des|die|das|den|fur|von|ab|gesamt|gesamte|du|de|la|le|les|l|d|des|jusqu|jusque|a|au|avant|pour|totale|el|los|las|del|hasta|para|por|do|da|dos|das|o|ate|no|na|di|della|del|al|alla|fino|van|het|tot|voor|' +
    `का|की|के|में|तक|से|कुल|এর|পর্যন্ত|মোট|${furtherMeasures.idle}`,
);
const time = words(
  `time|times|duration|elapsed|ttr|tat|turnaround|zeit|dauer|temps|duree|delai|tiempo|duracion|demora|tempo|duracao|durata|tijd|duur|tijdsduur|समय|अवधि|সময়|সময়কাল|${furtherMeasures.time}`,
);
const answer = words(
  `response|reply|respond|responded|answer|answered|responding|replied|antwort|reaktion|ruckmeldung|reponse|repondre|respuesta|responder|contestacion|resposta|risposta|antwoord|reactie|respons|उत्तर|प्रतिक्रिया|जवाब|উত্তর|উত্তরের|জবাব|জবাবের|সাড়া|প্রতিক্রিয়া|প্রতিক্রিয়ার|${furtherStamps.answer}`,
);
const end = words(
  `resolution|resolve|resolved|resolving|solution|solve|solved|solving|close|closed|closing|closure|fix|completion|complete|losung|losen|abschluss|schliessung|schliessen|erledigung|bearbeitung|resolution|resoudre|cloture|fermeture|traitement|resolucion|resolver|solucion|solucionar|cierre|cerrar|resolucao|solucao|fechamento|fechar|encerramento|conclusao|risoluzione|soluzione|chiusura|oplossing|oplossen|sluiting|sluiten|afhandeling|समाधान|हल|निपटान|সমাধান|সমাধানের|নিষ্পত্তি|নিষ্পত্তির|বন্ধ|${furtherStamps.solved}|${furtherStamps.closed}`,
);
/** Answers that are the first by their own word: `Erstreaktion in Minuten`. */
const firstAnswer = words('erstreaktion|erstantwort|erstruckmeldung');
/** What is an answer where it is the first: first contact, and a handling time where it is not. */
const touch = words('contact|touch|kontakt|contacto|contato|atendimento|retorno|atencion');
const average = words(
  `avg|average|mean|mittlere|durchschnittliche|moyen|moyenne|promedio|medio|media|gemiddelde|औसत|গড়|${furtherMeasures.average}`,
);
/**
 * How old a ticket is, with a unit: of a finished one its time to the end, as an age that stands still at the close has
 * it (general knowledge of CRM reports; no vendor's page was found). Of an open one it is no end, and is not read.
 */
const age = words('age|ageing|aging|alter|anciennete|antiguedad|idade|eta|ouderdom|leeftijd|आयु|বয়স');
/** Chinese and Japanese write without blanks. */
const cjk: readonly (readonly [RegExp, string])[] = [
  [
    /(?:首次|首|初回|最初の?)(?:响应|回應|回应|回复|回覆|応答|返信|回答|対応)(?:时间|時間|时长|までの時間)?/u,
    'first_response_time',
  ],
  [/(?:解决|解決|关闭|關閉|完了|クローズ)(?:时间|時間|时长|までの時間)?/u, 'resolution_time'],
];
/** German and Dutch write it as one word: `Erstantwortzeit`, `Lösungsdauer`, `reactietijd`. */
const stemsOfCompounds: readonly (readonly ['answer' | 'end', readonly string[]])[] = [
  ['answer', ['antwort', 'reaktion', 'reaktions', 'antwoord', 'reactie', 'respons']],
  [
    'end',
    'losung|losungs|bearbeitung|bearbeitungs|durchlauf|abschluss|schliess|erledigung|erledigungs|oplos|oplossings|afhandeling|afhandelings|doorloop|sluiting|sluitings'.split(
      '|',
    ),
  ],
];
const [[, answers], [, ends]] = stemsOfCompounds;
const compound = new RegExp(
  `^(?<first>erst|eerste)?(?:(?<answer>${answers.join('|')})|(?<end>${ends.join('|')}))(?:zeit|dauer|tijd|duur)$`,
);

/**
 * Words of time that is left of a target, or of the target itself: no time that has passed. Atlassian shows a finished
 * SLA as the time that remained, less than nothing where it was breached
 * (support.atlassian.com, "How your team views SLAs").
 */
const left =
  /(?<![^ ])(?:remaining|remainder|left|sla|target|goal|objective|due|breach|breached|overdue|allowed|expected|estimated|estimate|planned|restante|restant|restantes|restanti|rimanente|verbleibend\w*|rest\w*zeit|soll\w*|ziel\w*|meta|objetivo|objectif|prazo|previsto|prevista|vencimento|vencimiento|limite|resterend\w*|doel)(?![^ ])|शेष|बाकी|लक्ष्य|অবশিষ্ট|বাকি|লক্ষ্য|剩余|残り|目标|目標/u;

/** What Jira calls a field of a site's own in its CSV, in the languages of its interface; its SLAs are such fields. */
const customField =
  /^\s*(?:custom field|campo personali[sz]ado|benutzerdefiniertes feld|champ personnalisé|campo personalizzato|aangepast veld|カスタム ?フィールド|自定义字段)\s*[(（]/iu;

/** True where a column is one of Jira's own fields, whose times are what was left of a target. */
export function isJiraField(name: string): boolean {
  return /[(（]/.test(name) && customField.test(name);
}

/** True where a header names time that is left of a target, or the target. */
export function namesTimeLeft(header: string): boolean {
  return left.test(header);
}

interface Meant {
  readonly part: 'answer' | 'end' | 'time';
  readonly isFirst: boolean;
  /** A compound, which names the time too. */
  readonly isWhole: boolean;
}

/** Shorter words have too many neighbours. */
const LEAST_LETTERS = 7;

/** Hands over the words of this page and what each means, simple ones before compounds. */
function eachWord(tell: (word: string, meant: Meant) => void): void {
  for (const [part, list] of [
    ['answer', answer],
    ['end', end],
    ['time', time],
  ] as const) {
    const meant = { part, isFirst: false, isWhole: false };
    for (const known of list) if (known.length >= LEAST_LETTERS) tell(known, meant);
  }
  for (const first of ['', 'erst', 'eerste'])
    for (const [part, stems] of stemsOfCompounds) {
      const meant = { part, isFirst: first !== '', isWhole: true };
      for (const stem of stems)
        for (const last of ['zeit', 'dauer', 'tijd', 'duur']) tell(`${first}${stem}${last}`, meant);
    }
}

/** A word and what it means. */
interface Known {
  readonly word: string;
  readonly meant: Meant;
}

/** The words of this page by their first letter. */
const byLetter = once(() => {
  const words = new Map<number, Known[]>();
  eachWord((word, meant) => {
    const letter = word.charCodeAt(0);
    const others = words.get(letter);
    if (others) others.push({ word, meant });
    else words.set(letter, [{ word, meant }]);
  });
  return words;
});

/** The word of this page that a word is but for one letter (`Erstrektionszeit`, `resoluton`); null for none. */
function meantBy(word: string): Meant | null {
  if (word.length < LEAST_LETTERS) return null;
  for (const known of byLetter().get(word.charCodeAt(0)) ?? [])
    if (differInOne(word, known.word)) return known.meant;
  return null;
}

/** True for a header that says how old something is. */
export const isAge = (header: string): boolean => header.split(' ').some((word) => age.has(word));

/** What the words of a header name. */
interface Seen {
  first: boolean;
  answer: boolean;
  end: boolean;
  touch: boolean;
  average: boolean;
  time: boolean;
  age: boolean;
}

/** What each word says; the first list that holds it counts. */
const saidBy: readonly (readonly [ReadonlySet<string>, readonly (keyof Seen)[]])[] = [
  [age, ['age']],
  [firstWords, ['first']],
  [firstAnswer, ['first', 'answer']],
  [answer, ['answer']],
  [end, ['end']],
  [time, ['time']],
  [touch, ['touch']],
  [average, ['average']],
  [idle, []],
];

/** Notes what a word says; false for a word that this page does not know. */
function note(word: string, seen: Seen): boolean {
  const parts = compound.exec(word)?.groups;
  if (parts) {
    seen.time = true;
    seen[parts.answer ? 'answer' : 'end'] = true;
    if (parts.first) seen.first = true;
    return true;
  }
  const said = saidBy.find(([list]) => list.has(word));
  for (const what of said?.[1] ?? []) seen[what] = true;
  return said !== undefined;
}

/** Notes what a word was meant to say but for one letter; false where it is like none. */
function noteMeant(word: string, seen: Seen): boolean {
  const meant = meantBy(word);
  if (meant === null) return false;
  if (meant.isFirst) seen.first = true;
  if (meant.part === 'time' || meant.isWhole) seen.time = true;
  if (meant.part !== 'time') seen[meant.part] = true;
  return true;
}

/** Answers that are not the first, or the longest of them, or all together. */
const otherAnswers = words(
  'last|latest|next|subsequent|following|every|max|maximum|maximal|maximale|longest|slowest|minimum|shortest|fastest|median|mediane|mediana|total|sum|' +
    'second|2nd|third|3rd|zweite|zweiten|deuxieme|segunda|segundo|seconda|tweede|letzte|letzten|nachste|nachsten|derniere|dernier|prochaine|ultima|ultimo|siguiente|proxima|proximo|laatste|volgende',
);

/** Whether a time until an answer is one over all answers, or until another than the first: it says nothing of the first. */
export function measuresOtherAnswers(header: string): boolean {
  const all = header.split(' ');
  if (all.some((word) => firstWords.has(word) || firstAnswer.has(word))) return false;
  return all.some((word) => average.has(word) || otherAnswers.has(word));
}

/**
 * Which time a header measures, by the words it is made of: `first_response_time` or `resolution_time`; null where a
 * word stands in it that this page does not know, or where nothing says that it is a time.
 *
 * @param header the header's words, folded, without unit, zone and clock
 * @param hasUnit the header named a unit, which says that it is a time
 */
export function measureIn(header: string, hasUnit: boolean): string | null {
  if (left.test(header)) return null;
  for (const [pattern, metric] of cjk)
    if (pattern.test(header) && (hasUnit || /时间|時間|时长/u.test(header))) return metric;
  let slips = 0;
  const seen: Seen = {
    first: false,
    answer: false,
    end: false,
    touch: false,
    average: false,
    time: hasUnit,
    age: false,
  };
  for (const word of header.split(' ')) {
    if (note(word, seen)) continue;
    if (!noteMeant(word, seen) || slips++ > 0) return null;
  }
  return timeOf(seen, hasUnit);
}

/** The time that the words of a header name together; null where they name none, or several. */
function timeOf(seen: Seen, hasUnit: boolean): string | null {
  if (seen.age) {
    const isAlone = !seen.first && !seen.answer && !seen.touch && !seen.average;
    return isAlone && hasUnit ? 'resolution_time' : null;
  }
  // A mean over all answers says nothing of the first, and the last answer nothing either.
  const isAnswer = seen.answer || seen.touch;
  if (!seen.first && (seen.touch || (seen.answer && seen.average))) return null;
  if (!seen.time || isAnswer === seen.end) return null;
  if (isAnswer) return 'first_response_time';
  return seen.first ? 'first_resolution_time' : 'resolution_time';
}
