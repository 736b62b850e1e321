import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in Slovak call what others call in English, as `glossary` lists it for its languages, with and without marks;
 * what is written as in Czech stands there. Seen in the translations of OTRS (Kernel/Language/sk_SK), GLPI (locales/sk_SK)
 * and Zammad.
 */
export const slovak: Readonly<Record<string, string>> = {
  ticket: 'požiadavka|požiadavky|požiadaviek|hlásenie|hlásenia|tiket|podnet|podnety|sťažnosť|reklamácia',
  'ticket number':
    'číslo požiadavky|číslo hlásenia|číslo podnetu|číslo prípadu|číslo sťažnosti|id požiadavky|id hlásenia|č požiadavky|evidenčné číslo|číslo reklamácie',
  'created at':
    'vytvorené|vytvorený|vytvorená|vytvorené dňa|otvorené|prijaté|nahlásené|čas vytvorenia|zaevidované|dátum a čas vytvorenia|čas nahlásenia',
  'creation date':
    'dátum vytvorenia|dátum otvorenia|dátum nahlásenia|dátum prijatia|dátum podania|dátum zaevidovania|dátum požiadavky',
  'first response at': 'prvá odpoveď|dátum prvej odpovede|prvá reakcia|dátum prvej reakcie|prvá odpoveď dňa',
  'solved at':
    'vyriešené|vyriešený|dátum vyriešenia|čas vyriešenia|vyriešené dňa|dátum riešenia|vybavené|dátum vybavenia|dokončené|dátum dokončenia|odstránené',
  'closed at':
    'uzavreté|uzatvorené|zatvorené|dátum uzavretia|dátum uzatvorenia|dátum zatvorenia|čas uzavretia',
  'updated at': 'aktualizované|zmenené|posledná zmena|posledná aktualizácia|dátum zmeny',
  'due date': 'termín vybavenia|termín vyriešenia|lehota',
  status: 'stav požiadavky|stav hlásenia|stav tiketu',
  priority: 'naliehavosť|dôležitosť',
  channel: 'zdroj požiadavky',
  category: 'kategória požiadavky|typ požiadavky|druh|druh požiadavky',
  requester: 'žiadateľ|nahlasovateľ|zadávateľ|nahlásil|podávateľ',
  customer: 'zákazník|zákazníci|odberateľ',
  'customer id': 'číslo zákazníka|id zákazníka',
  'customer email': 'e-mail zákazníka',
  company: 'spoločnosť|organizácia',
  assignee: 'riešiteľ|pridelené|zodpovedná osoba|zodpovedný|pracovník',
  group: 'oddelenie|skupina riešiteľov|tím',
  subject: 'predmet|názov požiadavky',
  description: 'popis problému|obsah',
  comment: 'poznámka|komentár zákazníka',
  sender: 'odosielateľ',
  'sent at': 'odoslané|dátum odoslania',
  'customer satisfaction': 'spokojnosť|spokojnosť zákazníka',
  rating: 'hodnotenie|známka',
  'answered at': 'dátum odpovede',
  'first response time':
    'čas prvej odpovede|doba prvej odpovede|čas do prvej odpovede|reakčná doba|čas reakcie',
  'resolution time': 'čas riešenia|doba riešenia|čas do vyriešenia|doba vybavenia|čas vybavenia',
  'sla met': 'sla splnené|sla dodržané|v termíne',
  'sla breached': 'sla prekročené|sla porušené|po termíne',
  'start date': 'dátum začiatku',
  'cancelled at': 'dátum zrušenia|zrušené dňa',
  'end date': 'dátum konca|dátum ukončenia',
  'new status': 'nový stav',
  'old status': 'pôvodný stav|predchádzajúci stav',
  timestamp: 'dátum a čas',
  month: 'mesiac',
  weekday: 'deň v týždni',
  minutes: 'minúty|minút',
  hours: 'hodiny|hodín',
  seconds: 'sekundy|sekúnd',
  days: 'dní|dni',
};

/** Said of values. */
export const slovakGloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: 'nový|nové|nepriradené|prijaté|zaevidované',
    open: 'otvorené|otvorený|otvorená|v riešení|rieši sa|prebieha|v spracovaní|pridelené|priradené|znovu otvorené',
    pending: 'čaká na zákazníka|čaká sa na zákazníka|čaká na odpoveď|čakajúce|čaká',
    on_hold: 'pozastavené|odložené|čaká na dodávateľa',
    solved: 'vyriešené|vyriešený|vyriešená|vybavené|dokončené|hotové',
    closed: 'uzavreté|uzavretý|uzatvorené|zatvorené|zrušené|zamietnuté',
    merged: 'zlúčené|duplicitné',
    spam: 'nevyžiadaná pošta',
    deleted: 'vymazané|zmazané',
  },
  priorities: {
    low: 'nízka',
    normal: 'stredná|bežná|normálna',
    high: 'vysoká',
    urgent: 'naliehavá|kritická|urgentná',
  },
  roles: {
    customer: 'zákazník|žiadateľ',
    agent: 'riešiteľ|pracovník podpory',
    system: 'systém',
  },
};
