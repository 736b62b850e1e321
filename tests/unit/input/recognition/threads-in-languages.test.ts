import { describe, expect, it } from 'vitest';
import { tenuresOf } from '../../../../src/analysis/metrics/customer-tenures.ts';
import { ask, HOUR, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');
const twelve = Array.from({ length: 12 }, (_, index) => index + 1);

describe('messages that a desk of another language lists', () => {
  // Asked at 08:00, answered at 10:00, on twelve days.
  it.each([
    ['Ticketnummer;Zeitpunkt;Absendertyp;Nachricht', 'Kunde', 'Mitarbeiterin', '.'],
    ["N° ticket;Date d'envoi;Type d'auteur;Message", 'Demandeur', 'Technicien', '/'],
    ['Número de ticket;Fecha de envío;Tipo de remitente;Mensaje', 'Usuaria', 'Agente', '/'],
    ['Número do chamado;Data/Hora;Tipo de remetente;Mensagem', 'Solicitante', 'Analista', '/'],
    ['ID ticket;Data invio;Tipo mittente;Testo', 'Utente', 'Operatore', '/'],
    ['Ticketnummer;Verzonden op;Afzendertype;Bericht', 'Klant', 'Medewerker', '-'],
    ['টিকিট নম্বর;সময়;প্রেরকের ধরন;বার্তা', 'গ্রাহক', 'প্রতিনিধি', '/'],
    ['टिकट संख्या;भेजने का समय;प्रेषक का प्रकार;संदेश', 'ग्राहक', 'एजेंट', '/'],
    ['ticket;date;is_staff;body', 'False', 'True', '/'],
    ['Ticket #;Date;Direction;Body', 'Inbound', 'Outbound', '/'],
    ['case_id;sent;sent_by_customer;text', '1', '0', '/'],
  ])('%s', async (head, customer, agent, dot) => {
    const rows = twelve.flatMap((k) => {
      const day = [two(k), '05', '2026'].join(dot);
      return [
        `${k};${day} 08:00;${customer};where is my parcel number ${k} please`,
        `${k};${day} 10:00;${agent};we have sent it to you again today ${k}`,
      ];
    });
    const { desk } = await readFiles({ 'export.csv': `${head}\n${rows.join('\n')}\n` });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 2 * HOUR, n: 12 });
  });

  it('nested below a ticket, with "at" and the kind of its author', async () => {
    const tickets = twelve.map((k) => ({
      ticket_id: k,
      messages: [
        {
          at: `2026-05-${two(k)}T08:00:00Z`,
          author: { id: `u${k}`, kind: 'end_user' },
          body: `where is parcel ${k}`,
        },
        {
          at: `2026-05-${two(k)}T10:00:00Z`,
          author: { id: 'a1', kind: 'teammate' },
          body: `sent again today ${k}`,
        },
      ],
    }));
    const { desk } = await readFiles({ 'export.json': JSON.stringify(tickets) });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 2 * HOUR, n: 12 });
  });
});

describe('messages of which an export tells who and when, but not what', () => {
  // Asked at 08:00, answered at 10:00, on twelve days.
  it.each([
    ['ticket_id;created_at;author_role;author', 'customer', 'agent'],
    ['Ticketnummer;Zeitpunkt;Absendertyp;Absender', 'Kunde', 'Mitarbeiterin'],
    ["N° ticket;Date d'envoi;Type d'auteur;Auteur", 'Demandeur', 'Technicien'],
    ['Número de ticket;Fecha de envío;Tipo de remitente;Remitente', 'Usuaria', 'Agente'],
    ['Número do chamado;Data/Hora;Tipo de remetente;Remetente', 'Solicitante', 'Analista'],
    ['ID ticket;Data invio;Tipo mittente;Mittente', 'Utente', 'Operatore'],
    ['Ticketnummer;Verzonden op;Afzendertype;Afzender', 'Klant', 'Medewerker'],
    ['টিকিট নম্বর;সময়;প্রেরকের ধরন;প্রেরক', 'গ্রাহক', 'প্রতিনিধি'],
    ['टिकट संख्या;भेजने का समय;प्रेषक का प्रकार;प्रेषक', 'ग्राहक', 'एजेंट'],
    ['Ticket #;Date;Direction', 'Inbound', 'Outbound'],
    ['conversation_id;created_at;is_agent;sender', 'false', 'true'],
  ])('%s', async (head, customer, agent) => {
    const rows = twelve.flatMap((k) => {
      const day = `2026-05-${two(k)}`;
      return [`${k};${day} 08:00;${customer};Mira ${k}`, `${k};${day} 10:00;${agent};Ben`];
    });
    const width = head.split(';').length;
    const table = [head, ...rows.map((row) => row.split(';').slice(0, width).join(';')), ''].join('\n');
    const { desk } = await readFiles({ 'export.csv': table });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 2 * HOUR, n: 12 });
    expect(desk.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('are no messages where each row tells a state: those are changes', async () => {
    const rows = twelve.flatMap((k) => [
      `${k},2026-05-${two(k)}T08:00:00Z,customer,New`,
      `${k},2026-05-${two(k)}T11:00:00Z,agent,Solved`,
    ]);
    const log = `ticket_id,at,actor_role,status\n${rows.join('\n')}\n`;
    const { desk } = await readFiles({ 'log.csv': log });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 3 * HOUR, n: 12 });
  });
});

describe('answers and customers in other words', () => {
  it.each([
    ['Horodateur', 'Conseilleriez-vous notre service à un proche ?'],
    ['Carimbo de data/hora', 'Você nos indicaria a um amigo?'],
    ['तारीख', 'क्या आप हमें अपने मित्रों को सुझाएंगे? (0-10)'],
  ])('"%s", "%s" is asked on a date, and NPS', async (when, question) => {
    // Five promoters, two passives, three detractors: 50 − 30 = 20.
    const rows = [10, 9, 8, 7, 6, 0, 10, 9, 3, 10].map((score, i) => `2026-05-${two(i + 1)} 10:00,${score}`);
    const { desk } = await readFiles({ 'form.csv': `${when},${question}\n${rows.join('\n')}\n` });
    expect(ask(desk, 'nps', { period: '2026-05' })[0]).toMatchObject({ value: 20, n: 10 });
  });

  it.each(['ग्राहक आईडी,कंपनी,शुरू होने की तारीख,रद्द होने की तारीख', 'member_no,name,joined,left'])(
    '%s is a list of customers with an end',
    async (head) => {
      const rows = twelve.map((k) => `K${k},Firm ${k},2025-01-${two(k)},${k <= 3 ? '2025-06-20' : ''}`);
      const { desk } = await readFiles(
        { 'list.csv': `${head}\n${rows.join('\n')}\n` },
        { asOf: '2025-12-31T00:00:00Z' },
      );
      expect(tenuresOf(desk)?.endless).toBeNull();
      expect(ask(desk, 'retention_rate', { period: '2025-06' })[0]).toMatchObject({ value: 0.75, n: 12 });
    },
  );
});
