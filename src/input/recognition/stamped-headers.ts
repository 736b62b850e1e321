import { furtherStamps } from './further-languages.ts';
import { differInOne } from './one-letter.ts';
import { bindingWords, firstWords, words } from './word-list.ts';

/**
 * Stamps known by what their headers are made of rather than by whole phrases: which event they name, that it was the
 * first, and words that only say "date" or bind the others. So `first_answered`, `Date Fixed On`, `Erstreaktion am` and
 * `Horario de registro` are read, in any order of the words.
 */

/** Words that say nothing here: articles, dates, what a ticket is called, who acted for the desk. */
const idle = new Set([
  ...bindingWords,
  ...words(
    'to|was|is|it|actual|stat|stats|metric|tkt|incdt|epoch|unix|millis|milliseconds|seconds|ticket|case|incident|issue|request|conversation|complaint|grievance|query|service|agent|admin|teammate|staff|human|support|team|desk|helpdesk|operator|technician|public|date|datetime|time|timestamp|ts|dt|dttm|utc|gmt|local|when|day|moment|stamp|' +
      'datum|uhrzeit|zeit|zeitpunkt|zeitstempel|den|im|zum|zur|ticketdatum|heure|jour|horodatage|par|las|fecha|hora|horario|momento|dos|no|na|data|lo|ora|alle|om|tijd|tijdstip|' +
      `को|में|तिथि|तारीख|दिनांक|समय|তারিখ|সময়|ও|${furtherStamps.idle}`,
  ),
]);
const first = new Set([...firstWords, 'initially', 'erstes']);
const answer = words(
  `${furtherStamps.answer}|rspn|rspd|rspns|answered|answer|responded|response|resp|respond|replied|reply|antwort|beantwortet|geantwortet|reaktion|reagiert|ruckmeldung|erstreaktion|erstantwort|erstruckmeldung|reponse|repondu|respuesta|respondido|respondida|contestado|contestada|resposta|risposta|risposto|antwoord|beantwoord|reactie|उत्तर|जवाब|प्रतिक्रिया|উত্তর|উত্তরের|জবাব|জবাবের|সাড়া`,
);
/** That the desk has been there: an answer where the export has no better word for one. */
const seen = words('attended|attendance');
/** What may be the whole of the work, unless it is called the first of it: `Fecha de primera atención`. */
const touch = words('atencion|atendimento|atendida|atendido|intervention|intervencion|intervento');
/** Answers that are the first by their own word. */
const alone = words('erstreaktion|erstantwort|erstruckmeldung');
const created = words(
  'crt|crtd|cre|created|creation|create|open|opened|opening|logged|raised|reported|submitted|submission|received|registered|registration|entered|filed|lodged|arrived|arrival|inbound|intake|recorded|' +
    'erstellt|erstell|erstellung|melde|meldung|angelegt|anlage|eroffnet|eroffnung|eingang|eingegangen|gemeldet|erfasst|erfassung|aufgenommen|cree|creee|creation|ouvert|ouverte|ouverture|recu|recue|reception|soumis|soumise|enregistre|enregistree|saisie|creado|creada|creacion|abierto|abierta|apertura|recibido|recibida|recepcion|registro|registrado|registrada|ingreso|ingresado|ingresada|alta|criado|criada|criacao|aberto|aberta|abertura|recebido|recebida|recebimento|registrado|registrada|cadastro|creato|creata|creazione|aperto|aperta|ricevuto|ricevuta|ricezione|inserito|inserita|inserimento|registrazione|aangemaakt|aanmaak|aangemeld|aanmeld|aanmelding|geopend|ontvangen|ontvangst|gemeld|geregistreerd|registratie|' +
    `बनाया|निर्मित|निर्माण|दर्ज|प्राप्त|प्राप्ति|তৈরি|তৈরির|খোলার|গৃহীত|প্রাপ্তির|জমার|${furtherStamps.created}`,
);
const solved = words(
  'rslv|rslvd|rslvg|resd|solved|solution|resolved|resolution|resolve|fixed|rectified|remedied|redressed|redressal|redress|completed|completion|finished|settled|done|disposed|disposal|restored|restoration|restore|recovered|' +
    'gelost|losung|behoben|erledigt|erledigung|fertiggestellt|wiederhergestellt|wiederherstellung|resolu|resolue|resolution|traite|traitee|traitement|termine|terminee|retabli|retablie|retablissement|resuelto|resuelta|resolucion|solucion|solucionado|solucionada|finalizado|finalizada|completado|completada|restablecido|restablecida|restablecimiento|restabelecido|restabelecimento|normalizado|normalizacao|resolvido|resolvida|resolucao|solucao|solucionado|concluido|concluida|conclusao|risolto|risolta|risoluzione|soluzione|completato|completata|ripristinato|ripristino|hersteld|herstel|opgelost|oplos|oplossing|afgehandeld|afhandel|afhandeling|gereed|gereedmeld|afgerond|' +
    `हल|समाधान|निराकरण|निपटान|সমাধান|সমাধানের|নিষ্পত্তি|নিষ্পত্তির|${furtherStamps.solved}`,
);
const closed = words(
  `${furtherStamps.closed}|clsd|cls|clos|closed|closing|closure|close|geschlossen|schliess|schliessung|abgeschlossen|abschluss|ferme|fermee|fermeture|cloture|cloturee|clos|close|cerrado|cerrada|cierre|fechado|fechada|fechamento|encerrado|encerrada|encerramento|chiuso|chiusa|chiusura|gesloten|sluit|sluiting|afgesloten|afsluit|बंद|समापन|বন্ধ|বন্ধের|সমাপ্তির`,
);

/** The stamp that a header names, and how plainly it does, 0–1. */
export interface NamedStamp {
  readonly field:
    | 'created_at'
    | 'first_response_at'
    | 'first_solved_at'
    | 'solved_at'
    | 'closed_at'
    | 'started_at'
    | 'ended_at';
  readonly worth: number;
}

/** A header made of the words of one event, as good as any other phrase for it. */
const MADE_OF = 0.9;
/** An answer that nothing calls the first: the only stamp of an answer is that of the first as a rule, not always. */
const SOME_ANSWER = 0.6;
/** That somebody came is less than an answer. */
const SEEN = 0.5;

type Event = 'answer' | 'seen' | 'touch' | 'created' | 'solved' | 'closed';

const eventOf: ReadonlyMap<string, Event> = new Map(
  (
    [
      ['answer', answer],
      ['seen', seen],
      ['touch', touch],
      ['created', created],
      ['solved', solved],
      ['closed', closed],
    ] as const
  ).flatMap(([event, named]) => [...named].map((word) => [word, event] as const)),
);

/**
 * Words that say "date" at the end of another: in German and Dutch (`Abschlusszeit`, `Aanmaakdatum`), and where a program
 * wrote a name in small letters (`createdat`, `closedate`).
 */
const dated =
  /^(?<event>\p{L}{4,}?)(?<linked>s?)(?:zeitpunkt|zeitstempel|uhrzeit|zeit|datum|tijdstip|tijd|datetime|timestamp|date|time|at|on|dt|ts)$/u;

/** The words of a header, a compound by what it is the date of. */
const partsOf = (header: string): string[] =>
  header.split(' ').map((word) => {
    if (eventOf.has(word)) return word;
    const { event = '', linked = '' } = dated.exec(word)?.groups ?? {};
    return [event, event + linked].find((part) => eventOf.has(part)) ?? word;
  });

/** What each event is the moment of, and what its first time is. */
const stamps: Readonly<
  Record<Event, { readonly any: NamedStamp | null; readonly first: NamedStamp | null }>
> = {
  answer: {
    any: { field: 'first_response_at', worth: SOME_ANSWER },
    first: { field: 'first_response_at', worth: MADE_OF },
  },
  seen: {
    any: { field: 'first_response_at', worth: SEEN },
    first: { field: 'first_response_at', worth: MADE_OF },
  },
  touch: { any: null, first: { field: 'first_response_at', worth: MADE_OF } },
  created: { any: { field: 'created_at', worth: MADE_OF }, first: null },
  solved: {
    any: { field: 'solved_at', worth: MADE_OF },
    first: { field: 'first_solved_at', worth: MADE_OF },
  },
  closed: {
    any: { field: 'closed_at', worth: MADE_OF },
    first: { field: 'first_solved_at', worth: MADE_OF },
  },
};

const isKnown = (word: string): boolean => eventOf.has(word) || first.has(word) || idle.has(word);

/**
 * The event whose moment a header names; null where a word stands in it that this page does not know, or two events do.
 *
 * @param header the header's words, folded, without zone and clock
 */
export const stampIn = (header: string): NamedStamp | null => stampOf(partsOf(header));

function stampOf(all: readonly string[]): NamedStamp | null {
  if (!all.every(isKnown)) return null;
  const events = new Set(all.flatMap((word) => eventOf.get(word) ?? []));
  if (events.size !== 1) return null;
  const [event] = events;
  const isFirst = all.some((word) => first.has(word) || alone.has(word));
  return isFirst ? stamps[event].first : stamps[event].any;
}

/** Shorter words have too many neighbours. */
const LEAST_FIRST = 4;
const LEAST_EVENT = 7;
/** So long a word is known without its first letter, or with the first two in the wrong order. */
const LEAST_WITHOUT_FIRST = 8;
/** What a header is worth that names an event but for one letter. */
const NEAR = 0.72;

/** The words that begin as one does and were meant by it, if a letter in it is wrong. */
const meantBy = (word: string): string[] =>
  [...first, ...eventOf.keys()].filter(
    (known) =>
      known.length >= (first.has(known) ? LEAST_FIRST : LEAST_EVENT) &&
      (known[0] === word[0] || lacksFirst(word, known)) &&
      differInOne(word, known),
  );

/** `esolved` and `ersolved` for `resolved`. */
const lacksFirst = (word: string, known: string): boolean =>
  known.length >= LEAST_WITHOUT_FIRST && (known.endsWith(word) || known[0] === word[1]);

/** As `stampIn`, of a header in one word of which one letter is wrong: `firs_reply_time`, `Date of first rseponse`. */
export function mistypedStampIn(header: string): NamedStamp | null {
  const all = partsOf(header);
  const wrong = all.filter((word) => !isKnown(word));
  if (wrong.length !== 1 || all.length < 2) return null;
  for (const meant of meantBy(wrong[0])) {
    const stamp = stampOf(all.map((word) => (word === wrong[0] ? meant : word)));
    if (stamp !== null) return { ...stamp, worth: Math.min(NEAR, stamp.worth) };
  }
  return null;
}
