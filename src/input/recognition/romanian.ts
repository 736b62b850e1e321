import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in Romanian call what others call in English, as `glossary` lists it for its languages, with and without
 * diacritics, and with the cedillas that older systems write for commas. Seen in the translations of OTRS (Kernel/Language/ro),
 * GLPI (locales/ro_RO), Zammad and Odoo's helpdesk.
 */
export const romanian: Readonly<Record<string, string>> = {
  ticket:
    'tichet|tichete|tichetul|tichetului|sesizare|sesizarea|sesizări|solicitare|solicitarea|solicitări|reclamație|reclamația|reclamații|cerere|incidentul|incidentului',
  'ticket number':
    'nr tichet|număr tichet|numărul tichetului|nr sesizare|număr sesizare|nr solicitare|număr solicitare|id tichet|id sesizare|id solicitare|cod tichet|nr crt|nr cerere|număr cerere|nr înregistrare|număr înregistrare|număr de înregistrare|nr reclamație|număr reclamație',
  number: 'număr|nr|numărul',
  'created at':
    'creat la|creată la|creat în|creat|deschis la|înregistrat la|înregistrată la|primit la|primită la|data și ora creării|data și ora deschiderii|data și ora înregistrării|data și ora sesizării|sesizat la|ora creării|data și ora primirii',
  'creation date':
    'data creării|data creare|data deschiderii|data deschidere|data înregistrării|data înregistrare|data sesizării|data sesizare|data solicitării|data solicitare|data primirii|data depunerii|data cererii|data reclamației|data tichetului|data preluării apelului',
  'first response at':
    'primul răspuns|prim răspuns|data primului răspuns|primul răspuns la|data și ora primului răspuns|data prim răspuns|ora primului răspuns|răspuns inițial|prima reacție|data primei reacții',
  'solved at':
    'rezolvat la|rezolvată la|rezolvat|data rezolvării|data rezolvare|data soluționării|data soluționare|soluționat la|soluționat|finalizat la|data finalizării|data finalizare|data și ora rezolvării|data și ora soluționării|data remedierii|remediat la|ora rezolvării',
  'closed at':
    'închis la|închisă la|închis|data închiderii|data închidere|data și ora închiderii|ora închiderii',
  'updated at':
    'actualizat la|actualizat|ultima actualizare|data actualizării|ultima modificare|data modificării|modificat la|data ultimei modificări|ultima activitate',
  'due date':
    'termen|termen limită|termen de rezolvare|data scadentă|scadență|termen rezolvare|termen soluționare',
  status:
    'stare|starea|stare tichet|starea tichetului|stare sesizare|status tichet|stare solicitare|stadiu|stadiul',
  priority: 'prioritate|prioritatea|urgență|urgența|importanță',
  channel: 'canal|canal de comunicare|sursă|sursa|canalul|mod de contact|modalitate|canal contact',
  category: 'categorie|categoria|tip tichet|tip sesizare|tip solicitare|tipul|tip|tip problemă|subcategorie',
  tags: 'etichete',
  language: 'limbă|limba',
  requester:
    'solicitant|solicitantul|petent|petentul|reclamant|raportat de|creat de|inițiator|utilizator|nume solicitant|deschis de',
  customer: 'client|clientul|nume client|numele clientului|clienți|beneficiar|abonat',
  'customer id': 'cod client|id client|număr client|nr client',
  'customer email':
    'adresă email|adresă de email|adresa de email|adresă e-mail|email client|poștă electronică',
  company: 'companie|compania|firmă|firma|organizație|organizația|societate|instituție',
  assignee:
    'responsabil|responsabilul|atribuit|atribuit lui|alocat|alocat lui|asignat|repartizat|tehnician|operatorul|operator|preluat de|rezolvat de|persoană responsabilă|agentul',
  group: 'grup|echipă|echipa|departament|departamentul|coadă|compartiment|serviciu|grup suport',
  subject: 'subiect|subiectul|titlu|titlul|denumire|obiect',
  description: 'descriere|descrierea|descrierea problemei|conținut|detalii|descriere problemă',
  'message text': 'mesaj|mesajul|text mesaj|textul mesajului',
  comment: 'comentariu|comentarii|observații|mențiuni|notă client',
  sender: 'expeditor|expeditorul|trimis de|autorul',
  'author role': 'rol|rolul|tip expeditor|rol expeditor|tip autor',
  'sent at': 'trimis la|data trimiterii|ora trimiterii|data și ora trimiterii|expediat la',
  'customer satisfaction':
    'satisfacție|satisfacția clientului|satisfacție client|satisfacția clienților|grad de satisfacție',
  rating: 'evaluare|notă|nota|calificativ|punctaj|scor',
  'answered at': 'data răspunsului|data răspuns|data evaluării|răspuns la|data completării',
  replies: 'număr răspunsuri|nr răspunsuri|numărul de răspunsuri',
  reopens: 'număr redeschideri|nr redeschideri|redeschideri',
  'first response time':
    'timp prim răspuns|timpul primului răspuns|timp până la primul răspuns|timp de răspuns|timp răspuns|timp de reacție|durata primului răspuns|timp de primul răspuns',
  'resolution time':
    'timp de rezolvare|timp rezolvare|timpul de rezolvare|timp soluționare|timp de soluționare|durata rezolvării|durată rezolvare|durata soluționării|durată soluționare|timp până la rezolvare|timp de închidere|durată procesare|timp de procesare',
  'sla met': 'sla respectat|sla îndeplinit|în sla|în termen|rezolvat în termen|respectat sla',
  'sla breached': 'sla depășit|sla încălcat|depășit termen|întârziat|termen depășit|peste termen',
  'start date':
    'data începerii|client din|data contractului|data semnării|data activării|data început|dată început',
  'cancelled at': 'data anulării|data rezilierii|reziliat la|anulat la|data reziliere',
  'end date': 'data încheierii|data expirării|data sfârșit|dată sfârșit|data încetării',
  date: 'data|dată',
  'time of day': 'ora|oră',
  reopened: 'redeschis|redeschisă',
  merged: 'comasat|unificat',
  'old status': 'stare veche|starea anterioară|status vechi|stare anterioară|status anterior',
  'new status': 'stare nouă|starea nouă|status nou',
  timestamp: 'data și ora|data ora|dată și oră|marcă temporală|marcaj temporal',
  call: 'apel|apeluri|apelul|apelului',
  'call id': 'id apel|nr apel|număr apel',
  'call start': 'ora apelului|data apelului|început apel|data și ora apelului|ora început apel',
  'wait time': 'timp de așteptare|timp așteptare|așteptare|durata așteptării',
  'talk time': 'durata apelului|durată apel|timp de convorbire|durata convorbirii|durată convorbire',
  outcome: 'rezultat|rezultatul|rezultat apel',
  month: 'luna|lună',
  weekday: 'ziua săptămânii|zi din săptămână|ziua',
  quarter: 'trimestru|trimestrul',
  minutes: 'minute',
  hours: 'ore',
  days: 'zile',
  seconds: 'secunde',
};

/** Said of values. */
export const romanianGloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: 'nou|nouă|noi|neatribuit|nealocat|nealocată|înregistrat|înregistrată|primit|primită|nepreluat|nepreluată',
    open: 'deschis|deschisă|deschise|în lucru|în curs|în curs de rezolvare|în curs de soluționare|în procesare|în analiză|în desfășurare|în derulare|alocat|alocată|atribuit|atribuită|preluat|preluată|redeschis|redeschisă|escaladat|escaladată|activ|activă',
    pending:
      'în așteptare|așteaptă client|așteaptă clientul|așteptare client|în așteptare client|în așteptarea clientului|așteaptă răspuns|așteaptă răspuns client|așteaptă răspunsul clientului|în așteptarea răspunsului|în așteptare răspuns client',
    on_hold:
      'suspendat|suspendată|amânat|amânată|așteaptă furnizor|așteaptă furnizorul|în așteptare furnizor|blocat|pe pauză|în pauză',
    solved:
      'rezolvat|rezolvată|rezolvate|soluționat|soluționată|soluționate|finalizat|finalizată|terminat|terminată|remediat|remediată|efectuat',
    closed: 'închis|închisă|închise|anulat|anulată|respins|respinsă|clasat|clasată|renunțat|arhivat|arhivată',
    merged: 'comasat|comasată|unificat|unificată|duplicat|duplicată',
    spam: 'nesolicitat',
    deleted: 'șters|ștearsă|șterse|coș',
  },
  priorities: {
    low: 'scăzută|scăzut|mică|redusă',
    normal: 'normală|medie|mediu|standard',
    high: 'ridicată|ridicat|mare|înaltă',
    urgent: 'urgentă|urgent|critică|critic|foarte mare|maximă|imediată',
  },
  roles: {
    customer: 'client|clientul|solicitant|petent',
    agent: 'operator|consultant|suport|agent suport|funcționar',
    bot: 'robot',
    system: 'sistem',
  },
};
