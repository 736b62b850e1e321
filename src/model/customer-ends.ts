/**
 * Words of how customers come and go, in the languages that are read: shared by recognition, which reads headers, and by
 * tables, which ask whether an end has happened.
 */

const words = (list: string): readonly string[] => list.split('|');

/** Somebody cancelled, churned, left, was closed: it has happened. Folded. */
export const leftWords: ReadonlySet<string> = new Set([
  ...words(
    'cancel|cancels|cancelled|canceled|cancelation|cancellation|churn|churned|terminated|termination|left|leaving|quit|lost|inactive|deactivated|deactivation|unsubscribed|closed|departed|departure|exit|exited|offboarded|lapsed',
  ),
  ...words(
    'gekundigt|gekuendigt|kundigung|kuendigung|kundigungsdatum|kuendigungsdatum|storniert|stornierung|ausgetreten|austritt|austrittsdatum|abgemeldet|abmeldung|abmeldedatum|abgewandert|abwanderung|inaktiv|deaktiviert',
  ),
  ...words(
    'resilie|resiliee|resilies|resiliation|annule|annulee|annulation|depart|desabonne|desabonnement|desactive|desactivation|parti|perdu|inactif',
  ),
  ...words(
    'baja|cancelacion|cancelado|cancelada|rescindido|rescision|abandono|desactivacion|desactivado|inactivo|cancelamento|encerrado|encerrada|encerramento|desligamento|desativacao|desativado|inativo|saida|saiu',
  ),
  ...words(
    'abbandono|disdetta|disdetto|recesso|cessazione|cessato|disattivazione|disattivato|annullamento|inattivo|opgezegd|opzegging|opzegdatum|vertrek|vertrokken|gestopt|stopdatum|uitgeschreven|uitschrijving|inactief',
  ),
  ...words(
    'uppsagd|uppsagning|uppsagningsdatum|opsagt|opsigelse|oppsagt|oppsigelse|irtisanottu|zruseno|zruseni|lemondva|felmondva|해지일|탈퇴일|해지일자|रद्द|छोड़ने|छोड़ा|निष्क्रिय|বাতিল|বাতিলের|ছাড়ার|ছেড়ে|চলে|নিষ্ক্রিয়|rezygnacji|rezygnacja|odejscia|wypowiedzenia|ухода|оттока|отток|расторжения|отключения|iptal|ayrilma',
  ),
]);

/** An end that may lie ahead. Folded. */
const endWords: ReadonlySet<string> = new Set(
  words(
    'end|ended|ending|ends|ende|enddatum|endedatum|beendet|beendigung|fin|termine|terminee|termino|fim|fine|einde|einddatum|beeindigd|beeindiging|समाप्ति|समाप्त|समाप्ति|সমাপ্তি|সমাপ্তির|শেষ|শেষের|zakonczenia|окончания|bitis',
  ),
);

/** Somebody became a customer. Folded. */
const beganWords: ReadonlySet<string> = new Set([
  ...words(
    'started|start|begin|began|beginning|joined|joining|signup|signed|activated|activation|onboarded|onboarding|since|subscribed|registered|registration|acquired|acquisition|enrolled|enrolment|enrollment',
  ),
  ...words(
    'beginn|begonnen|seit|eintritt|eintrittsdatum|anmeldung|angemeldet|anmeldedatum|aktiviert|aktivierung|startdatum|debut|inscription|activation|entree|adhesion|souscription|souscrit|depuis',
  ),
  ...words(
    'alta|inicio|activacion|ingreso|registro|contratacion|desde|inscripcion|adesao|ativacao|cadastro|entrada|assinatura|inizio|attivazione|iscrizione|adesione|dal|registrazione|ingang|ingangsdatum|sinds|inschrijving|inschrijfdatum|activering|begindatum',
  ),
  ...words(
    'प्रारंभ|आरंभ|शुरू|शुरुआत|जुड़ने|पंजीकरण|শুরু|শুরুর|যোগদান|যোগদানের|নিবন্ধন|নিবন্ধনের|rozpoczecia|rejestracji|начала|регистрации|подключения|baslangic|kayit',
  ),
]);

/** Words that say nothing here: dates, articles, whom it is about. */
const idle: ReadonlySet<string> = new Set([
  ...words(
    'on|at|in|as|of|the|a|up|date|day|dt|time|timestamp|datetime|utc|effective|customer|client|account|user|member|membership|company|subscription|subscriber|plan|service',
  ),
  ...words(
    'per|zum|am|ab|der|die|das|des|datum|tag|zeitpunkt|kunde|kunden|kundin|mitglied|abo|le|la|du|de|d|l|jour|abonnement|fecha|dia|el|al|del|cliente|suscripcion|data|do|da|em|dia|assinante|il|di|della|dello|op|klant|lid',
  ),
  ...words(
    'तिथि|तारीख|दिनांक|की|का|के|होने|ग्राहक|बनने|তারিখ|হওয়ার|যাওয়ার|গ্রাহক|data|klienta|дата|клиента|tarihi|musteri',
  ),
]);

/** What a header says of a customer's time, by the words it is made of; null where one of them says something else. */
export function customerStamp(header: string): 'began' | 'ended' | null {
  const all = header.split(' ');
  const began = all.some((word) => beganWords.has(word));
  const ended = all.some((word) => leftWords.has(word) || endWords.has(word));
  const isPlain = all.every(
    (word) => beganWords.has(word) || leftWords.has(word) || endWords.has(word) || idle.has(word),
  );
  if (!isPlain || began === ended) return null;
  return began ? 'began' : 'ended';
}

const happened =
  /\b(?:cancel\w*|churn\w*|kundigung\w*|kuendigung\w*|austritt\w*)\b|रद्द|छोड़|বাতিল|চলে|ছেড়ে|流失|退订|注销|解约|解約|退会/u;
/** A contract's, a term's or a plan's end, however it is said. */
const planned =
  /\b(?:contract|term|renewal|expir\w*|scheduled|planned|effective until|valid|vertragsende|laufzeit\w*|gultig|ablauf\w*|contrat|contrato|contratto|echeance|vencimiento|vencimento|vigencia|validade|scadenza)\b|मियाद|মেয়াদ|到期|満了/u;

/**
 * Whether ends in a column of this name have happened: somebody cancelled, churned, left, was closed. A contract's end,
 * an expiry or a plain "end date" may lie ahead, and says nothing about now.
 */
export function saysHappened(header: string): boolean {
  const folded = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[_.-]+/g, ' ')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l');
  const says = folded.split(' ').some((word) => leftWords.has(word)) || happened.test(folded);
  return says && !planned.test(folded);
}
