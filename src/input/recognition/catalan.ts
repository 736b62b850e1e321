import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in Catalan call what others call in English, as `glossary` lists it for its languages, with and without marks. Seen in
 * the translations of GLPI (locales/ca_ES) and Zammad, and in open data of Catalan cities.
 */
export const catalan: Readonly<Record<string, string>> = {
  ticket: 'tiquet|tiquets|incidència|incidències|petició|peticions|queixa|queixes|sol·licitud|sol·licituds',
  'ticket number':
    "número de tiquet|número d incidència|número d'incidència|núm incidència|número de petició|núm tiquet|codi incidència|codi de la petició|número de registre|id tiquet|id incidència",
  'created at':
    'creat|creada|creat el|creada el|obert el|oberta el|data i hora de creació|data i hora d obertura|hora de creació',
  'creation date':
    "data de creació|data creació|data d'obertura|data d obertura|data obertura|data d'alta|data d'entrada|data d entrada|data de recepció|data de registre|data de la petició",
  'first response at':
    'primera resposta|data de la primera resposta|data primera resposta|data de primera resposta',
  'solved at': 'resolt el|data de resolució|data resolució|data de solució|data de finalització',
  'closed at': 'tancat el|tancada el|data de tancament|data tancament',
  'updated at':
    "actualitzat el|darrera actualització|última actualització|data d'actualització|darrera modificació",
  'due date': 'data límit|data de venciment',
  status: 'estat de la incidència|estat del tiquet|estat de la petició|estat',
  priority: 'prioritat|urgència',
  channel: "canal d'entrada|canal d entrada",
  category: "tipus|tipus d'incidència|tipus de petició|tipologia|àrea temàtica",
  tags: 'etiquetes',
  requester: 'sol·licitant|peticionari|creat per|obert per|ciutadà',
  customer: 'nom del client|usuari',
  'customer email': 'correu electrònic|correu',
  company: 'empresa client|organització',
  assignee: 'assignat a|tècnic|tècnica|responsable de la gestió|gestor',
  group: 'equip|grup|departament|àrea|grup de suport',
  subject: 'assumpte|títol',
  description: 'descripció',
  comment: 'comentari|comentaris|observacions',
  'customer satisfaction': 'satisfacció|satisfacció del client',
  rating: 'valoració|puntuació',
  'first response time': 'temps de resposta|temps de primera resposta|temps fins a la primera resposta',
  'resolution time': 'temps de resolució|temps fins a la resolució|temps de tancament',
  minutes: 'minuts',
  hours: 'hores',
  days: 'dies',
  seconds: 'segons',
  month: 'mes de creació',
  timestamp: 'data i hora',
};

/** Said of values. */
export const catalanGloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: 'nou|nova|sense assignar|registrada|registrat',
    open: 'obert|oberta|en curs|en procés|assignat|assignada|en tràmit|en tractament|reobert|reoberta',
    pending:
      "pendent del client|pendent de l'usuari|pendent de resposta|en espera de resposta|esperant resposta",
    on_hold: 'en espera|aturat|aturada|ajornat',
    solved: 'resolt|resolta|solucionat|solucionada|finalitzat|finalitzada|completat|completada',
    closed: 'tancat|tancada|cancel·lat|cancel·lada|rebutjat|rebutjada|desestimada',
    merged: 'fusionat|fusionada|duplicat|duplicada',
    spam: 'correu brossa',
    deleted: 'eliminat|eliminada|esborrat',
  },
  priorities: {
    low: 'baixa|baix',
    normal: 'mitjana|mitjà|normal',
    high: 'alta|alt',
    urgent: 'urgent|crítica|molt alta',
  },
  roles: {
    customer: 'ciutadà|sol·licitant',
    agent: 'tècnic|gestor',
    bot: 'assistent virtual',
    system: 'sistema',
  },
};
