import { describe, expect, it } from 'vitest';
import { withoutHint } from '../../../../src/analysis/metrics/unavailable.ts';
import { customerStamp, saysHappened } from '../../../../src/model/customer-ends.ts';
import { ask, readFiles } from '../../../desk.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;
const list = (n: number, of: (i: number) => string): string[] => Array.from({ length: n }, (_, i) => of(i));
const retained = async (content: string, file = 'customers.csv') => {
  const { desk } = await readFiles({ [file]: content }, { asOf: '2026-01-10T00:00:00Z' });
  return ask(desk, 'retention_rate', { period: '2025-06' })[0];
};

describe('customers whom the list calls gone', () => {
  it.each([
    ['Status', 'Churned', 'Active'],
    ['Zustand', 'gekündigt', 'aktiv'],
    ['Statut', 'résilié', 'actif'],
    ['Estado', 'baja', 'activo'],
    ['Situação', 'cancelado', 'ativo'],
    ['Stato', 'disdetto', 'attivo'],
    ['Status', 'opgezegd', 'actief'],
    ['状態', '解約済み', '有効'],
    ['状态', '已流失', '活跃'],
    ['स्थिति', 'निष्क्रिय', 'सक्रिय'],
    ['অবস্থা', 'নিষ্ক্রিয়', 'সক্রিয়'],
    ['is_active', 'false', 'true'],
    ['Churned', 'Yes', 'No'],
  ])('without a date of leaving make retention unknown (%s: %s)', async (header, gone, there) => {
    // Of 20 customers two left on 10 June, and two more left nobody knows when.
    const row = (i: number): string =>
      `C${i},2025-01-05,${i < 2 ? '2025-06-10' : ''},${i < 4 ? gone : there}`;
    const figure = await retained(csv(`Customer ID,Customer since,Cancelled on,${header}`, ...list(20, row)));
    expect(figure).toMatchObject({ value: null, status: 'unavailable' });
    expect(figure.reason?.english).toContain('calls 2 of 4 customers gone without saying when they left');
    expect(figure.reason && withoutHint(figure.reason).code).toBe('because.ends_partly_recorded');
  });

  it('are left out where it is one of many', async () => {
    // 40 customers, 20 left on 10 June, one more nobody knows when: 19 of 39 stay.
    const row = (i: number): string =>
      `C${i},2025-01-05,${i < 20 ? '2025-06-10' : ''},${i < 21 ? 'Churned' : 'Active'}`;
    const figure = await retained(csv('Customer ID,Customer since,Churn date,Status', ...list(40, row)));
    expect(figure).toMatchObject({ value: 19 / 39, n: 39, status: 'ok' });
  });

  it('have not left at the end of a contract that has passed, where the list calls them active', async () => {
    // Ten contracts ended on 10 June 2025; of two the customer is gone, the others were renewed.
    const row = (i: number): string => `C${i},2024-06-10,2025-06-10,${i < 2 ? 'Inactive' : 'Active'}`;
    const figure = await retained(csv('Customer ID,Customer since,Contract end,Status', ...list(10, row)));
    expect(figure).toMatchObject({ value: 0.8, n: 10 });
    const left = await retained(csv('Customer ID,Customer since,Churn date,Status', ...list(10, row)));
    expect(left).toMatchObject({ value: 0, n: 10 });
  });
});

describe('when customers came and went', () => {
  it.each([
    ['kunden.csv', 'Kundennr.;Kunde seit;Gekündigt zum'],
    ['klanten.csv', 'Klantnummer;Klant sinds;Opgezegd per'],
    ['clients.csv', 'N° client;Date de début;Date de résiliation'],
    ['customers.csv', 'Customer ID;Since;Deactivated on'],
    ['顧客.csv', '顧客番号;契約開始日;解約日'],
    ['客户.csv', '客户编号;签约日期;流失日期'],
    ['clienti.csv', 'Codice cliente;Data iscrizione;Data cessazione'],
  ])('is known by what the headers are made of: %s', async (file, head) => {
    const row = (i: number): string => `K${i};2025-01-05;${i < 3 ? '2025-06-10' : ''}`;
    expect(await retained(csv(head, ...list(12, row)), file)).toMatchObject({ value: 0.75, n: 12 });
  });

  it('is when they left, not when the contract was to end, where both are there', async () => {
    const row = (i: number): string => `K${i},2025-01-05,2026-12-31,${i < 3 ? '2025-06-10' : ''}`;
    const content = csv('Account ID,Contract Start,Contract End,Churn Date', ...list(12, row));
    expect(await retained(content, 'accounts.csv')).toMatchObject({ value: 0.75, n: 12 });
  });

  it('tells ends that have happened from those agreed on', () => {
    for (const header of ['Gekündigt zum', 'Opgezegd per', 'Deactivated on', '解約日', 'cancelled_at'])
      expect(saysHappened(header)).toBe(true);
    for (const header of ['End date', 'Contract end', 'Vertragsende', 'cancellation_of_contract_planned'])
      expect(saysHappened(header)).toBe(false);
    expect(customerStamp('date joined')).toBe('began');
    expect(customerStamp('last login date')).toBeNull();
    expect(customerStamp('start end date')).toBeNull();
  });
});
