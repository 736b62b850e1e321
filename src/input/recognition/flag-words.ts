import { prepared } from '../../model/prepared.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import { undecidedWords } from '../../model/undecided-words.ts';
import {
  furtherFalsehoods,
  furtherMet,
  furtherMissed,
  furtherMissHeader,
  furtherTruths,
} from './further-languages.ts';
import { foldHeader } from './header.ts';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split('|').map(foldValue));

/** Yes and no in the languages of the recogniser, and as programs write them: pandas makes 1.0 and 0.0 of flags with gaps. */
export const truths: ReadonlySet<string> = prepared(() =>
  setOf(
    `true|t|yes|y|1|1.0|1,0|on|x|✓|✔|✔️|☑|✅|🟢|ja|j|wahr|oui|vrai|o|si|sí|sì|s|sim|verdadero|verdadeiro|vero|waar|हाँ|हां|सत्य|सही|হ্যাঁ|হাঁ|সত্য|是|真|はい|有|${furtherTruths}`,
  ),
);
export const falsehoods: ReadonlySet<string> = prepared(() =>
  setOf(
    `false|f|no|n|0|0.0|0,0|off|✗|✘|☐|❌|🔴|nein|falsch|non|faux|não|nao|falso|nee|onwaar|नहीं|असत्य|गलत|না|মিথ্যা|否|假|いいえ|无|${furtherFalsehoods}`,
  ),
);

const metWords =
  '✅|🟢|✓|✔|✔️|met|achieved|within sla|within|within target|within time|compliant|fulfilled|hit|on time|ok|success|in sla|inside sla|in time|pass|passed|ontime|met sla|sla met|sla achieved|not breached|not violated|not overdue|no breach|completed within sla|' +
  'eingehalten|erfüllt|fristgerecht|rechtzeitig|im zeitrahmen|pünktlich|nicht verletzt|respecté|respectée|dans les délais|dans le délai|à temps|tenu|cumplido|cumplida|dentro del plazo|a tiempo|en plazo|dentro de sla|cumple|cumprido|cumprida|no prazo|dentro do prazo|dentro do sla|atendido|rispettato|entro i tempi|nei tempi|behaald|gehaald|op tijd|binnen sla|' +
  'समय पर|समय सीमा में|पूरा हुआ|সময়মতো|সময়মতো|সময়ের মধ্যে|পূরণ|达标|按时|未超时|達成|期限内';
const missedWords =
  '❌|🔴|✗|✘|missed|breached|violated|sla violated|sla breached|sla missed|not met|not achieved|failed|overdue|breach|late|out of sla|outside sla|fail|non compliant|not compliant|out of time|delayed|exceeded|' +
  'verletzt|nicht eingehalten|nicht erfüllt|überschritten|verspätet|überfällig|verfehlt|non respecté|non respectée|hors délai|hors délais|dépassé|en retard|incumplido|incumplida|fuera de plazo|fuera de sla|vencido|con retraso|no cumple|violado|violada|não cumprido|descumprido|fora do prazo|fora do sla|atrasado|estourado|perdido|non rispettato|fuori tempo|in ritardo|scaduto|niet gehaald|niet behaald|te laat|overschreden|buiten sla|' +
  'विलंबित|देर से|उल्लंघन|समय सीमा के बाद|চূক|লঙ্ঘিত|বিলম্বিত|দেরি|দেরিতে|সময়সীমা পার|超时|未达标|已超时|逾期|超過|未達成|期限切れ';

/** What says that a target was met or missed. */
export const met: ReadonlySet<string> = prepared(() => setOf(`${metWords}|${furtherMet}`));
export const missed: ReadonlySet<string> = prepared(() => setOf(`${missedWords}|${furtherMissed}`));

/** Headers of a promise to solve in time, which need not say that it is about being kept. Folded. */
const promise =
  /\bslas?\b|\bservice level\b|\bdeadline\b|\bfrist\b|\bdelai\b|\bplazo\b|\bprazo\b|\bscadenza\b|\btermijn\b|एसएलए|समय सीमा|এসএলএ|সময়সীমা/;
const ofAnswers =
  /\b(?:first|respon\w*|reply|acknowledge\w*|pickup|antwort\w*|reaktion\w*|reponse|prise en charge|respuesta|atencion|resposta|atendimento|risposta|presa in carico|antwoord|reactie|odpowied\w*|reakcj\w*|yanit\w*|mudahale)\b|प्रतिक्रिया|উত্তর|ответ|реакци|响应|回复|応答|回答/;

/** True for a column of a promise to solve whose cells say that it was met or missed, or neither yet. */
export function saysTargets(header: string, cells: readonly string[]): boolean {
  if (!promise.test(header) || ofAnswers.test(header)) return false;
  const said = new Set(cells.map(foldValue));
  const all = [...said].filter((cell) => cell !== '');
  return (
    all.some((cell) => met.has(cell) || missed.has(cell)) &&
    all.every((cell) => met.has(cell) || missed.has(cell) || undecidedWords.has(cell) || isMissing(cell))
  );
}

const publicWords =
  'public|all|everyone|external|visible|reply|customer visible|öffentlich|extern|sichtbar|publique|externe|visible par le client|público|pública|externo|externa|pubblico|pubblica|esterno|esterna|openbaar|zichtbaar|publiczny|publiczna|publiczne|публичный|публичное|внешнее|внешний|herkese açık|genel|harici|सार्वजनिक|প্রকাশ্য|সর্বজনীন|公开|公開|社外';
const privateWords =
  'private|internal|agents|agents only|staff only|note|internal note|hidden|intern|interne|interner|internes|nicht öffentlich|interno|interna|privado|privada|privat|privé|privée|privato|privata|nota interna|note interne|interne notiz|interne notitie|intern notitie|niet openbaar|wewnętrzny|wewnętrzna|wewnętrzne|prywatny|prywatna|внутренний|внутреннее|внутренняя|приватный|скрыто|dahili|özel|gizli|iç not|आंतरिक|निजी|অভ্যন্তরীণ|ব্যক্তিগত|গোপন|内部|社内|非公開';

/** What says that customers can or cannot see a message. */
export const seen: ReadonlySet<string> = prepared(() => setOf(publicWords));
export const unseen: ReadonlySet<string> = prepared(() => setOf(privateWords));

const noteWords =
  /(?:^| )(?:notes?|internal|private|intern\w*|privad[oa]|nota|notas|notiz|notizen|vermerk|notitie|whisper|内部|备注|メモ)(?: |$)|(?:^| )नोट|নোট/u;

/** True for what a kind of message is called that no customer sees: `private_note`, `Interne Notiz`; a public note is one they do. */
export function isNoteWord(cell: string): boolean {
  const words = foldHeader(cell);
  return noteWords.test(words) && !/(?:^| )(?:public\w*|publico|offentlich\w*|external)(?: |$)/.test(words);
}

/** Sorts of rows between messages that tell what was done to a conversation: nobody was written to. */
const doneWords =
  /^(?:(?:conversation|chat|ticket|case|thread) )?(?:close|closed|closing|resolve|resolved|reopen|reopened|re opened|(?:re|un|auto ?)?assign(?:ed|ment)?|assign and reopen|default assignment|away mode assignment|transfer(?:red)?|snoozed?|unsnoozed?|timer unsnooze|tag(?:ged)?|untagged|merged?|line ?item|status(?: change(?:d)?)?|state change(?:d)?|priority change(?:d)?|participant (?:added|removed)|activity|system(?: event)?|event)$|^(?:geschlossen|zugewiesen|zuweisung|wiedereroffnet|ferme|assigne|assignation|cerrado|asignado|asignacion|fechado|atribuido|atribuicao|chiuso|assegnato|gesloten|toegewezen)$/;

/** True for what a row is called that sent nothing: `assignment`, `close`, `status change`. */
export const isDoneWord = (cell: string): boolean => doneWords.test(foldHeader(cell));

/** Headers of a flag whose yes is the miss: `sla_breached`, `SLA verletzt`, `dépassé`, `Overdue`, `escalated`. Folded. */
const missHeader = new RegExp(
  [
    '\\b(?:breach(?:ed|es)?|violat(?:ed|ion|ions)|missed|overdue|over due|escalated|late|exceeded|failed|verletzt|verletzung|uberschritten|uberfallig|verfehlt|depasse|non respecte|hors delai|en retard|incumplido|incumplimiento|vencido|vencida|violado|violada|violacao|violacion|estourado|atrasado|fora do prazo|fuera de plazo|descumprido|scaduto|violato|in ritardo|excedid[oa]|superato|overschreden|te laat)\\b',
    'उल्लंघन|লঙ্ঘ|超时|逾期|超過',
    furtherMissHeader,
  ].join('|'),
  'u',
);
/** A word before it that turns it round: `not breached`, `no breach`. */
const turned =
  /\b(?:not|no|non|never|nicht|sin|sem|niet|nao) (?:breach|violat|missed|overdue|escalated|verletzt|uberschritten|depasse|incumplid|violad|atrasad|overschreden)/;

/** True where a column's yes means that the target was missed. */
export function isMissFlag(words: string): boolean {
  return missHeader.test(words) && !turned.test(words);
}
