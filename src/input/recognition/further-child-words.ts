/**
 * What columns of messages and answers are called in Polish, Russian, Turkish, Chinese and Japanese, as `foldHeader` folds
 * it; tickets have theirs in `further-languages.ts`.
 */

/** The ticket that a row of another table is of. */
export const furtherTicketId =
  'numer zgloszenia|nr zgloszenia|id zgloszenia|zgloszenie|numer sprawy|nr sprawy|id sprawy|numer ticketu|id rozmowy|numer rozmowy|id konwersacji|id czatu|номер заявки|номер обращения|id заявки|id обращения|заявка|обращение|тикет|номер тикета|id тикета|номер запроса|номер инцидента|id диалога|номер диалога|id чата|номер чата|диалог|talep no|talep numarasi|talep id|bilet no|kayit no|cagri no|basvuru no|sikayet no|gorusme id|gorusme no|sohbet id|konusma id|工单编号|工单号|工单id|单号|问题单号|チケット番号|チケットid|問い合わせ番号|お問い合わせ番号|案件番号|受付番号';

export const furtherMessageWords = {
  sent_at:
    'data wyslania|wyslano|czas wyslania|data wiadomosci|data i godzina|znacznik czasu|дата отправки|время отправки|отправлено|дата сообщения|время сообщения|дата и время|дата|время|gonderim tarihi|gonderilme zamani|gonderildi|mesaj tarihi|tarih saat|tarih ve saat|zaman|发送日期|消息时间|发布时间|送信日|投稿日時|日時',
  author:
    'autor|nadawca|autor wiadomosci|od|wyslane przez|napisal|автор|отправитель|автор сообщения|от|кто написал|имя отправителя|gonderen|yazan|mesaji yazan|gonderen kisi|yazar|作者|发信人|投稿者|記入者|差出人',
  author_role:
    'rola|typ autora|typ nadawcy|rola autora|rola nadawcy|kierunek|роль|тип автора|тип отправителя|роль автора|роль отправителя|направление|rol|gonderen tipi|gonderen turu|gonderen rolu|yazan tipi|yon|角色类型|作者类型|発信者種別',
  public:
    'publiczna|publiczny|widocznosc|wewnetrzna|notatka wewnetrzna|prywatna|prywatny|wewnetrzny|публичныи|публичное|видимость|внутреннии|внутреннее|внутренняя заметка|приватныи|приватное|herkese acik|gorunurluk|dahili|dahili not|ozel|ic not|gizli|是否公开|内部备注|是否内部|公開|社内メモ|非公開',
  text: 'tresc|wiadomosc|tresc wiadomosci|tekst|текст|сообщение|текст сообщения|содержание|комментарии|mesaj|mesaj metni|metin|icerik|mesaj icerigi|正文|留言|回复内容|メッセージ内容|コメント内容',
} as const;

export const furtherSurveyWords = {
  score:
    'ocena|ocena obslugi|ocena satysfakcji|zadowolenie|satysfakcja|poziom satysfakcji|liczba gwiazdek|punktacja|punkty|оценка|оценка клиента|оценка качества|балл|баллы|реитинг|удовлетворенность|звезды|puan|puani|degerlendirme|degerlendirme puani|memnuniyet|memnuniyet puani|yildiz|oy|分数|得分|满意度|星级|服务评分|评价分数|評点|点数|満足度|評価点|スコア',
  answered_at:
    'data odpowiedzi|data oceny|odpowiedziano|data ankiety|data wypelnienia|sygnatura czasowa|дата ответа|дата оценки|дата опроса|дата заполнения|отметка времени|yanit tarihi|cevap tarihi|degerlendirme tarihi|anket tarihi|zaman damgasi|yanitlanma tarihi|回复时间|回答时间|评价时间|提交时间|评分时间|回答日|回答日時|評価日|評価日時',
  sent_at:
    'data wyslania|wyslano ankiete|дата отправки|отправлено|gonderim tarihi|gonderildi|发送日期|送信日',
  comment:
    'komentarz|uwagi|opinia|uzasadnienie|комментарии|отзыв|замечания|пожелания|yorum|yorumlar|gorus|aciklama|评价内容|留言|ご感想|感想|自由記述',
  customer:
    'klient|id klienta|numer klienta|e mail klienta|adres e mail|клиент|id клиента|номер клиента|email клиента|электронная почта|musteri|musteri no|musteri id|musteri e posta|e posta|客户邮箱|邮箱|顧客番号|メールアドレス',
  agent:
    'konsultant|agent|pracownik|obslugujacy|оператор|специалист|агент|сотрудник|temsilci|musteri temsilcisi|personel|uzman|客服人员|坐席|担当|担当者名',
} as const;
