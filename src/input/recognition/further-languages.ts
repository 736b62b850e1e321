import type { priorities, Status } from '../../model/fields.ts';
import type { FieldWords } from './field-words.ts';

/**
 * What columns and values are called in Polish, Russian and Turkish: the same lists as those of the other languages hold,
 * which take these in. Headers are folded as `foldHeader` folds (`zgłoszenie` → `zgloszenie`, `açılış` → `acilis`,
 * `первый` → `первыи`), values are written as they are.
 */

export const furtherTicketWords: Readonly<Record<string, FieldWords>> = {
  id: {
    strong:
      'numer|numer zgloszenia|nr zgloszenia|identyfikator|kod|' +
      'номер|no|код|ид|идентификатор|номер заявки|номер обращения|no заявки|no обращения|' +
      'numara|numarasi|kayit no|kayit numarasi|talep no|talep numarasi|bilet no|basvuru no|sikayet no|cagri no|takip no|referans no',
  },
  created_at: {
    strong:
      'data zgloszenia|czas zgloszenia|zgloszono|zgloszone|data wplywu|utworzono|utworzone|utworzony|' +
      'дата заявки|дата обращения|дата и время обращения|время обращения|создано|создана|создан|дата создания|дата и время создания|дата регистрации|дата поступления|' +
      'talep tarihi|basvuru tarihi|sikayet tarihi|kayit tarihi|cagri tarihi|olusturma tarihi|olusturulma tarihi|olusturulma zamani|olusturuldu|acilis tarihi|acilis zamani',
    weak:
      'czas|data i czas|data i godzina|data rozpoczecia|' +
      'дата|время|дата и время|дата начала|' +
      'tarih|zaman|tarih saat|baslangic tarihi',
  },
  solved_at: {
    strong:
      'rozwiazano|data rozwiazania|zrealizowano|data realizacji|' +
      'решено|решена|дата решения|дата выполнения|дата исполнения|дата и время решения|' +
      'cozuldu|cozum tarihi|cozulme tarihi|cozum zamani|tamamlanma tarihi|sonuclanma tarihi',
    weak: 'data zakonczenia|koniec|' + 'дата окончания|дата завершения|' + 'bitis tarihi|bitis zamani',
  },
  closed_at: {
    strong:
      'zamknieto|data zamkniecia|czas zamkniecia|' +
      'закрыто|закрыта|дата закрытия|дата и время закрытия|время закрытия|' +
      'kapandi|kapatildi|kapanis tarihi|kapatma tarihi|kapanma tarihi|kapanis zamani',
  },
  first_response_at: {
    strong:
      'pierwsza odpowiedz|data pierwszej odpowiedzi|pierwsza reakcja|data pierwszej reakcji|' +
      'первыи ответ|дата первого ответа|время первого ответа|первая реакция|дата и время первого ответа|' +
      'ilk yanit|ilk yanit tarihi|ilk yanit zamani|ilk cevap|ilk cevap tarihi|ilk mudahale tarihi|ilk donus tarihi',
  },
  updated_at: {
    strong:
      'zaktualizowano|ostatnia aktualizacja|data aktualizacji|data ostatniej aktualizacji|zmodyfikowano|data modyfikacji|ostatnia modyfikacja|ostatnia zmiana|data ostatniej zmiany|' +
      'обновлено|обновлена|дата обновления|последнее обновление|дата последнего обновления|изменено|изменена|дата изменения|последнее изменение|дата последнего изменения|последняя активность|' +
      'guncellendi|guncelleme tarihi|guncellenme tarihi|son guncelleme|son guncelleme tarihi|son guncellenme|degistirilme tarihi|son degisiklik|son islem tarihi',
  },
  due_at: {
    strong:
      'termin realizacji|termin wykonania|termin rozwiazania|' +
      'срок|краинии срок|срок исполнения|срок выполнения|срок решения|дедлаин|контрольныи срок|плановая дата решения|' +
      'son tarih|termin tarihi|hedef tarih|hedef cozum tarihi|son cozum tarihi|vade tarihi',
    weak: 'termin',
  },
  status: {
    strong:
      'stan|stan zgloszenia|status zgloszenia|' +
      'статус|состояние|статус заявки|статус обращения|' +
      'durum|durumu|talep durumu|statu|statusu|asama',
  },
  priority: {
    strong: 'priorytet|' + 'приоритет|' + 'oncelik|onceligi|oncelik durumu',
    weak: 'pilnosc|' + 'срочность|критичность|важность|' + 'aciliyet|onem|onem derecesi',
  },
  channel: {
    strong:
      'kanal|kanal zgloszenia|zrodlo|zrodlo zgloszenia|' +
      'канал|источник|канал обращения|способ обращения|источник обращения|' +
      'kanal|kaynak|basvuru kanali|talep kanali|iletisim kanali',
  },
  type: {
    strong:
      'kategoria|rodzaj|rodzaj zgloszenia|typ zgloszenia|' +
      'тип|категория|тип заявки|тип обращения|вид|вид обращения|категория обращения|' +
      'tur|turu|kategori|kategorisi|talep turu|talep tipi|cagri turu|basvuru turu',
  },
  tags: {
    strong: 'tagi|etykiety|slowa kluczowe|' + 'теги|метки|тэги|' + 'etiketler|etiket',
  },
  language: {
    strong: 'jezyk|' + 'язык|' + 'dil',
  },
  requester: {
    strong:
      'zglaszajacy|osoba zglaszajaca|klient|nadawca|nazwa klienta|e mail klienta|e mail zglaszajacego|imie i nazwisko|' +
      'заявитель|клиент|инициатор|автор|заказчик|отправитель|email клиента|имя клиента|фио|фио заявителя|фио клиента|' +
      'musteri|musteri adi|musteri no|musteri e posta|talep eden|talep sahibi|basvuran|bildiren|gonderen|e posta|e posta adresi|kullanici|ilgili kisi|kaydi acan',
    weak: 'uzytkownik|kontakt|' + 'пользователь|контакт|телефон|' + 'telefon no|ad soyad|isim',
  },
  organization: {
    strong:
      'firma klienta|nazwa firmy|organizacja|kontrahent|' +
      'организация|компания|контрагент|' +
      'firma adi|sirket|sirket adi|kurum',
  },
  assignee: {
    strong:
      'przypisany do|przypisane do|przypisany|przypisano|osoba odpowiedzialna|odpowiedzialny|wykonawca|realizujacy|konsultant|opiekun|prowadzacy|wlasciciel|obslugujacy|' +
      'исполнитель|ответственныи|оператор|специалист|агент|инженер|назначен|назначена|сотрудник|менеджер|' +
      'atanan|atanan kisi|temsilci|musteri temsilcisi|sorumlu|sorumlu kisi|uzman|destek personeli|teknisyen|gorevli|ilgilenen|ilgilenen personel',
    weak: 'pracownik|' + 'работник|' + 'personel|calisan',
  },
  group: {
    strong:
      'grupa|grupa wsparcia|zespol|kolejka|' +
      'группа|команда|очередь|рабочая группа|группа поддержки|' +
      'grup|ekip|takim|kuyruk|atanan grup|destek grubu|cozum grubu',
    fair: 'dzial|departament|' + 'отдел|подразделение|департамент|' + 'birim|departman|bolum',
  },
  subject: {
    strong:
      'temat|tytul|temat zgloszenia|krotki opis|przedmiot|' +
      'тема|тема обращения|тема заявки|заголовок|название|краткое описание|' +
      'konu|konusu|baslik|konu basligi|kisa aciklama|ozet',
  },
  description: {
    strong:
      'opis|tresc|wiadomosc|tresc zgloszenia|opis problemu|opis zgloszenia|' +
      'описание|описание проблемы|текст|текст обращения|содержание|сообщение|' +
      'aciklama|mesaj|icerik|detay|talep detayi|sikayet detayi',
  },
  csat: {
    strong:
      'ocena klienta|satysfakcja|satysfakcja klienta|zadowolenie klienta|' +
      'оценка|оценка клиента|удовлетворенность|удовлетворенность клиента|' +
      'memnuniyet|musteri memnuniyeti|memnuniyet puani|degerlendirme puani',
    weak: 'ocena|zadowolenie|' + 'реитинг|балл|' + 'puan|degerlendirme',
  },
  replies: {
    strong: 'liczba odpowiedzi|' + 'количество ответов|число ответов|' + 'yanit sayisi|cevap sayisi',
  },
  reopens: {
    strong:
      'liczba ponownych otwarc|' +
      'количество переоткрытии|число переоткрытии|' +
      'yeniden acilma sayisi|tekrar acilma sayisi',
    fair: 'otwarte ponownie|ponownie otwarte|' + 'переоткрыто|переоткрыта|' + 'yeniden acildi|tekrar acildi',
  },
  sla_recorded: {
    strong:
      'sla dotrzymane|dotrzymanie sla|sla przekroczone|przekroczenie sla|w terminie|po terminie|przeterminowane|' +
      'sla соблюден|соблюдение sla|sla выполнен|sla нарушен|нарушение sla|просрочено|просрочена|просрочка|в срок|' +
      'sla uyumu|sla durumu|sla ihlali|sla ihlal|sla asildi|sla asimi|suresinde|zamaninda',
  },
};

/** Words by which a header names a stamp: what happened, and what only says that it is a date. */
export const furtherStamps = {
  created:
    'utworzenia|utworzono|utworzony|utworzone|utworzona|otwarcia|otwarto|rejestracji|zarejestrowano|zgloszono|wplywu|wplynelo|przyjecia|przyjeto|dodania|dodano|zalozenia|zalozono|wprowadzenia|' +
    'создания|создание|создано|создана|создан|открытия|открыто|открыта|регистрации|зарегистрировано|зарегистрирована|поступления|поступило|поступила|подачи|подана|получения|получено|приема|заведения|' +
    'olusturma|olusturulma|olusturuldu|acilis|acilma|acildi|gelis|bildirim|alinma|bildirilme',
  answer:
    'odpowiedzi|odpowiedz|odpowiedziano|reakcji|reakcja|reakcje|' +
    'ответа|ответ|отвечено|реакции|реакция|отклика|отклик|реагирования|' +
    'yanit|yanitlama|yanitlanma|yanitlandi|cevap|cevaplama|cevaplanma|cevaplandi|mudahale|tepki|donus',
  solved:
    'rozwiazania|rozwiazanie|rozwiazano|rozwiazane|rozwiazany|rozwiazana|realizacji|zrealizowano|zrealizowane|wykonania|wykonano|zakonczenia|zakonczono|zalatwienia|ukonczenia|' +
    'решения|решение|решено|решена|решен|выполнения|выполнено|выполнена|исполнения|исполнено|завершения|завершено|завершена|устранения|устранено|' +
    'cozum|cozulme|cozuldu|cozumlenme|cozumu|tamamlanma|tamamlandi|sonuclanma|sonuclandi|giderilme',
  closed:
    'zamkniecia|zamkniecie|zamknieto|zamkniete|zamkniety|' +
    'закрытия|закрытие|закрыто|закрыта|закрыт|' +
    'kapanis|kapanma|kapatma|kapatilma|kapandi|kapatildi',
  idle:
    'czas|godzina|dnia|i|o|zgloszenia|zgloszenie|sprawy|zlecenia|' +
    'дата|время|час|и|в|по|на|заявки|заявка|обращения|обращение|тикета|запроса|инцидента|задачи|' +
    'tarihi|tarih|zamani|zaman|saati|saat|ve|talep|talebin|kayit|basvuru|cagri|bilet',
} as const;

/** The first of several. */
export const furtherFirst =
  'pierwsza|pierwszej|pierwszy|pierwszego|pierwsze|' +
  'первыи|первого|первая|первои|первое|первичного|' +
  'ilk';

/** Words by which a header names a time that was measured. */
export const furtherMeasures = {
  time: 'czas|czasie|' + 'время|длительность|продолжительность|' + 'suresi|sure',
  average: 'sredni|srednia|' + 'среднее|средняя|' + 'ortalama',
  idle:
    'od|do|zgloszenia|sprawy|pierwszej|' + 'до|от|с|заявки|обращения|тикета|запроса|' + 'kadar|talep|gecen',
} as const;

/** Nouns for a ticket. */
export const furtherNouns =
  'zgloszenie|zgloszenia|zgloszen|sprawa|sprawy|zlecenie|zlecenia|incydent|incydentu|reklamacja|reklamacji|заявка|заявки|заявок|обращение|обращения|тикет|тикета|инцидент|инцидента|запрос|запроса|задача|задачи|talep|talebi|bilet|bileti|cagri|basvuru|sikayet|vaka';

/** Units in headers. */
export const furtherUnits = {
  m: 'minuty|minut|minutach|минуты|минут|минутах|мин|dakika|dk',
  s: 'sekundy|sekund|sekundach|секунды|секунд|секундах|сек|saniye|sn',
  h: 'godziny|godzin|godzinach|godz|часы|часов|часах|час|saat',
  d: 'dni|dzien|dniach|дни|днеи|днях|день|gun',
} as const;

/** Dates and times of day in two columns; Chinese and Japanese too. */
export const furtherDates =
  'paivamaara|pvm|datum|날짜|일자|дата|tarih|tarihi|tanggal|tgl|tarikh|ngày|วันที่|ημερομηνία|التاريخ|تاريخ|年月日|日付|日期|日';
export const furtherTimes =
  'klockslag|klokkeslæt|klokkeslett|kellonaika|kello|klo|cas|idopont|ido|시간|시각|godzina|czas|время|година|час|oră|jam|pukul|waktu|masa|giờ|เวลา|ώρα|الساعة|الوقت|وقت|saat|saati|時刻|時間|时刻|时间';

/** Said of values; nothing here is folded. */
export const furtherStatuses: Readonly<Partial<Record<Status, string>>> = {
  new: 'nowe|nowy|nowa|nieprzypisane|zgłoszone|do zrobienia|новая|новый|новое|новая заявка|не назначена|не назначено|зарегистрирована|зарегистрировано|yeni|atanmadı|atanmamış|yapılacak|bekleyen yeni|kayıt alındı',
  open: 'otwarte|otwarty|otwarta|w trakcie|w toku|w realizacji|w trakcie realizacji|w obsłudze|w opracowaniu|przypisane|przypisany|przyjęte|ponownie otwarte|wznowione|eskalowane|открыта|открыт|открыто|открытая|в работе|в обработке|в процессе|выполняется|назначена|назначено|назначен|принята|принята в работу|принято в работу|на рассмотрении|рассматривается|переоткрыта|переоткрыто|возобновлена|açık|işlemde|işleniyor|devam ediyor|çalışılıyor|inceleniyor|incelemede|atandı|atanmış|yeniden açıldı|tekrar açıldı|değerlendiriliyor|süreçte',
  pending:
    'oczekujące|oczekuje|oczekuje na klienta|oczekiwanie na klienta|oczekuje na odpowiedź|oczekiwanie na odpowiedź|czeka na klienta|ожидание|ожидает|ожидает ответа|ожидает клиента|ожидание клиента|ожидание ответа|ожидание ответа клиента|ожидает ответа клиента|ожидание ответа от клиента|ждет ответа|требует уточнения|на уточнении|ожидает уточнения|beklemede|bekliyor|müşteri bekleniyor|müşteri yanıtı bekleniyor|müşteri cevabı bekleniyor|yanıt bekleniyor|cevap bekleniyor|müşteriden yanıt bekleniyor|bilgi bekleniyor',
  on_hold:
    'wstrzymane|wstrzymany|wstrzymana|zawieszone|zawieszony|odłożone|oczekuje na dostawcę|отложена|отложено|отложен|приостановлена|приостановлено|приостановлен|на паузе|ожидание поставщика|ожидание подрядчика|askıda|askıya alındı|duraklatıldı|ertelendi|tedarikçi bekleniyor|üçüncü taraf bekleniyor',
  solved:
    'rozwiązane|rozwiązany|rozwiązana|rozwiązano|zrealizowane|zrealizowany|zakończone|zakończony|załatwione|wykonane|ukończone|gotowe|решена|решено|решен|решён|решённая|выполнена|выполнено|выполнен|завершена|завершено|завершен|исполнена|исполнено|готово|сделано|çözüldü|çözümlendi|tamamlandı|sonuçlandı|sonuçlandırıldı|giderildi|yapıldı|bitti',
  closed:
    'zamknięte|zamknięty|zamknięta|zamknięto|anulowane|anulowany|odrzucone|odrzucony|wycofane|закрыта|закрыто|закрыт|закрытая|отменена|отменено|отменен|отклонена|отклонено|отклонен|отозвана|в архиве|kapalı|kapandı|kapatıldı|kapatılmış|iptal|iptal edildi|reddedildi|geri çekildi|arşivlendi',
  merged:
    'połączone|scalone|duplikat|zduplikowane|объединена|объединено|объединен|дубликат|дубль|birleştirildi|mükerrer|yinelenen',
  spam: 'спам|istenmeyen|gereksiz e-posta',
  deleted: 'usunięte|usunięty|usunięta|kosz|удалена|удалено|удален|корзина|silindi|silinmiş|çöp kutusu',
};

export const furtherPriorities: Readonly<Record<(typeof priorities)[number], string>> = {
  low: 'niski|niska|niskie|низкий|низкая|низкое|düşük',
  normal: 'normalny|normalna|średni|średnia|zwykły|средний|средняя|обычный|обычная|нормальный|orta|normal',
  high: 'wysoki|wysoka|wysokie|ważny|высокий|высокая|высокое|важный|yüksek|önemli',
  urgent:
    'krytyczny|krytyczna|pilny|pilna|pilne|bardzo wysoki|критический|критичный|срочный|срочная|срочно|очень высокий|acil|kritik|çok yüksek|ivedi',
};

export const furtherTruths =
  'kyllä|ano|igen|예|네|tak|t|prawda|да|истина|evet|doğru|var|так|da|ya|betul|benar|có|đúng|ใช่|ναι|نعم';
export const furtherFalsehoods =
  'nej|nei|ei|ne|nem|아니오|아니요|nie|fałsz|нет|ложь|hayır|yanlış|yok|ні|nu|tidak|bukan|không|sai|ไม่ใช่|ไม่|όχι|لا';

export const furtherMet =
  'dotrzymane|dotrzymany|dotrzymano|spełnione|spełniony|w terminie|nieprzekroczone|соблюден|соблюдён|соблюдено|соблюдена|выполнен|выполнено|в срок|вовремя|не нарушен|не нарушено|не просрочено|не просрочена|uygun|karşılandı|sağlandı|süresinde|zamanında|süre içinde|sla içinde|ihlal yok|ihlal edilmedi';
export const furtherMissed =
  'przekroczone|przekroczony|przekroczono|niedotrzymane|niedotrzymany|niespełnione|naruszone|naruszony|po terminie|spóźnione|opóźnione|нарушен|нарушено|нарушена|просрочен|просрочено|просрочена|не соблюден|не соблюдён|не соблюдено|не соблюдена|не выполнен|с опозданием|ihlal|ihlal edildi|aşıldı|gecikti|gecikmeli|geç|karşılanmadı|sağlanamadı|süre aşımı|sla dışı|uygun değil';

/** Part of a header whose yes is the miss; folded. */
export const furtherMissHeader =
  'przekrocz|narusz|niedotrzym|po terminie|przeterminow|opozni|наруш|просроч|превыш|не соблюден|опоздан|ihlal|asildi|asimi|gecik';
