import { describe, expect, it } from 'vitest';
import { ask, HOUR, readFiles } from '../../../desk.ts';

const six = [1, 2, 3, 4, 5, 6];

describe('answers about tickets', () => {
  it.each([
    ['pl', 'Numer zgłoszenia,Ocena,Data odpowiedzi,Komentarz'],
    ['ru', 'Номер заявки,Оценка,Дата ответа,Комментарий'],
    ['tr', 'Talep No,Puan,Yanıt tarihi,Yorum'],
    ['ja', 'チケット番号,評価,回答日,コメント'],
    ['zh', '工单编号,评分,回复时间,评论'],
    ['ko', '티켓 번호,평점,응답일,의견'],
    ['sv', 'Ärendenummer,Betyg,Svarsdatum,Kommentar'],
  ])('are read in %s', async (_, header) => {
    // 2, 3, 4, 5, 1, 2 of five: two of six satisfied.
    const rows = six.map((n) => `10${n},${(n % 5) + 1},2026-03-0${n} 10:00:00,a remark of its own ${n}`);
    const { desk, sources } = await readFiles({ 'export.csv': `${[header, ...rows].join('\n')}\n` });
    const { fields } = sources[0].mappings[0];
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 2 / 6, n: 6 });
    const [ticket, , at] = header.split(',');
    expect([fields.ticket_id?.source, fields.answered_at?.source]).toEqual([ticket, at]);
  });
});

describe('messages', () => {
  it.each([
    ['pl', 'Numer zgłoszenia,Data wysłania,Autor,Typ autora,Treść', 'Klient', 'Konsultant'],
    ['ru', 'Номер заявки,Дата отправки,Автор,Роль,Сообщение', 'Клиент', 'Оператор'],
    ['tr', 'Talep No,Gönderim tarihi,Gönderen,Gönderen türü,Mesaj', 'Müşteri', 'Temsilci'],
    ['ja', 'チケット番号,送信日時,送信者,役割,メッセージ', '顧客', '担当者'],
    ['zh', '工单编号,发送时间,发送者,角色,消息内容', '客户', '客服'],
    ['ko', '티켓 번호,발송일시,발신자,역할,메시지', '고객', '상담원'],
    ['fi', 'Tikettinumero,Lähetetty,Lähettäjä,Rooli,Viesti', 'Asiakas', 'Käsittelijä'],
  ])('are read in %s', async (_, header, customer, agent) => {
    const rows = six.flatMap((n) => [
      `10${n},2026-03-0${n} 10:00:00,anna${n},${customer},hello this is broken ${n}`,
      `10${n},2026-03-0${n} 11:00:00,ines,${agent},an answer of its own ${'abcdef'[n]}`,
    ]);
    const { desk } = await readFiles({ 'export.csv': `${[header, ...rows].join('\n')}\n` });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: HOUR, n: 6 });
  });

  it('that nobody got are no answers', async () => {
    const at = (n: number, minutes: number): string =>
      new Date(Date.UTC(2026, 2, n, 10, minutes)).toISOString();
    const head = 'conversation_id,created_at,sender_type,state,is_deleted,deleted_at,body';
    const rows = six.flatMap((n) => [
      `c${n},${at(n, 0)},customer,sent,false,,hello this is broken ${n}`,
      `c${n},${at(n, 5)},agent,draft,false,,half a reply ${n}`,
      `c${n},${at(n, 6)},agent,failed,false,,never arrived ${n}`,
      `c${n},${at(n, 7)},agent,sent,true,,a wrong reply ${n}`,
      `c${n},${at(n, 8)},agent,sent,false,${at(n, 9)},another one ${n}`,
      `c${n},${at(n, 60)},agent,sent,false,,an answer of its own ${'abcdef'[n]}`,
    ]);
    const { desk } = await readFiles({ 'messages.csv': `${[head, ...rows].join('\n')}\n` });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: HOUR, n: 6 });
    expect(desk.problems).toContainEqual(expect.objectContaining({ code: 'rows_not_data', count: 24 }));
  });
});

it('reads stars out of how many', async () => {
  const written = ['5 out of 5 stars', '4 von 5 Sternen', '3 étoiles sur 5', '5 de 5 estrellas', '1/5 stars'];
  const rows = written.map((cell, i) => `R${i},2026-03-0${i + 1},${cell}`);
  const { desk } = await readFiles({ 'reviews.csv': `Review ID,Date,Rating\n${rows.join('\n')}\n` });
  expect(ask(desk, 'csat')[0]).toMatchObject({ value: 0.6, n: 5 });
});
