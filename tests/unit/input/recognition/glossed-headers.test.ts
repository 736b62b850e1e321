import { describe, expect, it } from 'vitest';
import { baltic } from '../../../../src/input/recognition/baltic.ts';
import { bulgarian } from '../../../../src/input/recognition/bulgarian.ts';
import { catalan } from '../../../../src/input/recognition/catalan.ts';
import { croatian } from '../../../../src/input/recognition/croatian.ts';
import { glossary } from '../../../../src/input/recognition/glossary.ts';
import { headersInEnglish } from '../../../../src/input/recognition/glossed-headers.ts';
import { greek } from '../../../../src/input/recognition/greek.ts';
import { hebrew } from '../../../../src/input/recognition/hebrew.ts';
import { indonesian } from '../../../../src/input/recognition/indonesian.ts';
import { persian } from '../../../../src/input/recognition/persian.ts';
import { romanian } from '../../../../src/input/recognition/romanian.ts';
import { slovak } from '../../../../src/input/recognition/slovak.ts';
import { thai } from '../../../../src/input/recognition/thai.ts';
import { ukrainian } from '../../../../src/input/recognition/ukrainian.ts';
import { vietnamese } from '../../../../src/input/recognition/vietnamese.ts';
import { ask, HOUR, MINUTE, readFiles } from '../../../desk.ts';

const glossariesByLanguage = {
  glossary,
  slovak,
  croatian,
  ukrainian,
  romanian,
  indonesian,
  vietnamese,
  thai,
  greek,
  hebrew,
  persian,
  catalan,
  bulgarian,
  baltic,
};

const two = (n: number) => String(n).padStart(2, '0');
/** Twenty tickets a day apart: 18 answered after 10, 20 … minutes, 16 solved after 1, 2 … hours, two pending, two open. */
const tickets = Array.from({ length: 20 }, (_, k) => {
  const at = Date.UTC(2026, 2, 2 + k, 8);
  const state = k < 16 ? (k % 2 === 0 ? 0 : 1) : k < 18 ? 2 : 3;
  return {
    k,
    at,
    answered: k < 18 ? at + (k + 1) * 10 * MINUTE : null,
    solved: k < 16 ? at + (k + 1) * HOUR : null,
    state,
  };
});

type Written = (d: Date) => string;
const iso: Written = (d) => d.toISOString().slice(0, 16).replace('T', ' ');
const dots: Written = (d) =>
  `${two(d.getUTCDate())}.${two(d.getUTCMonth() + 1)}.${d.getUTCFullYear()} ${iso(d).slice(11)}`;
const dashes: Written = (d) => dots(d).replaceAll('.', '-');
const slashes: Written = (d) => dots(d).replaceAll('.', '/');
const hungarian: Written = (d) => `${iso(d).slice(0, 10).replaceAll('-', '. ')}. ${iso(d).slice(11)}`;
const korean: Written = (d) =>
  `${d.getUTCFullYear()}년 ${d.getUTCMonth() + 1}월 ${d.getUTCDate()}일 ${d.getUTCHours() < 12 ? '오전' : '오후'} ${d.getUTCHours() % 12 || 12}:${two(d.getUTCMinutes())}`;

describe('lists of tickets in further languages', () => {
  it.each<[string, string, Written, readonly string[], readonly string[]]>([
    [
      'Swedish',
      'Ärendenummer;Skapad;Första svar;Löst;Status;Prioritet;Kund;Handläggare',
      iso,
      ['Löst', 'Stängd', 'Väntar på kund', 'Öppen'],
      ['Låg', 'Medel', 'Hög'],
    ],
    [
      'Danish',
      'Sagsnummer;Oprettet;Første svar;Løst;Status;Prioritet;Kunde;Sagsbehandler',
      dots,
      ['Løst', 'Lukket', 'Afventer kunde', 'Åben'],
      ['Lav', 'Normal', 'Høj'],
    ],
    [
      'Norwegian',
      'Saksnummer;Opprettet;Første svar;Løst;Status;Prioritet;Kunde;Saksbehandler',
      dots,
      ['Løst', 'Lukket', 'Venter på kunde', 'Under behandling'],
      ['Lav', 'Normal', 'Høy'],
    ],
    [
      'Finnish',
      'Tukipyynnön numero;Luotu;Ensimmäinen vastaus;Ratkaistu;Tila;Prioriteetti;Asiakas;Käsittelijä',
      dots,
      ['Ratkaistu', 'Suljettu', 'Odottaa asiakasta', 'Avoin'],
      ['Matala', 'Normaali', 'Korkea'],
    ],
    [
      'Czech',
      'Číslo požadavku;Vytvořeno;První odpověď;Vyřešeno;Stav;Priorita;Žadatel;Řešitel',
      dots,
      ['Vyřešeno', 'Uzavřeno', 'Čeká na zákazníka', 'Otevřeno'],
      ['Nízká', 'Střední', 'Vysoká'],
    ],
    [
      'Hungarian',
      'Jegyszám;Bejelentés ideje;Első válasz ideje;Megoldás ideje;Állapot;Prioritás;Ügyfél;Ügyintéző',
      hungarian,
      ['Megoldva', 'Lezárva', 'Ügyfélre vár', 'Folyamatban'],
      ['Alacsony', 'Közepes', 'Magas'],
    ],
    [
      'Korean',
      '접수번호;접수일시;최초응답일시;완료일시;처리상태;우선순위;고객명;담당자',
      korean,
      ['처리완료', '종료', '고객대기', '처리중'],
      ['낮음', '보통', '높음'],
    ],
    [
      'Arabic',
      'رقم التذكرة;تاريخ الإنشاء;تاريخ أول رد;تاريخ الحل;الحالة;الأولوية;العميل;الموظف',
      iso,
      ['تم الحل', 'مغلقة', 'بانتظار رد العميل', 'قيد المعالجة'],
      ['منخفضة', 'متوسطة', 'عالية'],
    ],
    [
      'Arabic without articles and with plain letters',
      'رقم الطلب;تاريخ الانشاء;اول رد;تاريخ الحل;حالة الطلب;الاولويه;اسم العميل;مسؤول',
      iso,
      ['تم الحل', 'مغلق', 'معلق', 'مفتوح'],
      ['منخفض', 'متوسط', 'عالي'],
    ],
    [
      'traditional Chinese',
      '案件編號;建立時間;首次回覆時間;解決時間;狀態;優先順序;客戶;處理人員',
      iso,
      ['已解決', '已結案', '等待客戶回覆', '處理中'],
      ['低', '中', '高'],
    ],
    [
      'Ukrainian',
      'Номер звернення;Дата створення;Перша відповідь;Дата вирішення;Статус;Пріоритет;Клієнт;Виконавець',
      dots,
      ['Вирішено', 'Закрито', 'Очікує відповіді клієнта', 'В роботі'],
      ['Низький', 'Середній', 'Високий'],
    ],
    [
      'Romanian',
      'Număr tichet;Data deschiderii;Primul răspuns;Data rezolvării;Stare;Prioritate;Client;Responsabil',
      dots,
      ['Rezolvat', 'Închis', 'În așteptare client', 'În lucru'],
      ['Scăzută', 'Medie', 'Ridicată'],
    ],
    [
      'Romanian without marks',
      'Nr tichet;Data inregistrarii;Primul raspuns la;Data solutionarii;Stadiu;Urgenta;Solicitant;Operator',
      dots,
      ['Solutionat', 'Inchisa', 'Asteapta client', 'In curs de rezolvare'],
      ['Scazuta', 'Medie', 'Ridicata'],
    ],
    [
      'Indonesian',
      'No Tiket;Tanggal Masuk;Tanggal Respon Pertama;Tanggal Selesai;Status;Prioritas;Pelanggan;Petugas',
      dashes,
      ['Selesai', 'Ditutup', 'Menunggu pelanggan', 'Sedang diproses'],
      ['Rendah', 'Sedang', 'Tinggi'],
    ],
    [
      'Vietnamese',
      'Mã phiếu;Ngày tạo;Phản hồi đầu tiên;Ngày hoàn thành;Trạng thái;Mức độ ưu tiên;Khách hàng;Nhân viên xử lý',
      slashes,
      ['Đã giải quyết', 'Đã đóng', 'Chờ khách hàng', 'Đang xử lý'],
      ['Thấp', 'Trung bình', 'Cao'],
    ],
    [
      'Thai',
      'เลขที่ใบงาน;วันที่แจ้ง;ตอบกลับครั้งแรก;วันที่แก้ไขเสร็จ;สถานะ;ความสำคัญ;ลูกค้า;ผู้รับผิดชอบ',
      slashes,
      ['แก้ไขแล้ว', 'ปิดงาน', 'รอลูกค้า', 'กำลังดำเนินการ'],
      ['ต่ำ', 'ปานกลาง', 'สูง'],
    ],
    [
      'Slovak',
      'Číslo požiadavky;Dátum vytvorenia;Prvá odpoveď;Vyriešené;Stav;Priorita;Zákazník;Riešiteľ',
      dots,
      ['Vyriešené', 'Uzavreté', 'Čaká na zákazníka', 'V riešení'],
      ['Nízka', 'Stredná', 'Vysoká'],
    ],
    [
      'Croatian',
      'Broj zahtjeva;Datum otvaranja;Prvi odgovor;Datum rješavanja;Status;Hitnost;Korisnik;Djelatnik',
      dots,
      ['Riješeno', 'Zatvoreno', 'Čeka odgovor', 'U obradi'],
      ['Nizak', 'Srednji', 'Visok'],
    ],
    [
      'Serbian without marks',
      'Broj zahteva;Datum prijave;Prvi odgovor;Datum resavanja;Stanje;Prioritet zahteva;Klijent;Izvrsilac',
      dots,
      ['Reseno', 'Zatvoren', 'Ceka odgovor', 'U toku'],
      ['Nizak', 'Srednji', 'Visok'],
    ],
    [
      'Greek in capitals',
      'ΑΡΙΘΜΟΣ ΑΙΤΗΜΑΤΟΣ;ΗΜΕΡΟΜΗΝΙΑ ΥΠΟΒΟΛΗΣ;ΠΡΩΤΗ ΑΠΑΝΤΗΣΗ;ΗΜΕΡΟΜΗΝΙΑ ΕΠΙΛΥΣΗΣ;ΚΑΤΑΣΤΑΣΗ;ΠΡΟΤΕΡΑΙΟΤΗΤΑ;ΠΕΛΑΤΗΣ;ΥΠΕΥΘΥΝΟΣ',
      slashes,
      ['ΕΠΙΛΥΘΗΚΕ', 'Έκλεισε', 'Σε αναμονή πελάτη', 'Σε εξέλιξη'],
      ['Χαμηλή', 'Μεσαία', 'Υψηλή'],
    ],
    [
      'Hebrew',
      'מספר פנייה;תאריך פתיחה;מענה ראשון;תאריך פתרון;סטטוס;דחיפות;לקוח;נציג מטפל',
      slashes,
      ['נפתר', 'סגורה', 'ממתין לתשובת לקוח', 'בטיפול'],
      ['נמוכה', 'בינונית', 'גבוהה'],
    ],
    [
      'Hebrew with articles, abbreviations and other spellings',
      "מס' הפניה;תאריך ושעת הפתיחה;זמן מענה ראשון בפועל;מועד הפתרון;סטטוס הפנייה;עדיפות;שם הלקוח;שם הנציג",
      dots,
      ['טופל', 'נסגר', 'ממתין לתגובת הלקוח', 'פתוחה'],
      ['נמוך', 'רגיל', 'גבוה'],
    ],
    [
      'Persian',
      'شماره تیکت;تاریخ ایجاد;اولین پاسخ;تاریخ حل;وضعیت;اولویت;نام مشتری;کارشناس',
      iso,
      ['حل شده', 'بسته شده', 'در انتظار پاسخ مشتری', 'در حال بررسی'],
      ['کم', 'متوسط', 'زیاد'],
    ],
    [
      'Catalan',
      'Número de tiquet;Data de creació;Primera resposta;Data de resolució;Estat;Prioritat;Usuari;Tècnic',
      slashes,
      ['Resolt', 'Tancat', 'Pendent del client', 'En curs'],
      ['Baixa', 'Mitjana', 'Alta'],
    ],
    [
      'Bulgarian',
      'Номер на заявка;Дата на създаване;Първи отговор;Дата на решаване;Статус;Спешност;Клиент;Отговорник',
      dots,
      ['Решена', 'Затворена', 'Чака отговор', 'В процес на работа'],
      ['Ниска', 'Средна', 'Висока'],
    ],
    [
      'Lithuanian',
      'Užklausos nr.;Sukurta;Pirmas atsakymas;Išspręsta;Būsena;Prioritetas;Klientas;Atsakingas',
      iso,
      ['Išspręsta', 'Uždaryta', 'Laukiama kliento', 'Vykdoma'],
      ['Žemas', 'Vidutinis', 'Aukštas'],
    ],
    [
      'Latvian without marks',
      'Pieteikuma numurs;Izveides datums;Pirma atbilde;Atrisinasanas datums;Statuss;Prioritate;Klients;Atbildigais',
      dots,
      ['Atrisinats', 'Slegts', 'Gaida klientu', 'Apstrade'],
      ['Zems', 'Videjs', 'Augsts'],
    ],
    [
      'Estonian',
      'Pöördumise number;Loodud;Esimene vastus;Lahendatud;Olek;Prioriteet;Pöörduja;Lahendaja',
      dots,
      ['Lahendatud', 'Suletud', 'Ootab kliendi vastust', 'Töös'],
      ['Madal', 'Keskmine', 'Kõrge'],
    ],
  ])('%s', async (_, header, written, states, priorities) => {
    const stamp = (at: number | null) => (at === null ? '' : written(new Date(at)));
    const rows = tickets.map(({ k, at, answered, solved, state }) =>
      [
        k,
        stamp(at),
        stamp(answered),
        stamp(solved),
        states[state],
        priorities[k % 3],
        `k${k % 7}@example.com`,
        'A',
      ].join(';'),
    );
    const { desk } = await readFiles({ 't.csv': `${header}\n${rows.join('\n')}\n` });
    // 10 … 180 minutes, 1 … 16 hours; four have no end, two of them no answer.
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 95 * MINUTE, n: 18 });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 8.5 * HOUR, n: 16 });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 4 });
    expect(ask(desk, 'unanswered')[0]).toMatchObject({ value: 2 });
    const priority = desk.tickets.columns.priority;
    expect(priority?.type === 'code' && priority.names.find('high')).toBeGreaterThan(0);
    expect(desk.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });
});

describe('other tables in further languages', () => {
  it('are histories', async () => {
    const rows = tickets.flatMap(({ k, at, solved }) => [
      `${k};${iso(new Date(at))};Ny;Öppen`,
      ...(solved === null ? [] : [`${k};${iso(new Date(solved))};Öppen;Löst`]),
    ]);
    const { desk } = await readFiles({
      'e.csv': `Ärendenummer;Tidpunkt;Gammal status;Ny status\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 8.5 * HOUR, n: 16 });
  });

  it('are messages with roles', async () => {
    const rows = tickets.flatMap(({ k, at, answered }) => [
      `${k};Asiakas;${iso(new Date(at))};Apua ${k} kiitos`,
      ...(answered === null ? [] : [`${k};Käsittelijä;${iso(new Date(answered))};Kokeile ${k} näin`]),
    ]);
    const { desk } = await readFiles({
      'm.csv': `Tiketin numero;Lähettäjä;Lähetysaika;Viesti\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 95 * MINUTE, n: 18 });
  });

  it('are customers', async () => {
    const rows = tickets.map(({ k }) => `K${k};2025-0${1 + (k % 5)}-01;${k < 5 ? '2025-12-15' : ''}`);
    const { desk } = await readFiles({ 'c.csv': `Kundenr;Kunde siden;Opsagt\n${rows.join('\n')}\n` });
    expect(desk.customers?.rows).toBe(20);
    expect(desk.customers?.columns.ended_at).toBeDefined();
  });
});

describe('headersInEnglish', () => {
  const english = (columns: readonly string[]) => columns.map(headersInEnglish(columns));

  it('leaves brackets, zones and other words as they are', () => {
    expect(english(['Ärendenummer', 'Skapad (UTC)', 'Lösningstid [timmar]', 'SLA'])).toEqual([
      'ticket number',
      'created at (UTC)',
      'resolution time [hours]',
      'SLA',
    ]);
  });

  it('takes Korean words apart', () => {
    expect(english(['접수번호', '최초응답시간(분)'])).toEqual([
      'ticket number',
      'first response time(minutes)',
    ]);
  });

  it('touches no table in another language, and none for the sake of one word', () => {
    for (const columns of [
      ['Ticket ID', 'Created', 'Lost', 'Team', 'Agent'],
      ['Ticketnummer', 'Titel', 'Kunde', 'Frist', 'Status'],
      ['Ticket ID', 'Created', 'Ärende'],
    ])
      expect(english(columns)).toEqual(columns);
  });

  it.each(Object.entries(glossariesByLanguage))(
    'knows every phrase once, in small letters: %s',
    (_, lists) => {
      const seen = new Map<string, string>();
      for (const [meaning, phrases] of Object.entries(lists))
        for (const phrase of phrases.split('|')) {
          expect(phrase).toBe(phrase.toLowerCase().normalize('NFC').trim());
          expect(seen.get(phrase) ?? meaning, phrase).toBe(meaning);
          seen.set(phrase, meaning);
        }
    },
  );
});
