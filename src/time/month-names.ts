import { prepared } from '../model/prepared.ts';

/**
 * Words that dates are written with, in the languages whose exports are recognised: English, German, French, Spanish,
 * Portuguese, Italian, Dutch, Bengali, Hindi, Polish, Russian, Turkish, Swedish, Danish, Norwegian, Finnish, Czech, Hungarian, Ukrainian, Romanian, Indonesian, Malay, Greek, Thai, Hebrew, Arabic. Month and weekday names follow CLDR, full and abbreviated, with common other spellings.
 */

/** A word as the tables hold it: lower case, without Latin accents, dots and abbreviation signs. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f.॰ঃ]/gu, '')
    .normalize('NFC');
}

const months: readonly string[] = [
  'january jan tammikuu tammikuuta tammi leden ledna január januar jänner jän janvier janv enero ene janeiro gennaio gen januari styczeń stycznia sty январь января янв ocak oca জানুয়ারি জানুয়ারী জানু जनवरी जन січень січня січ ianuarie ian ιανουάριος ιανουαρίου ιαν มกราคม มค ינואר בינואר ינו בינו يناير',
  'february feb helmikuu helmikuuta helmi únor února február februar feber février fevr févr fév febrero fevereiro fev febbraio februari luty lutego lut февраль февраля фев февр şubat şub ফেব্রুয়ারি ফেব্রুয়ারী ফেব फ़रवरी फरवरी फ़र फर лютий лютого лют februarie φεβρουάριος φεβρουαρίου φεβ กุมภาพันธ์ กพ פברואר בפברואר פבר בפבר فبراير',
  'march mar marts maaliskuu maaliskuuta maalis březen března március märz mär mrz mars marzo março maart mrt marzec marca март марта мар mart মার্চ मार्च березень березня бер martie maret mac μάρτιος μαρτίου μαρ มีนาคม มีค מרץ במרץ מרס במרס مارس',
  'april apr huhtikuu huhtikuuta huhti duben dubna április avril avr abril abr aprile kwiecień kwietnia kwi апрель апреля апр nisan nis এপ্রিল এপ্রি अप्रैल अप्रै квітень квітня кві квіт aprilie απρίλιος απριλίου απρ เมษายน เมย אפריל באפריל אפר באפר أبريل ابريل إبريل',
  'may mai toukokuu toukokuuta touko květen května május mayo maio maggio mag mei maj maja май мая mayıs মে मई травень травня тра трав μάιος μαΐου μαι พฤษภาคม พค מאי במאי مايو',
  'june jun kesäkuu kesäkuuta kesä červen června június juni juin junio junho giugno giu juni czerwiec czerwca cze июнь июня июн haziran haz জুন जून червень червня чер черв iunie iun ιούνιος ιουνίου ιουν มิถุนายน มิย יוני ביוני يونيو يونيه',
  'july jul heinäkuu heinäkuuta heinä červenec července július juli juillet juil juill julio julho luglio lug lipiec lipca lip июль июля июл temmuz tem জুলাই জুল जुलाई जुल липень липня лип iulie iul julai ιούλιος ιουλίου ιουλ กรกฎาคม กค יולי ביולי يوليو يوليه',
  'august aug augusti elokuu elokuuta elo srpen srpna augusztus août aoû agosto ago augustus sierpień sierpnia sie август августа авг ağustos ağu আগস্ট আগ অগাস্ট আগষ্ট अगस्त अग серпень серпня сер серп agustus agu agt ogos αύγουστος αυγούστου αυγ สิงหาคม สค אוגוסט באוגוסט אוג באוג أغسطس اغسطس',
  'september sep syyskuu syyskuuta syys září szeptember sept septembre septiembre setiembre setembro set settembre wrzesień września wrz сентябрь сентября сен сент eylül eyl সেপ্টেম্বর সেপ্টে সেপ্ট সেপ सितंबर सितम्बर सित вересень вересня вер septembrie σεπτέμβριος σεπτεμβρίου σεπ กันยายน กย ספטמבר בספטמבר ספט בספט سبتمبر',
  'october oct lokakuu lokakuuta loka říjen října október oktober okt octobre octubre outubro out ottobre ott październik października paź октябрь октября окт ekim eki অক্টোবর অক্টো अक्तूबर अक्टूबर अक्टू अक्तू жовтень жовтня жов жовт octombrie οκτώβριος οκτωβρίου οκτ ตุลาคม ตค אוקטובר באוקטובר אוק באוק أكتوبر اكتوبر',
  'november nov marraskuu marraskuuta marras novembre noviembre novembro listopad listopada lis ноябрь ноября ноя нояб kasım kas নভেম্বর নভে नवंबर नवम्बर नव листопад листопада лис noiembrie noi νοέμβριος νοεμβρίου νοε พฤศจิกายน พย נובמבר בנובמבר נוב בנוב نوفمبر',
  'december dec desember des joulukuu joulukuuta joulu prosinec prosince dezember dez décembre déc diciembre dic dezembro dicembre grudzień grudnia gru декабрь декабря дек aralık ara ডিসেম্বর ডিসে दिसंबर दिसम्बर दिस грудень грудня гру груд decembrie disember dis δεκέμβριος δεκεμβρίου δεκ ธันวาคม ธค דצמבר בדצמבר דצמ בדצמ ديسمبر',
];

const foldedMonths = (): readonly string[] =>
  prepared(() => months.map((names) => names.split(' ').map(foldWord).join(' ')));

let monthsMade: ReadonlyMap<string, number> | null = null;

/** Folded month name → 1–12. Made when the first word is looked up: most stamps are numbers. */
export function monthWords(): ReadonlyMap<string, number> {
  if (monthsMade !== null) return monthsMade;
  const made = new Map<string, number>();
  foldedMonths().forEach((names, index) => {
    for (const name of names.split(' ')) made.set(name, index + 1);
  });
  monthsMade = made;
  return made;
}

const fillers = [
  'monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun',
  'montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so',
  'lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim',
  'lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom',
  'segunda terça quarta quinta sexta feira seg ter qua qui sex',
  'সোমবার সোম মঙ্গলবার মঙ্গল বুধবার বুধ বৃহস্পতিবার বৃহস্পতি শুক্রবার শুক্র শনিবার শনি রবিবার রবি',
  'सोमवार सोम मंगलवार मंगल बुधवार बुध गुरुवार गुरु शुक्रवार शुक्र शनिवार शनि रविवार रवि',
  'lunedì martedì mercoledì giovedì gio venerdì sabato domenica maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo',
  'poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela niedz',
  'понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс',
  'pazartesi pzt salı sal çarşamba çar perşembe per cuma cum cumartesi cmt pazar paz',
  'måndag mån tisdag tis onsdag ons torsdag tor fredag fre lördag lör söndag sön mandag man tirsdag tir lørdag søndag kl maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai klo pondělí úterý středa čtvrtek pátek neděle v hétfő kedd szerda csütörtök péntek szombat vasárnap',
  'понеділок пн вівторок вт середа ср четвер чт пятниця пт субота сб неділя нд р року о об luni marți miercuri joi vineri sâmbătă duminică senin selasa rabu kamis jumat sabtu minggu pukul thứ ngày lúc năm วันที่ เวลา น พศ δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή στις יום ראשון שני שלישי רביעי חמישי שישי שבת בשעה الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد الساعة',
  'г года год в r roku o godz godzina saat alle ore om uur',
  'st nd rd th er re of at the on um uhr den der le à h de del a la las el o dia às as',
  'ই লা রা ঠা শে তারিখ বাজে टा को बजे तारीख',
];

let fillersMade: ReadonlySet<string> | null = null;

/**
 * Words that a date may hold besides its month: weekdays, prepositions, articles, "o'clock", ordinal endings.
 * `mar` is both a month and a French or Spanish Tuesday: the month is the last month name of a date.
 */
export function fillerWords(): ReadonlySet<string> {
  fillersMade ??= prepared(() => new Set(fillers.join(' ').split(' ').map(foldWord)));
  return fillersMade;
}
