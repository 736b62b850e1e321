import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');
const hms = (seconds: number) => `00:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;

interface Call {
  readonly k: number;
  /** 10 to 90 seconds of nine answered calls, 300 of three that nobody answered. */
  readonly wait: number;
  readonly talk: number;
  readonly isMissed: boolean;
}

const calls: readonly Call[] = Array.from({ length: 12 }, (_, k) => {
  const isMissed = k % 4 === 3;
  return {
    k,
    isMissed,
    wait: isMissed ? 300 : 10 * (k + 1 - Math.floor(k / 4)),
    talk: isMissed ? 0 : 200 + k,
  };
});

const log = (header: string, row: (call: Call) => string): Record<string, string> => ({
  'log.csv': `${header}\n${calls.map(row).join('\n')}\n`,
});
const at = ({ k }: Call) => `2026-03-${two(k + 2)}T08:00:00Z`;
const day = ({ k }: Call) => `${two(k + 2)}.03.2026`;

describe('a log of calls', () => {
  it.each<[string, Record<string, string>]>([
    [
      'English, a flag',
      log('Call ID,Call start,Answered (Y/N),Wait time (s),Talk time (s)', (call) =>
        [call.k, at(call), call.isMissed ? 'N' : 'Y', call.wait, call.talk].join(','),
      ),
    ],
    [
      'English, nothing but how long people talked',
      log('Call ID,Call start,Wait time (s),Talk time (s)', (call) =>
        [call.k, at(call), call.wait, call.talk].join(','),
      ),
    ],
    [
      'English, ringing',
      log('Call Time,Caller ID,Status,Ringing,Talking,Totals', (call) =>
        [
          at(call),
          `+155500${call.k}`,
          call.isMissed ? 'Unanswered' : 'Answered',
          hms(call.wait),
          hms(call.talk),
          hms(300),
        ].join(),
      ),
    ],
    [
      'German',
      log('Anruf-ID;Datum;Uhrzeit;Anrufer;Wartezeit (Sek.);Gesprächsdauer (Sek.);Ergebnis', (call) =>
        [
          call.k,
          day(call),
          '08:00:00',
          `+4930${call.k}`,
          call.wait,
          call.talk,
          call.isMissed ? 'Verpasst' : 'Angenommen',
        ].join(';'),
      ),
    ],
    [
      'French',
      log("Identifiant appel;Début de l'appel;Temps d'attente;Durée de conversation;Statut", (call) =>
        [
          call.k,
          `${day(call)} 08:00`,
          hms(call.wait),
          hms(call.talk),
          call.isMissed ? 'Manqué' : 'Répondu',
        ].join(';'),
      ),
    ],
    [
      'Spanish',
      log('ID llamada;Fecha;Hora;Tiempo de espera (s);Duración de la llamada (s);Estado', (call) =>
        [call.k, day(call), '08:00', call.wait, call.talk, call.isMissed ? 'Perdida' : 'Atendida'].join(';'),
      ),
    ],
    [
      'Korean',
      log('통화ID,통화시작,대기시간(초),통화시간(초),결과', (call) =>
        [call.k, at(call), call.wait, call.talk, call.isMissed ? '부재중' : '응답'].join(),
      ),
    ],
    [
      'Danish',
      log('Opkalds-ID;Starttidspunkt;Ventetid (sek);Samtaletid (sek);Resultat', (call) =>
        [call.k, at(call), call.wait, call.talk, call.isMissed ? 'Mistet' : 'Besvaret'].join(';'),
      ),
    ],
    [
      'Russian',
      log('ID звонка;Дата;Время ожидания (сек);Длительность разговора (сек);Статус', (call) =>
        [call.k, day(call), call.wait, call.talk, call.isMissed ? 'Пропущен' : 'Принят'].join(';'),
      ),
    ],
  ])(
    '%s: the wait of an answered call is its first response, that of a missed one none',
    async (_, files) => {
      const { desk } = await readFiles(files);
      expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 50_000, n: 9 });
      expect(ask(desk, 'created')[0]).toMatchObject({ value: 12 });
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: null });
      expect(desk.problems.find(({ code }) => code === 'calls_not_answered')).toMatchObject({ count: 3 });
    },
  );

  it('counts missed calls as closed unanswered, and no hanging up as a solve', async () => {
    const { desk } = await readFiles(
      log('call id,direction,started at,answered at,ended at,status', (call) => {
        const start = Date.parse(at(call));
        const stamp = (seconds: number) => new Date(start + seconds * 1000).toISOString();
        const answered = call.isMissed ? '' : stamp(call.wait);
        return [
          call.k,
          'inbound',
          at(call),
          answered,
          stamp(call.wait + call.talk),
          call.isMissed ? 'missed' : 'answered',
        ].join();
      }),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 50_000, n: 9 });
    expect(ask(desk, 'closed_unanswered')[0]).toMatchObject({ value: 3 });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 0 });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: null });
  });

  it('does not choose between the time in a queue and the ringing that follows', async () => {
    const { desk } = await readFiles(
      log('Call ID,Call start,Queue time (s),Ring time (s),Talk time (s),Hold time (s),Result', (call) =>
        [call.k, at(call), call.wait, 8, call.talk, 15, call.isMissed ? 'Abandoned' : 'Answered'].join(),
      ),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: null });
    expect(ask(desk, 'on_hold_time.p50')[0]).toMatchObject({ value: null });
    expect(desk.problems.find(({ code }) => code === 'field_ambiguous')?.args.candidates).toEqual([
      '"Queue time (s)"',
      '"Ring time (s)"',
    ]);
  });

  it.each([
    'Call ID,Call start,Answered,Wait time (s),Talk time (s)',
    'Call ID,Call start,Outcome,Wait time (s),Talk time (s)',
  ])('answers at once where nobody waited: %s', async (header) => {
    const words = header.includes('Outcome') ? ['Answered', 'Missed'] : ['Yes', 'No'];
    // Nine answered calls, of which those with an even number did not wait: five noughts.
    const { desk } = await readFiles(
      log(header, (call) =>
        [
          call.k,
          at(call),
          words[call.isMissed ? 1 : 0],
          call.isMissed || call.k % 2 === 0 ? 0 : 30,
          call.talk,
        ].join(),
      ),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 0, n: 9 });
  });

  it('knows who was answered where no wait was recorded', async () => {
    const { desk } = await readFiles(
      log('calldate,clid,src,dst,duration,billsec,disposition,uniqueid', (call) =>
        [
          at(call),
          '"Kim" <555>',
          555,
          100,
          100,
          call.talk,
          call.isMissed ? 'NO ANSWER' : 'ANSWERED',
          `17.${call.k}`,
        ].join(),
      ),
    );
    expect(ask(desk, 'created')[0]).toMatchObject({ value: 12 });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: null });
    expect(ask(desk, 'closed_unanswered')[0]).toMatchObject({ value: 3 });
  });

  it('is no list of tickets that waited', async () => {
    const { desk } = await readFiles(
      log('Ticket ID,Created at,Subject,Status,Wait time (min)', (call) =>
        [call.k, at(call), 'A question', 'open', call.wait].join(),
      ),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: null });
  });

  it('has no first response where the measure was never filled in', async () => {
    const { desk } = await readFiles(
      log('Call ID,Call start,Wait time (s),Talk time (s)', (call) =>
        [call.k, at(call), 0, call.talk].join(','),
      ),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: null });
    expect(ask(desk, 'created')[0]).toMatchObject({ value: 12 });
  });
});
