import { describe, expect, it } from 'vitest';
import { learnBoilerplate } from '../../../../src/analysis/issues/boilerplate.ts';
import {
  cleanBody,
  cleanSubject,
  labelOf,
  withoutMarkup,
} from '../../../../src/analysis/issues/clean-text.ts';

const problem = 'My invoice shows the wrong VAT number.';

describe('cleanBody', () => {
  it.each([
    ['English', 'On Mon, 3 Nov 2025 at 10:12, Support <help@shop.example> wrote:'],
    ['English over two lines', 'On Mon, 3 Nov 2025 at 10:12, Support\n<help@shop.example> wrote:'],
    ['German', 'Am 03.11.2025 um 10:12 schrieb Support <hilfe@shop.example>:'],
    ['French', 'Le lun. 3 nov. 2025 à 10:12, Support <aide@shop.example> a écrit :'],
    ['Spanish', 'El lun, 3 nov 2025 a las 10:12, Soporte (<ayuda@shop.example>) escribió:'],
    ['Portuguese', 'Em seg., 3 de nov. de 2025 às 10:12, Suporte <ajuda@shop.example> escreveu:'],
    ['Hindi', '3 नवंबर 2025 को 10:12 बजे Support <help@shop.example> ने लिखा:'],
    ['Bengali', 'সোম, ৩ নভেম্বর ২০২৫ তারিখে Support <help@shop.example> লিখেছেন:'],
    ['Outlook', '-----Original Message-----'],
    ['German Outlook', '-----Ursprüngliche Nachricht-----'],
    ['header block', 'From: Support <help@shop.example>'],
  ])('drops a quoted reply, %s', (_, header) => {
    expect(cleanBody(`${problem}\n\n${header}\nHave you tried the printer cartridge?`)).toBe(problem);
  });

  it('drops lines that begin with >', () => {
    expect(cleanBody(`> Is the printer on?\n${problem}\n> It should be.`)).toBe(problem);
  });

  it('keeps a forwarded message when nothing was written above it', () => {
    const text = `---------- Forwarded message ---------\nFrom: Ann <ann@shop.example>\nSubject: VAT\n\n${problem}`;
    expect(cleanBody(text)).toContain(problem);
    expect(cleanBody(text)).not.toContain('ann@shop.example');
  });

  it.each([
    ['dashes', '-- \nAnn Miller\nAccountant'],
    ['English', 'Best regards,\nAnn Miller\nAccountant'],
    ['phone', 'Sent from my iPhone'],
    ['German', 'Mit freundlichen Grüßen\nAnna Müller\nBuchhaltung'],
    ['French', 'Cordialement,\nAnne Meunier'],
    ['Spanish', 'Un saludo,\nAna Molina'],
    ['Portuguese', 'Atenciosamente,\nAna Moleiro'],
    ['Bengali', 'ধন্যবাদান্তে\nআনিকা'],
    ['Hindi', 'धन्यवाद\nअनीता'],
  ])('drops a signature, %s', (_, signature) => {
    expect(cleanBody(`${problem}\n${signature}`)).toBe(problem);
  });

  it.each([
    'Hello team,',
    'Dear Sir or Madam,',
    'Sehr geehrte Damen und Herren,',
    'Bonjour,',
    'Buenos días,',
    'Bom dia,',
    'নমস্কার,',
    'नमस्ते,',
    'Namaste ji,',
  ])('drops the greeting %s', (greeting) => {
    expect(cleanBody(`${greeting}\n${problem}`)).toBe(problem);
    expect(cleanBody(`${greeting} ${problem}`)).toBe(problem);
  });

  it('does not take a word that only begins like a greeting for one', () => {
    expect(cleanBody('History of my orders, all gone')).toBe('History of my orders, all gone');
    expect(cleanBody('Dearness allowance is wrong, please check')).toBe(
      'Dearness allowance is wrong, please check',
    );
  });

  it('gives a text back of which nothing would remain', () => {
    expect(cleanBody('Thanks,\nAnn')).toContain('Ann');
    expect(cleanBody('Hello')).toBe('Hello');
    expect(cleanBody('')).toBe('');
  });

  it('survives texts made to make patterns slow', () => {
    const long = `On ${'a '.repeat(20_000)}`;
    expect(cleanBody(`${long}\n${'<'.repeat(20_000)}\n${'&'.repeat(20_000)}`).length).toBeGreaterThan(0);
  });
});

describe('withoutMarkup', () => {
  it('drops tags and decodes entities', () => {
    expect(
      withoutMarkup('<p>T&eacute;l&nbsp;&amp; fax<br>don&#39;t work</p>').replace(/\s+/g, ' ').trim(),
    ).toBe("Tél & fax don't work");
  });
  it('drops scripts, styles and quoted blocks', () => {
    expect(
      withoutMarkup(
        '<style>p{color:red}</style>Refund<script>x()</script><blockquote>old</blockquote>',
      ).trim(),
    ).toBe('Refund');
  });
  it('keeps a comparison that looks like a tag', () => {
    expect(withoutMarkup('price < 5 and > 3')).toBe('price < 5 and > 3');
  });
});

describe('cleanSubject', () => {
  it.each([
    ['RE: Fwd: AW: Login fails', 'Login fails'],
    ['[#48213] Login fails', 'Login fails'],
    ['[EXTERNAL] Login fails', 'Login fails'],
    ['Re[2]: Login fails', 'Login fails'],
  ])('%s → %s', (subject, clean) => {
    expect(cleanSubject(subject).trim()).toBe(clean);
  });
});

describe('learnBoilerplate', () => {
  const bodies = Array.from(
    { length: 40 },
    (_, i) =>
      `Order number: ${1000 + i}\nReason: ${i % 2 ? 'late' : 'broken'}\nproblem of customer ${String.fromCharCode(97 + (i % 26))}\nThis mail was sent via the contact form of Shop ${2000 + i}`,
  );
  it('learns shared lines with their digits folded, and form labels', () => {
    const boilerplate = learnBoilerplate(bodies);
    expect([...boilerplate.lines]).toContain('this mail was sent via the contact form of shop 0000');
    expect([...boilerplate.labels].sort()).toEqual(['order number', 'reason']);
    expect(cleanBody(bodies[1], boilerplate)).toBe('late\nproblem of customer b');
  });
  it('learns nothing from a handful of texts', () => {
    expect(learnBoilerplate(bodies.slice(0, 10)).lines.size).toBe(0);
  });
});

describe('labelOf', () => {
  it.each([
    ['Order number: 123', 'order number'],
    ['- Produkt：Drucker', 'produkt'],
    ['we tried this and then that and it failed: why', ''],
    ['12:30', ''],
    ['no label here', ''],
  ])('%s → %s', (line, label) => {
    expect(labelOf(line)).toBe(label);
  });
});
