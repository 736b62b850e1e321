import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in Lithuanian, Latvian and Estonian call what others call in English, as `glossary` lists it for its languages, with and
 * without marks. Seen in the translations of GLPI (locales/lt_LT, lv_LV, et_EE), OTRS (Kernel/Language) and Zammad.
 */
export const baltic: Readonly<Record<string, string>> = {
  ticket:
    'užklausa|užklausos|kreipinys|kreipiniai|pranešimas|pieteikums|pieteikumi|pieprasījums|sūdzība|pöördumine|pöördumised|pilet|teade|taotlus',
  'ticket number':
    'užklausos numeris|užklausos nr|kreipinio numeris|kreipinio nr|pranešimo numeris|pieteikuma numurs|pieteikuma nr|pieprasījuma numurs|sūdzības numurs|pöördumise number|pöördumise nr|pileti number|taotluse number|tunnuskood|numeris|numurs',
  'created at':
    'sukurta|sukūrimo laikas|gauta|užregistruota|pateikta|atidaryta|izveidots|izveidošanas laiks|saņemts|reģistrēts|iesniegts|atvērts|loodud|loomise aeg|saabunud|registreeritud|esitatud|avatud aeg',
  'creation date':
    'sukūrimo data|registracijos data|gavimo data|pateikimo data|atidarymo data|izveides datums|izveidošanas datums|saņemšanas datums|reģistrācijas datums|iesniegšanas datums|loomise kuupäev|saabumise kuupäev|registreerimise kuupäev|esitamise kuupäev|avamise kuupäev',
  'first response at':
    'pirmas atsakymas|pirmo atsakymo data|pirmo atsakymo laikas|pirmā atbilde|pirmās atbildes datums|pirmās atbildes laiks|esimene vastus|esimese vastuse aeg|esimese vastuse kuupäev',
  'solved at':
    'išspręsta|išsprendimo data|sprendimo data|įvykdyta|įvykdymo data|atrisināts|atrisināšanas datums|atrisināšanas laiks|izpildīts|izpildes datums|lahendatud|lahendamise kuupäev|lahendamise aeg|lahenduse kuupäev|lõpetatud',
  'closed at':
    'uždaryta|uždarymo data|uždarymo laikas|slēgts|slēgšanas datums|aizvērts|aizvēršanas datums|suletud|sulgemise kuupäev|sulgemise aeg',
  'updated at':
    'atnaujinta|paskutinis pakeitimas|atnaujinimo data|atjaunināts|pēdējās izmaiņas|atjaunināšanas datums|muudetud|viimati muudetud|uuendatud',
  'due date': 'įvykdyti iki|terminas|izpildes termiņš|termiņš|tähtaeg',
  status: 'būsena|užklausos būsena|statuss|stāvoklis|olek|staatus|seisund',
  priority: 'prioritetas|svarba|prioritāte|steidzamība|prioriteet|kiireloomulisus',
  channel: 'kanalas|šaltinis|kanāls|avots|kanal',
  category: 'kategorija|tipas|užklausos tipas|tips|pieteikuma veids|kategooria|liik|tüüp',
  requester:
    'pareiškėjas|užsakovas|sukūrė|pieteicējs|pieteikuma iesniedzējs|iesniedzējs|pöörduja|esitaja|taotleja',
  customer: 'klientas|kliento vardas|klients|klienta vārds|kliendi nimi',
  'customer email': 'el paštas|kliento el paštas|e-pasts|e-post kliendi',
  company: 'įmonė|organizacija|uzņēmums|organizācija|ettevõte|asutus',
  assignee:
    'atsakingas|vykdytojas|priskirta|atsakingas asmuo|atbildīgais|izpildītājs|piešķirts|vastutaja|lahendaja|täitja|käsitleja',
  group: 'grupė|skyrius|komanda|nodaļa|osakond|meeskond|grupp',
  subject: 'tema|antraštė|temats|tēma|virsraksts|teema|pealkiri',
  description: 'aprašymas|turinys|apraksts|saturs|kirjeldus|sisu',
  comment: 'komentaras|pastabos|komentārs|piezīmes|kommentaar|märkused',
  'customer satisfaction':
    'pasitenkinimas|klientų pasitenkinimas|apmierinātība|klienta apmierinātība|rahulolu|kliendi rahulolu',
  rating: 'įvertinimas|vērtējums|hinnang',
  'first response time':
    'atsakymo laikas|pirmojo atsakymo trukmė|reakcijos laikas|atbildes laiks|reakcijas laiks|vastamise aeg|reageerimisaeg',
  'resolution time':
    'sprendimo laikas|sprendimo trukmė|atrisināšanas ilgums|risinājuma laiks|lahendusaeg|lahendamise kestus',
  timestamp: 'data ir laikas|datums un laiks|kuupäev ja kellaaeg',
  date: 'kuupäev|datums',
  month: 'mėnuo|mēnesis|kuu',
  minutes: 'minutės|minučių|minūtes|minutit|minutites',
  hours: 'valandos|valandų|stundas|tunnid|tundi|tundides',
  days: 'dienos|dienų|dienas|päevad|päeva|päevades',
  seconds: 'sekundės|sekundes|sekundid',
};

/** Said of values. */
export const balticGloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: 'nauja|naujas|nepriskirta|jauns|jauna|nav piešķirts|uus|määramata',
    open: 'atidaryta|atvira|vykdoma|sprendžiama|nagrinėjama|priskirta|tvarkoma|pakartotinai atidaryta|atvērts|procesā|apstrādē|tiek risināts|izskatīšanā|darbā|piešķirts|avatud|töös|lahendamisel|menetluses|määratud|taasavatud',
    pending:
      'laukiama kliento|laukiama atsakymo|laukiama|gaida klientu|gaida atbildi|gaida klienta atbildi|ootel|ootab klienti|ootab vastust|ootab kliendi vastust',
    on_hold: 'sustabdyta|atidėta|apturēts|atlikts|peatatud|edasi lükatud',
    solved:
      'išspręsta|išspręstas|įvykdyta|baigta|atlikta|atrisināts|izpildīts|pabeigts|lahendatud|täidetud|lõpetatud|valmis',
    closed:
      'uždaryta|uždarytas|atšaukta|atmesta|slēgts|aizvērts|atcelts|noraidīts|suletud|tühistatud|tagasi lükatud',
    merged: 'sujungta|dublikatas|apvienots|dublikāts|ühendatud|duplikaat',
    spam: 'šlamštas|mēstule|rämpspost',
    deleted: 'ištrinta|dzēsts|kustutatud',
  },
  priorities: {
    low: 'žemas|žema|zems|zema|madal',
    normal: 'normalus|vidutinis|vidutinė|normāls|vidējs|vidēja|tavaline|keskmine',
    high: 'aukštas|aukšta|augsts|augsta|kõrge',
    urgent: 'skubus|skubi|kritinis|kritinė|steidzams|steidzama|kritisks|kiire|kriitiline',
  },
  roles: {
    customer: 'klientas|klients|klient',
    agent: 'darbuotojas|operatorius|darbinieks|operators|töötaja|klienditeenindaja',
    bot: 'botas|bots',
    system: 'sistema|sistēma|süsteem',
  },
};
