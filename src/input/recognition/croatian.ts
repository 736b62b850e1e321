import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in Croatian, Serbian (in Latin letters), Bosnian and Slovene call what others call in English, as `glossary`
 * lists it for its languages, with and without marks. Seen in the translations of OTRS (Kernel/Language/hr, sr_Latn, sl), GLPI
 * (locales/hr_HR, sl_SI) and Zammad.
 */
export const croatian: Readonly<Record<string, string>> = {
  ticket: 'zahtjev|zahtjevi|zahtev|zahtevi|prijava|prijave|upit|pritožba|zahtevek|zahtevki|slučaj',
  'ticket number':
    'broj zahtjeva|broj zahteva|broj prijave|broj upita|broj slučaja|broj tiketa|oznaka zahtjeva|id zahtjeva|id prijave|številka zahtevka|številka prijave|šifra zahtevka|broj predmeta',
  number: 'broj|številka',
  'created at':
    'otvoreno|kreirano|zaprimljeno|prijavljeno|primljeno|vrijeme otvaranja|vreme otvaranja|vrijeme prijave|vreme prijave|ustvarjeno|odprto|prejeto|datum i vrijeme prijave|datum i vreme prijave|datum in čas prijave|vrijeme kreiranja|vreme kreiranja',
  'creation date':
    'datum otvaranja|datum prijave|datum kreiranja|datum zaprimanja|datum podnošenja|datum prijema|datum zahtjeva|datum zahteva|datum odprtja|datum prejema|datum nastanka|datum stvaranja',
  'first response at': 'prvi odgovor|datum prvog odgovora|prva reakcija|datum prvega odgovora',
  'solved at':
    'riješeno|rešeno|datum rješavanja|datum rešavanja|datum rješenja|datum rešenja|završeno|datum završetka|dovršeno|datum rešitve|otklonjeno',
  'closed at':
    'zatvoreno|datum zatvaranja|vrijeme zatvaranja|vreme zatvaranja|zaprto|datum zaprtja|zaključeno|datum zaključenja',
  'updated at': 'ažurirano|zadnja izmjena|poslednja izmena|izmijenjeno|posodobljeno|datum izmjene',
  'due date': 'rok|rok rješavanja|rok za rješavanje|rok rešavanja',
  status: 'stanje|status zahtjeva|status prijave|stanje zahtjeva',
  priority: 'prioritet zahtjeva|hitnost|prednost',
  channel: 'izvor|način prijave',
  category: 'kategorija|vrsta|vrsta zahtjeva|tip zahtjeva|vrsta prijave',
  requester: 'podnositelj|podnosilac|prijavitelj|podnositelj zahtjeva|prijavio|prosilec|prijavil',
  customer: 'korisnik|kupac|klijent|stranka|naročnik|ime korisnika',
  'customer id': 'šifra kupca|broj korisnika|šifra stranke',
  'customer email': 'e-pošta|e-mail korisnika',
  company: 'tvrtka|kompanija|podjetje|organizacija',
  assignee:
    'djelatnik|zadužen|dodijeljeno|dodeljeno|izvršitelj|izvršilac|rješavatelj|odgovorna osoba|skrbnik|referent|operater',
  group: 'odjel|odeljenje|oddelek|služba|skupina',
  subject: 'naslov|predmet prijave|zadeva',
  description: 'opis|opis problema|sadržaj',
  comment: 'napomena|komentar|opomba',
  sender: 'pošiljatelj|pošiljalac|pošiljatelj poruke',
  'sent at': 'poslano|poslato|datum slanja',
  'customer satisfaction': 'zadovoljstvo|zadovoljstvo korisnika|zadovoljstvo kupaca|zadovoljstvo strank',
  rating: 'ocjena|ocena',
  'answered at': 'datum odgovora',
  'first response time':
    'vrijeme prvog odgovora|vreme prvog odgovora|vrijeme odziva|vreme odziva|vrijeme do prvog odgovora|odzivni čas|čas prvega odgovora',
  'resolution time':
    'vrijeme rješavanja|vreme rešavanja|trajanje rješavanja|vrijeme do rješenja|čas reševanja|čas rešitve',
  'sla met': 'u roku|unutar sla|v roku',
  'sla breached': 'van roka|izvan roka|prekoračen sla|po roku',
  'start date': 'datum početka|datum začetka',
  'cancelled at': 'datum otkaza|datum raskida',
  'end date': 'datum isteka|datum kraja',
  'new status': 'novi status|novo stanje',
  'old status': 'stari status|prethodni status|staro stanje',
  timestamp: 'datum i vrijeme|datum i vreme|datum in čas',
  'time of day': 'vrijeme|vreme|ura',
  month: 'mjesec|mesec',
  weekday: 'dan u tjednu|dan u nedelji',
  minutes: 'minuta',
  hours: 'sati|ur',
  seconds: 'sekundi',
  days: 'dana|dni',
};

/** Said of values. */
export const croatianGloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: 'novo|novi|nova|nedodijeljeno|zaprimljeno|primljeno',
    open: 'otvoreno|otvoren|otvorena|u tijeku|u toku|u obradi|u radu|dodijeljeno|dodeljeno|ponovno otvoreno|odprto|odprt|v obdelavi|v teku',
    pending:
      'čeka korisnika|čeka se korisnik|čeka odgovor|čeka se odgovor|na čekanju kod korisnika|čaka na stranko|čaka na odgovor',
    on_hold: 'na čekanju|odgođeno|odloženo|zadržano|čeka dobavljača|na čakanju',
    solved: 'riješeno|riješen|riješena|rešeno|rešen|rešena|završeno|dovršeno|obrađeno|zaključeno|rešitev',
    closed: 'zatvoreno|zatvoren|zatvorena|otkazano|odbijeno|odustao|zaprto|zaprt|preklicano|zavrnjeno',
    merged: 'spojeno|duplikat|združeno',
    spam: 'neželjena pošta',
    deleted: 'obrisano|izbrisano',
  },
  priorities: {
    low: 'nizak|niski|niska|nisko',
    normal: 'srednji|normalan|srednja|normalno',
    high: 'visok|visoki|visoka|visoko',
    urgent: 'hitno|hitan|kritično|kritičan|nujno',
  },
  roles: {
    customer: 'korisnik|kupac|klijent|stranka',
    agent: 'djelatnik|operater|podrška|referent',
    bot: 'robot',
    system: 'sustav|sistem',
  },
};
