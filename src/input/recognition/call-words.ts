import { foldHeader } from './header.ts';
import { words } from './word-list.ts';

/**
 * What the columns of a telephone system's log are called, and how it says that a call was answered or not: English,
 * German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Polish, Russian, Turkish, Bengali, Hindi, Chinese and
 * Japanese, as `foldHeader` folds them (headers of the languages of the glossary come in English). Seen in Aircall's call attributes (support.aircall.io), NICE CXone's data
 * download metrics, 3CX's and Zendesk Talk's exports and public call-centre data sets.
 */

const time =
  'time|times|duration|length|zeit|dauer|duree|temps|delai|duracion|tiempo|duracao|tempo|durata|duur|tijd|tid|czas|длительность|продолжительность|время|suresi|sure|समय|अवधि|সময়|সময়কাল';
const call =
  'calls?|chats?|anruf\\w*|telefonat\\w*|appels?|llamadas?|chamadas?|ligac(?:ao|oes)|chiamat[ae]|oproep(?:en)?|samtal\\w*|polaczen\\w*|rozmow\\w*|звонк\\w*|вызов\\w*|arama\\w*|cagri\\w*';

/** How long people talked. */
export const talk = new RegExp(
  [
    `\\b(?:talk|talking|talked|billsec|bill sec|talkduration|avgtalkduration|handle time|handling time|aht|in call|gesprachs(?:dauer|zeit)|sprechzeit|gespreksduur|gesprekstijd|samtalstid|samtalslangd|czas rozmowy|konusma suresi|gorusme suresi)\\b`,
    `(?<![^ ])(?:${time})(?: \\S{1,3}){0,2} (?:conversation|communication|conversacion|conversacao|conversazione|comunicacion|hablado|разговора)(?![^ ])`,
    `(?<![^ ])(?:duration|length|duree|duracion|duracao|durata|duur|длительность|продолжительность|czas trwania)(?: \\S{1,3}){0,2} (?:l )?(?:${call})(?![^ ])`,
    `(?<![^ ])(?:${call}) (?:duration|length|dauer|duur|suresi)(?![^ ])|(?<![^ ])anruf(?:s)?(?:dauer|lange)(?![^ ])`,
    'কলের সময়কাল|কথোপকথনের সময়|बातचीत का समय|कॉल अवधि|通话时|通話時間|对话时长',
  ].join('|'),
  'u',
);

/** Letters of which some stand in every word of calls and of talk: without them the patterns below need not be compiled. */
export const lettersOfCalls =
  /call|chat|talk|billsec|bill sec|handl|aht|clid|phone|direc|anruf|telefon|gespr|sprech|richt|appel|sens|dure|communic|convers|comunic|hablado|llama|dura|sentido|chama|ligac|chiama|direz|beller|oproep|samtal|czas|rozm|polacz|konusma|gorusme|arama|cagri|[^\u0000-\u007f]/;

/** What a column of a call log measures; the first that fits is it. */
export const callMeasures: readonly (readonly [part: CallPart, header: RegExp])[] = [
  ['hold', /\b(?:hold|on hold|haltezeit|mise en attente|en espera|em espera|in attesa tenuta)\b|保留/u],
  [
    'other',
    /\b(?:after call|wrap up|wrapup|acw|nachbearbeitung\w*|post appel|ivr|vru|idle|login|break|transfer|disconnect\w*)\b/u,
  ],
  [
    'answer',
    /\b(?:speed of answer|answer speed|asa|time to answer|answer delay|answer time|pickup time|pick up time|annahmezeit|zeit bis zur annahme|annahmedauer|delai de decroche|temps de decroche|tiempo de atencion|tiempo de contestacion|tempo de atendimento|tempo para atender|tempo di risposta)\b|应答时|応答時間/u,
  ],
  [
    'queue',
    /\b(?:queue(?:d)? (?:time|duration|length|seconds)|time in queue|queue|warteschlange\w+(?:zeit|dauer)|(?:temps|duree) (?:en|dans la|de) file|tiempo en (?:la )?cola|tempo (?:em|na|de) fila|tempo in coda|wachtrijtijd|kotid)\b|排队时/u,
  ],
  [
    'wait',
    /\b(?:wait(?:ing)?(?: (?:time|duration|seconds))?|wartezeit|wartedauer|(?:temps|duree) d attente|attente|tiempo de espera|espera|tempo de espera|(?:tempo|durata) (?:di )?attesa|attesa|wachttijd|wachtduur|vantetid|czas oczekiwania|bekleme suresi)\b|(?:время|длительность) ожидания|^ожидание$|অপেক্ষার সময়|प्रतीक्षा समय|प्रतीक्षा अवधि|等待时|等待時|待ち時間|待機時間/u,
  ],
  [
    'ring',
    /\b(?:ring|ringing|ring(?:ing)? (?:time|duration)|rufdauer|rufzeit|klingeldauer|klingelzeit|(?:temps|duree) de sonnerie|sonnerie|tiempo de (?:timbre|timbrado|ring)|tempo de (?:toque|chamando)|tempo di squillo|beltijd|belduur|czas dzwonienia)\b|振铃|呼出時間|呼び出し時間/u,
  ],
  ['talk', talk],
];
export type CallPart = 'hold' | 'other' | 'answer' | 'queue' | 'wait' | 'ring' | 'talk';

/** Headers and tables that speak of calls. */
export const ofCalls = new RegExp(
  `(?<![^ ])(?:${call}|phone|phone number|caller|callee|calling|called|calldate|callid|callerid|clid|anrufer|appelant|appele|llamante|chamador|chiamante|beller)(?![^ ])|কল|कॉल|通话|来电|呼叫|通話|着信|電話`,
  'u',
);

/** A column that says how calls went. */
export const outcomeHeader =
  /(?<![^ ])(?:status|state|result|outcome|disposition|completion status|hangup cause|ergebnis|anrufergebnis|anrufstatus|statut|resultat|etat|estado|resultado|situacao|stato|esito|resultaat|wynik|статус|результат|итог|durum|sonuc|type|typ|tipo)(?![^ ])|状态|结果|結果|状態|स्थिति|অবস্থা/u;

/** A flag that says that a call was answered, or that it was not. */
export const answeredFlag =
  /^(?:is |was |call )*(?:answered|picked up|connected|handled|beantwortet|angenommen|entgegengenommen|repondu|decroche|contestad[ao]|atendid[ao]|respondid[ao]|rispost[ao]|beantwoord|opgenomen|besvarad|besvarat|odebran[aey]|отвечен|принят|cevaplandi|yanitlandi)(?: (?:y n|yn|yes no|ja nein|oui non|si no|sim nao|s n|j n|o n|flag))?$|^(?:是否接听|已接听|応答|উত্তর দেওয়া হয়েছে|उत्तर दिया)/u;
export const missedFlag =
  /^(?:is |was |call )*(?:missed|abandoned|unanswered|not answered|verpasst|manque|abandonne|perdid[ao]|abandonad[ao]|pers[ao]|gemist|missat|nieodebran[aey]|пропущен|cevapsiz)(?: call)?(?: (?:y n|yn|yes no|ja nein|oui non|si no|sim nao|s n|j n|o n|flag))?$|^(?:是否未接|未接|不在着信)/u;

const folded = (list: string): ReadonlySet<string> => new Set([...words(list)].map(foldHeader));

const answeredWords = (): ReadonlySet<string> =>
  folded(
    'answered|connected|completed|complete|handled|picked up|accepted|success|successful|talked|answered call|call answered|' +
      'angenommen|beantwortet|verbunden|entgegengenommen|erfolgreich|répondu|répondue|décroché|décrochée|abouti|aboutie|traité|traitée|' +
      'contestada|contestado|atendida|atendido|respondida|respondido|completada|concluída|risposto|risposta|beantwoord|opgenomen|besvarad|besvarat|besvaret|besvart|vastattu|přijatý|přijato|fogadott|fogadva|응답|수신|통화완료|odebrane|odebrany|odebrana|' +
      'отвечен|отвечено|принят|принятый|состоялся|cevaplandı|yanıtlandı|cevaplanan|已接|已接听|接听|応答|応答済み|উত্তর দেওয়া হয়েছে|गृहीत|उत्तर दिया गया',
  );
const missedWords = (): ReadonlySet<string> =>
  folded(
    'missed|missed call|abandoned|abandon|abandoned in queue|abandoned in ivr|abandoned in voicemail|short abandoned|no answer|noanswer|not answered|unanswered|voicemail|left voicemail|busy|rejected|declined|refused|hung up|hangup|caller hung up|dropped|lost|timeout|timed out|overflow|out of hours|out of opening hours|out of business hours|agents did not answer|no available agent|' +
      'verpasst|verpasster anruf|nicht angenommen|unbeantwortet|nicht beantwortet|aufgelegt|abgebrochen|besetzt|keine antwort|mailbox|anrufbeantworter|verloren|abgelehnt|' +
      'manqué|manquée|appel manqué|non répondu|non répondue|abandonné|abandonnée|sans réponse|occupé|messagerie|perdu|raccroché|non décroché|' +
      'perdida|perdido|llamada perdida|abandonada|abandonado|no contestada|no contestado|no atendida|sin respuesta|ocupado|buzón de voz|não atendida|não atendido|chamada perdida|sem resposta|caixa postal|' +
      'persa|abbandonata|senza risposta|non risposta|occupato|gemist|gemiste oproep|niet beantwoord|opgehangen|missat|missat samtal|mistet|ubesvaret|ubesvart|tapt|vastaamaton|vastaamatta|zmeškaný|zmeškané|nepřijatý|nem fogadott|부재중|부재중전화|미응답|거절|포기|obesvarad|obesvarat|nieodebrane|nieodebrany|nieodebrana|porzucone|' +
      'пропущен|пропущенный|пропущено|не отвечен|нет ответа|занято|cevapsız|cevapsız çağrı|yanıtsız|kaçan|kaçırıldı|meşgul|terk edildi|未接|未接听|未接来电|放弃|已放弃|不在着信|応答なし|留守電|মিসড|মিসড কল|मिस्ड|मिस्ड कॉल|छूटी',
  );
/** Neither: somebody else took it, or it was over. */
const neutralWords = (): ReadonlySet<string> =>
  folded(
    'transferred|forwarded|ended|finished|weitergeleitet|transféré|transferida|transferido|overgedragen',
  );

type Outcome = 'answered' | 'missed' | 'over';
let outcomes: readonly (readonly [Outcome, ReadonlySet<string>])[] | null = null;

/** What a word for how a call went says; null for any other word. */
export function outcomeOf(cell: string): Outcome | null {
  outcomes ??= [
    ['answered', answeredWords()],
    ['missed', missedWords()],
    ['over', neutralWords()],
  ];
  const word = foldHeader(cell);
  return outcomes.find(([, list]) => list.has(word))?.[0] ?? null;
}
