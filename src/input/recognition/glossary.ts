import type { AuthorRole, priorities, Status } from '../../model/fields.ts';

/**
 * What exports in Swedish, Danish, Norwegian, Finnish, Czech, Hungarian and Korean call what others call in English, in
 * small letters, as it is written: `löst` is solved, and `lost` is another word. Seen in the translations of OTRS and
 * OTOBO (Kernel/Language), vtiger (HelpDesk), Paymenter, Blesta and Group-Office (lang), and in the exports that their users
 * publish. Headers are turned into English before they are looked at, so that one list of each language does for all kinds
 * of tables.
 */
export const glossary: Readonly<Record<string, string>> = {
  ticket:
    'ärende|ärendet|arende|ärenden|sag|sagen|sager|henvendelse|henvendelser|sak|saken|saker|sakene|henvendelsen|tukipyyntö|tukipyynnön|tukipyynnöt|palvelupyyntö|palvelupyynnön|palvelupyynnöt|tapaus|tapauksen|tapaukset|tiketti|tiketin|tiketit|požadavek|požadavku|požadavky|tiket|tiketu|tikety|hlášení|hibajegy|hibajegyek|jegy|jegyek|bejelentés|bejelentések|티켓|문의|접수|요청|민원|상담',
  'ticket number':
    'ärendenummer|arendenummer|ärendenr|ärende-id|ärendeid|sagsnummer|sagsnr|sags-id|saksnummer|saksnr|saks-id|tapausnumero|tikettinumero|tukipyyntönumero|tunniste|tunnus|číslo|číslo požadavku|číslo tiketu|jegyszám|jegyazonosító|azonosító|bejelentés száma|접수번호|티켓번호|문의번호|요청번호|상담번호|관리번호|번호|고유번호|티켓 번호|문의 번호|접수 번호',
  number: 'nummer|numero|száma|szám',
  'created at':
    'skapad|skapat|skapades|skapad den|inkommen|inkommet|inkom|registrerad|registrerat|anmäld|anmält|öppnad|öppnat|oprettet|oprettet den|modtaget|indsendt|åbnet|opprettet|mottatt|innmeldt|meldt inn|åpnet|luotu|vastaanotettu|saapunut|avattu|kirjattu|vytvořeno|vytvořen|založeno|založen|přijato|nahlášeno|otevřeno|létrehozva|létrehozás|bejelentve|beérkezett|megnyitva|rögzítve|접수일시|접수일|접수일자|접수 일시|접수시간|생성일시|생성일|생성일자|생성 시간|생성시간|등록일시|등록일|등록일자|문의일시|문의일|요청일시|요청일|작성일|작성일시',
  'creation date':
    'skapad datum|skapandedatum|skapelsedatum|ankomstdatum|registreringsdatum|anmälningsdatum|öppningsdatum|oprettelsesdato|modtagelsesdato|oprettelsestidspunkt|opprettelsesdato|opprettet dato|mottaksdato|luontipäivä|luontiaika|luontipvm|saapumisaika|saapumispäivä|avauspäivä|avausaika|kirjauspäivä|datum vytvoření|vytvořeno dne|datum založení|čas vytvoření|datum přijetí|datum nahlášení|datum otevření|létrehozás dátuma|létrehozás ideje|bejelentés dátuma|bejelentés ideje|beérkezés dátuma|beérkezés ideje|megnyitás dátuma',
  'first response at':
    'första svar|första svaret|först besvarad|första svarsdatum|första respons|første svar|første svar den|første respons|først besvaret|først besvart|ensimmäinen vastaus|ensivastaus|ensimmäisen vastauksen aika|první odpověď|datum první odpovědi|první reakce|čas první odpovědi|első válasz|első válasz ideje|első válasz dátuma|첫응답|최초응답|첫 응답|최초 응답|첫답변|최초답변|최초답변일시|최초응답일시|첫 답변 일시|최초 답변 일시|최초 응답 일시|첫 응답 일시|답변일시|답변일',
  'solved at':
    'löst|lösta|löst den|löst datum|lösningsdatum|åtgärdad|åtgärdat|åtgärdsdatum|färdig|slutförd|klar|löst|løst|løst den|løsningsdato|afsluttet|afsluttet den|færdig|løsningstidspunkt|ferdigstilt|ratkaistu|ratkaisuaika|ratkaisupäivä|ratkaisupvm|valmis|valmistunut|valmistumisaika|vyřešeno|vyřešen|datum vyřešení|datum řešení|čas vyřešení|dokončeno|datum dokončení|megoldva|megoldás dátuma|megoldás ideje|megoldási dátum|elvégezve|해결일시|해결일|해결일자|해결 일시|완료일시|완료일|완료일자|완료 일시|완료시간|처리일시|처리일|처리완료일|처리완료일시|처리일자',
  'closed at':
    'stängd|stängt|stängdes|stängd den|stängningsdatum|avslutad|avslutat|avslutsdatum|lukket|lukket den|lukkedato|lukketidspunkt|afslutningsdato|avsluttet|avsluttet den|lukkedato|suljettu|sulkemisaika|sulkemispäivä|sulkupäivä|uzavřeno|uzavřen|datum uzavření|čas uzavření|ukončeno|datum ukončení|lezárva|lezárás dátuma|lezárás ideje|lezárt|종료일시|종료일|종료일자|마감일시|종결일시|종결일',
  'updated at':
    'uppdaterad|uppdaterat|senast uppdaterad|senast ändrad|ändrad|ändrat|senaste aktivitet|opdateret|sidst opdateret|senest opdateret|ændret|sidst ændret|oppdatert|sist oppdatert|endret|sist endret|päivitetty|viimeksi päivitetty|muokattu|viimeisin tapahtuma|aktualizováno|poslední aktualizace|změněno|poslední změna|frissítve|utolsó frissítés|módosítva|utolsó módosítás|수정일시|수정일|변경일시|업데이트|최종수정일|최종 수정일|갱신일시',
  'due date':
    'förfallodatum|förfaller|sista datum|slutdatum sla|forfaldsdato|frist|forfallsdato|eräpäivä|määräaika|termín|termín řešení|termín splnění|határidő|esedékesség|기한|처리기한|마감일|마감기한|예정일',
  status:
    'ärendestatus|sagsstatus|saksstatus|tila|tilanne|stav|stav požadavku|stav tiketu|állapot|státusz|상태|처리상태|진행상태|처리 상태|진행 상태|진행상황|접수상태',
  priority:
    'prioritet|ärendeprioritet|prioriteetti|kiireellisyys|tärkeys|priorita|naléhavost|důležitost|prioritás|sürgősség|우선순위|우선 순위|긴급도|중요도',
  channel:
    'kontaktväg|inkanal|ärendekanal|kontaktkanal|kanava|yhteydenottotapa|kanál|zdroj|csatorna|채널|접수채널|접수경로|문의채널|유입경로|접수방법',
  category:
    'ärendetyp|kategori|ärendekategori|sagstype|sakstype|kategoria|luokka|tyyppi|kategorie|typ požadavku|kategória|típus|jegytípus|유형|문의유형|분류|카테고리|구분|종류|문의구분|상담유형',
  tags: 'taggar|etiketter|tunnisteet|štítky|címkék|태그',
  language: 'språk|sprog|kieli|jazyk|nyelv|언어',
  requester:
    'anmälare|beställare|inskickad av|skapad av|anmelder|indsender|oprettet af|melder|innsender|innmelder|opprettet av|ilmoittaja|pyytäjä|žadatel|zadavatel|nahlásil|bejelentő|igénylő|kérelmező|요청자|접수자|신청자|문의자|민원인|작성자',
  customer:
    'kund|kunden|kunder|kundnamn|kundens namn|kunde|kunder|kundenavn|asiakas|asiakkaan nimi|zákazník|zákazníci|jméno zákazníka|klient|ügyfél|ügyfelek|ügyfél neve|고객|고객명|고객이름|이용자',
  'customer id':
    'kundnummer|kundnr|kund-id|kundid|kundenummer|kundenr|kunde-id|asiakasnumero|asiakasnro|asiakastunnus|číslo zákazníka|ügyfélszám|ügyfélazonosító|고객번호|고객id|고객 id|고객 번호|회원번호|회원id',
  'customer email':
    'e-post|epost|e-postadress|kundens e-post|e-mailadresse|e-postadresse|sähköposti|sähköpostiosoite|e-mail zákazníka|e-mail cím|email cím|이메일|이메일주소|고객이메일|고객 이메일|메일',
  company:
    'företag|organisation|bolag|virksomhed|firma|selskap|bedrift|organisasjon|yritys|organisaatio|společnost|organizace|cég|cégnév|szervezet|회사|회사명|업체|업체명|기관|소속',
  assignee:
    'handläggare|tilldelad|tilldelad till|tilldelat|ansvarig|ägare|ärendeägare|agent|sagsbehandler|tildelt|tildelt til|ansvarlig|ejer|saksbehandler|eier|käsittelijä|vastuuhenkilö|omistaja|vastuullinen|řešitel|přiřazeno|přiřazen|odpovědná osoba|vlastník|operátor|felelős|ügyintéző|hozzárendelve|tulajdonos|munkatárs|담당자|처리자|상담원|상담사|담당 상담원|배정자|담당직원|처리담당자',
  group:
    'grupp|team|kö|avdelning|gruppe|hold|afdeling|avdeling|kø|ryhmä|tiimi|jono|osasto|skupina|tým|fronta|oddělení|csoport|csapat|sor|osztály|그룹|팀|부서|담당부서|처리부서|담당팀|대기열|처리팀',
  subject:
    'ämne|rubrik|titel|rubrikrad|emne|overskrift|tittel|aihe|otsikko|předmět|název|nadpis|tárgy|cím|megnevezés|제목|문의제목|건명',
  description:
    'beskrivning|ärendebeskrivning|beskrivelse|kuvaus|viestin sisältö|popis|leírás|내용|문의내용|설명|상세내용|요청내용|상담내용',
  'message text': 'meddelande|besked|melding|viesti|zpráva|üzenet|메시지|대화내용',
  comment:
    'kommentarer|bemærkning|bemærkninger|merknad|kommentti|palaute|avoin palaute|komentář|poznámka|megjegyzés|hozzászólás|코멘트|의견|기타의견|건의사항',
  sender:
    'avsändare|afsender|avsender|lähettäjä|viestin lähettäjä|odesílatel|feladó|küldő|보낸사람|발신자|발신인',
  'author role':
    'avsändartyp|avsändarroll|afsendertype|afsenderrolle|avsendertype|avsenderrolle|rooli|lähettäjän rooli|lähettäjän tyyppi|role odesílatele|typ odesílatele|szerepkör|feladó típusa|feladó szerepe|역할|발신자 유형|발신자유형|작성자 유형|작성자유형',
  'sent at':
    'skickat|skickad|skickat den|sendt|sendt den|lähetetty|lähetysaika|odesláno|datum odeslání|elküldve|küldés ideje|발송일시|전송일시|보낸시간|발신일시',
  'customer satisfaction':
    'kundnöjdhet|nöjdhet|kundetilfredshed|tilfredshed|kundetilfredshet|tilfredshet|asiakastyytyväisyys|tyytyväisyys|spokojenost|spokojenost zákazníka|elégedettség|ügyfél-elégedettség|ügyfélelégedettség|만족도|고객만족도|고객 만족도',
  rating:
    'betyg|omdöme|karakter|vurdering|bedømmelse|arvosana|arvio|hodnocení|értékelés|pontszám|평점|평가|평가점수|별점|점수',
  'answered at':
    'svarsdatum|besvarad|besvarat|svarad|besvaret|besvart|svardato|svarsdato|vastattu|vastauspäivä|vastausaika pvm|datum odpovědi|zodpovězeno|válasz dátuma|응답일시|응답일|설문일시|응답 일시|평가일시|평가일',
  replies:
    'antal svar|antall svar|vastausten määrä|vastauksia|počet odpovědí|válaszok száma|답변수|응답수|답변 수|응답 횟수|답변횟수',
  reopens:
    'återöppningar|antal återöppningar|genåbninger|antal genåbninger|gjenåpninger|uudelleenavaukset|počet znovuotevření|újranyitások|újranyitások száma|재오픈|재오픈횟수|재접수횟수|재개횟수',
  'first response time':
    'första svarstid|tid till första svar|svarstid|första svarstiden|responstid|første svartid|første svarstid|tid til første svar|svartid|ensimmäinen vastausaika|vastausaika|ensivasteaika|aika ensimmäiseen vastaukseen|doba první odpovědi|čas do první odpovědi|doba odezvy|doba reakce|első válaszidő|válaszidő|reakcióidő|첫응답시간|최초응답시간|첫 응답 시간|최초 응답 시간|응답시간|응답 시간|첫번째 응답 시간|첫 번째 응답 시간|최초답변시간',
  'resolution time':
    'lösningstid|åtgärdstid|handläggningstid|tid till lösning|ledtid|løsningstid|sagsbehandlingstid|behandlingstid|tid til løsning|saksbehandlingstid|ratkaisuun kulunut aika|läpimenoaika|käsittelyaika|doba řešení|čas řešení|doba vyřešení|doba zpracování|megoldási idő|átfutási idő|해결시간|해결 시간|처리시간|처리 시간|처리소요시간|소요시간|해결소요시간',
  'sla met':
    'sla uppfylld|sla uppfyllt|sla hållen|inom sla|sla opfyldt|sla overholdt|inden for sla|sla oppfylt|innenfor sla|sla täyttyi|sla toteutunut|sla splněno|sla dodrženo|sla teljesült|sla준수|sla 준수|sla준수여부|sla 준수 여부|sla달성',
  'sla breached':
    'sla bruten|sla överskriden|sla brudt|sla overskredet|sla brutt|sla ylitetty|sla porušeno|sla překročeno|sla megsértve|sla위반|sla 위반|sla초과|sla 초과',
  'start date':
    'startdatum|kund sedan|startdato|kunde siden|aloituspäivä|asiakkuus alkanut|alkupäivä|datum začátku|zákazníkem od|kezdő dátum|kezdete|가입일|시작일|계약시작일',
  'cancelled at':
    'uppsagd|uppsagd den|uppsägningsdatum|opsagt|opsagt den|opsigelsesdato|oppsagt|oppsigelsesdato|irtisanottu|irtisanomispäivä|päättynyt|datum zrušení|zrušeno|ukončení smlouvy|lemondva|lemondás dátuma|felmondás dátuma|해지일|탈퇴일|해지일자',
  'end date':
    'slutdatum|slutdato|sluttdato|päättymispäivä|loppupäivä|datum konce|befejezés dátuma|záró dátum|만료일|계약종료일',
  date: 'dato|päivämäärä|pvm|dátum|날짜|일자|일시',
  'time of day': 'klockslag|klokkeslæt|klokkeslett|kellonaika|kello|idő|시각',
  reopened:
    'återöppnad|återöppnat|genåbnet|gjenåpnet|avattu uudelleen|uudelleenavattu|znovu otevřeno|újranyitva|재오픈여부',
  merged:
    'sammanslagen|sammanslaget|sammenlagt|flettet|slått sammen|yhdistetty|sloučeno|összevonva|병합|병합여부',
  'old status':
    'gammal status|tidigare status|föregående status|gammel status|tidligere status|vanha tila|edellinen tila|původní stav|předchozí stav|régi állapot|korábbi állapot|이전상태|이전 상태|변경전상태|변경 전 상태',
  'new status':
    'ny status|uusi tila|nový stav|új állapot|변경상태|변경후상태|변경 후 상태|새 상태|이후상태|이후 상태',
  timestamp:
    'tidpunkt|tidspunkt|ajankohta|időpont|tidstämpel|tidsstempel|aikaleima|časové razítko|időbélyeg|타임스탬프',
  satisfied: 'nöjd|tilfreds|fornøyd|tyytyväinen|spokojen|spokojený|spokojená|elégedett',
  recommend:
    'rekommendera|rekommenderar|anbefale|anbefaler|suositella|suosittelisit|suosittelisitko|doporučit|doporučil|doporučili|ajánlaná',
  call: 'opkald|puhelu|puhelun|hovor|hívás|통화|콜',
  'call id':
    'opkalds-id|samtals-id|samtale-id|puhelun tunnus|puhelutunnus|hovor id|hívásazonosító|통화id|통화 id|콜id',
  'call start':
    'starttid|starttidspunkt|puhelun aika|puhelun alku|začátek hovoru|hívás kezdete|통화시작|통화시작시간|통화 시작|통화일시|콜시작',
  'wait time':
    'väntetid|ventetid|odotusaika|jonotusaika|doba čekání|čekací doba|várakozási idő|대기시간|대기 시간',
  'talk time':
    'samtalstid|samtaletid|puheaika|puhelun kesto|doba hovoru|délka hovoru|beszélgetés ideje|hívás időtartama|통화시간|통화 시간',
  outcome: 'utfall|resultat|tulos|výsledek|eredmény|결과|통화결과',
  month: 'månad|måned|kuukausi|měsíc|hónap|월|접수월|요청월',
  weekday: 'veckodag|ugedag|ukedag|viikonpäivä|den v týdnu|hét napja|요일',
  quarter: 'kvartal|neljännes|vuosineljännes|čtvrtletí|negyedév|분기',
  minutes: 'minuter|minutter|minuuttia|minuutit|minuutteina|minut|minuty|perc|percben|분',
  hours: 'timmar|tim|timer|tuntia|tunnit|tunteina|hodin|hodiny|hodinách|óra|órában|시간',
  days: 'dagar|dage|dager|päivää|päivät|päivinä|dní|dny|dnech|nap|napban|일수',
  seconds: 'sekunder|sekuntia|sekunnit|sekunteina|sekund|sekundy|másodperc|másodpercben|초',
};

/** Words that stand in other languages' headers as well: beside none but these a table speaks none of these languages. */
export const shared: ReadonlySet<string> = new Set(
  'дата|час|клиент|заявка|заявки|инцидент|билет|категория|оценка|жалба|екип|тикет|tema|temats|terminas|termiņš|grupp|grup|teade|kuu|pilet|statuss|equip|resultat|starttid|starttidspunkt|kontaktkanal|kategória|kunde-id|afdeling|dátum|óra|agent|team|titel|number|nummer|numero|typ|organisation|kanál|frist|firma|status|klient|sak|kunde|kunden|kunder|melder|melding|timer|minut|minuter|sekund|dato|startdatum|tiket|priorita|numer|stav|gruppe|beskrivelse|kategorie|kategoria|kategori|operátor|sor|e-post|epost|tim|nap|idő|klar|hold|termín|opis|dni|rok|ur|ura|referent|operater|predmet|skupina|organizacija|ocena|sati|minuta|komentar|vrsta|stranka|robot|kategorija|broj|druh|zdroj|номер|год|дата|статус|тема|номер заявки|статус заявки|заявка|заявки|заявок|канал|тип|теги|автор|автор заявки|текст|роль|рейтинг|час|оператор|агент|абонент|менеджер|департамент|результат|квартал|дата регистрации|код заявки|тип заявки|мова|client|data|operator|tip|ore|minute|nota|canal|grup|nr|scor|ora|luna|mesaj|rol|companie|titlu|unit|media|label|pic|staf|insiden|nama|jam|hari|bot|rezultat|termen|obiect|serviciu|notă|creat|bulan|nilai'.split(
    '|',
  ),
);

/** Said of values, as they are written, in small letters. */
export const gloss: {
  readonly statuses: Readonly<Partial<Record<Status, string>>>;
  readonly priorities: Readonly<Record<(typeof priorities)[number], string>>;
  readonly roles: Readonly<Partial<Record<AuthorRole, string>>>;
} = {
  statuses: {
    new: 'ny|nytt|nya|otilldelad|ej påbörjad|inkommet|inkommen|nye|ikke tildelt|ikke påbegyndt|ikke påbegynt|modtaget|mottatt|uusi|uudet|vastaanotettu|ei aloitettu|nový|nová|nové|nepřiřazeno|přijato|új|nincs hozzárendelve|beérkezett|신규|접수|접수됨|접수완료|미배정|대기|신규접수|미처리',
    open: 'öppen|öppet|öppna|pågår|pågående|under arbete|under behandling|tilldelad|påbörjad|återöppnad|återöppnat|åben|åbent|åbne|i gang|igangværende|tildelt|genåbnet|åpen|åpent|åpne|pågår|pågående|gjenåpnet|avoin|avoinna|auki|käsittelyssä|käsitellään|kesken|työn alla|osoitettu|avattu uudelleen|otevřený|otevřená|otevřené|otevřeno|v řešení|v procesu|zpracovává se|přiřazeno|přiřazený|znovu otevřeno|nyitott|folyamatban|feldolgozás alatt|hozzárendelve|újranyitva|진행중|진행 중|처리중|처리 중|열림|오픈|배정|배정됨|할당됨|재오픈|검토중|처리진행중',
    pending:
      'väntar på kund|väntar på svar|väntar på kundens svar|inväntar kund|inväntar svar|väntande|väntar|afventer kunde|afventer kundesvar|afventer svar|afventer|venter på kunde|venter på svar|venter|avventer kunde|avventer svar|odottaa asiakasta|odottaa asiakkaan vastausta|odottaa vastausta|odottaa|čeká na zákazníka|čeká na odpověď|čeká se na zákazníka|čekající|čeká|ügyfélre vár|ügyfél válaszára vár|válaszra vár|függőben|várakozik|고객대기|고객 응답 대기|고객 답변 대기|응답대기|답변대기|회신대기|고객회신대기',
    on_hold:
      'pausad|parkerad|väntar på leverantör|väntar på tredje part|vilande|sat på pause|i bero|afventer leverandør|afventer tredjepart|på vent|satt på vent|venter på leverandør|venter på tredjepart|tauolla|keskeytetty|odottaa toimittajaa|pozastaveno|pozastavený|odloženo|čeká na dodavatele|felfüggesztve|beszállítóra vár|szünetel|보류|보류중|일시중지|중단|협력사대기',
    solved:
      'löst|lösta|åtgärdad|åtgärdat|klar|klart|färdig|slutförd|løst|løste|færdig|afsluttet og løst|ferdig|ferdigstilt|utført|ratkaistu|ratkaistut|valmis|tehty|hoidettu|vyřešeno|vyřešený|vyřešen|vyřešená|dokončeno|dokončený|hotovo|megoldva|megoldott|megoldódott|elvégezve|kész|befejezve|해결|해결됨|해결완료|완료|완료됨|처리완료|처리 완료|답변완료|답변 완료',
    closed:
      'stängd|stängt|stängda|avslutad|avslutat|avbruten|avvisad|makulerad|lukket|lukkede|afsluttet|annulleret|afvist|avsluttet|avbrutt|avvist|kansellert|suljettu|suljetut|peruttu|hylätty|päätetty|uzavřeno|uzavřený|uzavřená|uzavřen|zavřeno|zrušeno|zrušený|zamítnuto|lezárva|lezárt|zárt|elutasítva|törölve lezárva|visszavonva|종료|종료됨|닫힘|마감|종결|취소|취소됨|반려|철회',
    merged:
      'sammanslagen|sammanslaget|dubblett|flettet|dublet|sammenlagt|slått sammen|duplikat|yhdistetty|kaksoiskappale|sloučeno|sloučený|duplicitní|összevonva|병합|병합됨|중복',
    spam: 'skräppost|roskaposti|nevyžádaná pošta|kéretlen|스팸',
    deleted:
      'borttagen|borttaget|raderad|raderat|slettet|slettede|poistettu|smazáno|smazaný|törölve|törölt|삭제|삭제됨',
  },
  roles: {
    customer:
      'kund|kunden|anmälare|kundekontakt|asiakas|ilmoittaja|zákazník|žadatel|ügyfél|bejelentő|고객|문의자|고객님',
    agent:
      'handläggare|supportmedarbetare|sagsbehandler|medarbejder|saksbehandler|medarbeider|käsittelijä|asiakaspalvelija|řešitel|operátor|ügyintéző|munkatárs|상담원|상담사|담당자',
    bot: 'botti|챗봇|봇|자동응답',
    system: 'järjestelmä|systém|rendszer|시스템',
  },
  priorities: {
    low: 'låg|låga|lav|lavt|matala|alhainen|pieni|nízká|nízký|alacsony|낮음|하',
    normal:
      'normalt|medel|mellan|middel|middels|normaali|keskitaso|keskikokoinen|tavallinen|normální|střední|běžná|normál|közepes|보통|중|일반',
    high: 'hög|höga|høj|høy|høyt|korkea|suuri|vysoká|vysoký|magas|높음|상',
    urgent:
      'brådskande|akut|kritisk|kritiskt|haster|presserende|kiireellinen|kriittinen|erittäin korkea|naléhavá|naléhavé|kritická|kritický|urgentní|sürgős|kritikus|긴급|매우높음|매우 높음|최상|심각',
  },
};
