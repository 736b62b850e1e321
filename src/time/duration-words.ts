import { DAY, HOUR, MINUTE, SECOND } from './civil.ts';

export const WEEK = 7 * DAY;

/** Unit words of the languages whose exports are recognised. Months and years have no fixed length and are none. */
const words: readonly (readonly [milliseconds: number, words: string])[] = [
  [1, 'ms msec msecs millisecond milliseconds millis'],
  [
    SECOND,
    's sec secs second seconds sek sekunde sekunden seconde secondes seg segs segundo segundos secondo secondi seconden sekund sekundy sekunda сек секунда секунды секунд sn saniye sekunder sekuntia sekuntti másodperc mp секунди secunde secundă detik giây วินาที δευτερόλεπτα δευτερόλεπτο δευτ 초 ثانية ثواني ثوان সেকেন্ড सेकंड सेकेंड 秒 秒钟 秒鐘',
  ],
  [
    MINUTE,
    'm min mins minute minutes minuten minuto minutos minuti minuut mn minut minuty minuta мин минута минуты минут dk dakika minuter minutter minuuttia minuutti perc хв хвилина хвилини хвилин menit mnt minit phút นาที λεπτά λεπτό λεπ 분 دقيقة دقائق دقيقه মিনিট मिनट 分 分钟 分鐘',
  ],
  [
    HOUR,
    'h hr hrs hour hours std stunde stunden heure heures hora horas ora ore uur uren godz godzina godziny godzin ч час часа часов sa saat timme timmar tim timer time t tuntia tunti hod hodina hodiny hodin óra година години годин oră jam giờ tiếng ชั่วโมง ชม ώρα ώρες 시간 ساعة ساعات ساعه ঘণ্টা ঘন্টা घंटा घंटे घण्टा घण्टे 小时 小時 時間 时',
  ],
  [
    DAY,
    'd day days tag tage tagen jour jours j día días dia dias giorno giorni dag dagen dzień dni д дн день дня дней gün dagar dage dager døgn päivää päivä pv den dny dní nap день дні днів дн доба доби діб zi zile hari ngày วัน ημέρα ημέρες μέρες μέρα 일 يوم أيام ايام দিন दिन 天 日',
  ],
  [
    WEEK,
    'w wk wks week weeks woche wochen semaine semaines sem semana semanas settimana settimane weken tydz tydzień tygodnie tygodni нед неделя недели недель hafta vecka veckor uge uger uke uker viikko viikkoa týden týdny týdnů hét тиждень тижні тижнів тиж săptămână săptămâni minggu tuần สัปดาห์ εβδομάδα εβδομάδες أسبوع أسابيع সপ্তাহ सप्ताह हफ़्ते हफ़्ता',
  ],
];

const unitOf: ReadonlyMap<string, number> = new Map(
  words.flatMap(([milliseconds, names]) =>
    names.split(' ').map((name) => [name.normalize('NFC'), milliseconds] as const),
  ),
);

/** Milliseconds of a unit word in any case, or null for an unknown word. */
export function unitOfWord(word: string): number | null {
  return unitOf.get(word.normalize('NFC').toLowerCase()) ?? null;
}
