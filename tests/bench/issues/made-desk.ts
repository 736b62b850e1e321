import { seededRandom } from '../../../src/analysis/issues/random.ts';

/** A ticket of a made-up desk, with the theme it was made from; theme −1 is a one-off that belongs to none. */
export interface MadeTicket {
  readonly id: string;
  readonly subject: string;
  readonly description: string;
  readonly theme: number;
  readonly language: Language;
  readonly createdAt: number;
}

export type Language = 'en' | 'de' | 'bn' | 'hi' | 'hi-latn';

interface Theme {
  readonly name: string;
  /** Subjects; `{x|y}` picks one, `#` becomes a number. */
  readonly subjects: readonly string[];
  readonly bodies: readonly string[];
}

/** The same eight problems of a web shop in every language, each said in several ways. */
const themes: Readonly<Record<Language, readonly Theme[]>> = {
  en: [
    {
      name: 'refund',
      subjects: [
        'Refund not received',
        'Where is my {refund|money}?',
        'Still waiting for refund of order #',
        'refund pending since {two|three} weeks',
      ],
      bodies: [
        'I sent the {shoes|jacket|lamp} back {two|three|four} weeks ago and the refund has not {arrived|been paid}.',
        'You promised to refund order # {last week|on Monday}, nothing is on my account yet.',
        'The return was accepted but the money was never {refunded|credited}.',
      ],
    },
    {
      name: 'password',
      subjects: [
        'Cannot log in',
        'Password reset {mail|link} does not arrive',
        'Login {fails|impossible}',
        'Locked out of my account',
      ],
      bodies: [
        'When I try to reset my password no {mail|link} arrives.',
        'The login page says wrong password although I {changed|reset} it {yesterday|today}.',
        'My account is locked after {three|several} attempts to log in.',
      ],
    },
    {
      name: 'damaged',
      subjects: [
        'Item arrived {broken|damaged}',
        '{Cup|Plate|Vase} broken in parcel',
        'Damaged delivery order #',
      ],
      bodies: [
        'The parcel was {crushed|torn} and the {vase|cup|plate} inside is broken, please send a new one.',
        'I opened the box and found the {glass|screen} damaged, photos attached.',
        'Delivered today with a {crack|dent}, I want a replacement.',
      ],
    },
    {
      name: 'late',
      subjects: [
        'Parcel {late|delayed}',
        'Order # has not arrived',
        'Tracking shows no movement',
        'When will my parcel come?',
      ],
      bodies: [
        'Tracking has not moved since {Tuesday|last week}, where is the parcel?',
        'The delivery was announced for {Friday|yesterday} but the courier never came.',
        'My parcel is stuck in the depot for {five|six} days now.',
      ],
    },
    {
      name: 'invoice',
      subjects: [
        'Need invoice for order #',
        'Invoice with {wrong|missing} VAT number',
        'Invoice copy please',
      ],
      bodies: [
        'Could you send me the invoice as {PDF|document} for our bookkeeping?',
        'The VAT number on the invoice is {wrong|missing}, please correct it.',
        'Our accounting needs an invoice with the company address.',
      ],
    },
    {
      name: 'voucher',
      subjects: ['Voucher code not accepted', 'Discount code {invalid|expired}', 'Gift card does not work'],
      bodies: [
        'The checkout says my voucher code is {invalid|expired} although it is new.',
        'I have a gift card of # euro and the code is rejected.',
        'The discount from the newsletter is not {applied|accepted} in the basket.',
      ],
    },
    {
      name: 'cancel',
      subjects: [
        'Cancel order #',
        'Please cancel my subscription',
        'Cancellation of {membership|subscription}',
      ],
      bodies: [
        'I want to cancel my subscription at the end of the month, please confirm.',
        'Please cancel the order, I {chose|picked} the wrong size.',
        'How do I end my {membership|subscription}? I find no button to cancel.',
      ],
    },
    {
      name: 'app crash',
      subjects: ['App crashes on start', 'App keeps {crashing|freezing}', 'Application closes by itself'],
      bodies: [
        'Since the {last|new} update the app crashes right after the start.',
        'The app freezes when I open the {camera|settings} and then closes.',
        'On my {tablet|phone} the app shows a white screen and crashes.',
      ],
    },
  ],
  de: [
    {
      name: 'refund',
      subjects: [
        'Rückerstattung fehlt',
        'Wo bleibt mein {Geld|Guthaben}?',
        'Erstattung für Bestellung # nicht erhalten',
      ],
      bodies: [
        'Ich habe die {Schuhe|Jacke} vor {zwei|drei} Wochen zurückgeschickt und die Erstattung ist nicht {da|angekommen}.',
        'Sie haben die Rückerstattung {letzte Woche|am Montag} zugesagt, auf dem Konto ist nichts.',
        'Die Rücksendung wurde angenommen, das Geld aber nie erstattet.',
      ],
    },
    {
      name: 'password',
      subjects: [
        'Anmeldung nicht möglich',
        'Passwort zurücksetzen {geht nicht|klappt nicht}',
        'Konto gesperrt',
      ],
      bodies: [
        'Beim Zurücksetzen des Passworts kommt keine {Mail|Nachricht} an.',
        'Die Anmeldung sagt falsches Passwort, obwohl ich es {gestern|heute} geändert habe.',
        'Mein Konto ist nach {drei|mehreren} Versuchen gesperrt, ich kann mich nicht anmelden.',
      ],
    },
    {
      name: 'late',
      subjects: [
        'Paket {verspätet|fehlt}',
        'Lieferung Bestellung # nicht angekommen',
        'Sendungsverfolgung steht still',
      ],
      bodies: [
        'Die Sendungsverfolgung bewegt sich seit {Dienstag|Tagen} nicht, wo ist das Paket?',
        'Die Lieferung war für {Freitag|gestern} angekündigt, der Bote kam nie.',
        'Das Paket liegt seit {fünf|sechs} Tagen im Depot.',
      ],
    },
    {
      name: 'invoice',
      subjects: [
        'Rechnung für Bestellung # benötigt',
        'Rechnung mit falscher Steuernummer',
        'Rechnungskopie',
      ],
      bodies: [
        'Bitte schicken Sie mir die Rechnung als {PDF|Datei} für unsere Buchhaltung.',
        'Die Steuernummer auf der Rechnung ist {falsch|unvollständig}, bitte korrigieren.',
        'Unsere Buchhaltung braucht eine Rechnung mit der Firmenadresse.',
      ],
    },
  ],
  bn: [
    {
      name: 'refund',
      subjects: ['রিফান্ড এখনো পাইনি', 'রিফান্ডের টাকা কবে পাবো', 'অর্ডার # এর রিফান্ড আসেনি', 'টাকা ফেরত পাইনি রিফান্ড'],
      bodies: [
        '{জুতা|শাড়ি} ফেরত দিয়েছি কিন্তু রিফান্ডের টাকা এখনো পাইনি।',
        'রিফান্ড দেওয়ার কথা ছিল {গত সপ্তাহে|সোমবার}, একাউন্টে টাকা আসেনি।',
        'রিফান্ডটি কবে আসবে জানাবেন।',
      ],
    },
    {
      name: 'password',
      subjects: ['লগইন করতে পারছি না', 'পাসওয়ার্ড রিসেট হচ্ছে না', 'পাসওয়ার্ড ভুলে গেছি লগইন সমস্যা'],
      bodies: [
        'পাসওয়ার্ড রিসেট করার {মেইল|লিংক} আসছে না।',
        'সঠিক পাসওয়ার্ড দিলেও লগইন হচ্ছে না।',
        'লগইন করতে গেলে পাসওয়ার্ড ভুল দেখায়।',
      ],
    },
    {
      name: 'late',
      subjects: ['ডেলিভারি দেরি হচ্ছে', 'পার্সেল এখনো আসেনি', 'অর্ডার # ডেলিভারি কবে'],
      bodies: [
        'পার্সেলের ডেলিভারি {শুক্রবার|গতকাল} হওয়ার কথা ছিল, আসেনি।',
        'পার্সেলটি {পাঁচ|ছয়} দিন ধরে ডেলিভারি হচ্ছে না।',
        'ডেলিভারি ম্যান ফোন ধরছে না, পার্সেল কোথায়।',
      ],
    },
    {
      name: 'broken',
      subjects: ['ভাঙা পণ্য পেয়েছি', 'পণ্যটি নষ্ট এসেছে', 'ভুল পণ্য ভাঙা'],
      bodies: [
        'বাক্স খুলে দেখি পণ্যটি ভাঙা, বদলে দিন।',
        'নষ্ট পণ্য পাঠিয়েছেন, {ছবি|ভিডিও} দিলাম, বদলে দিন।',
        'পণ্যের কাচ ভাঙা, নতুন পণ্য চাই।',
      ],
    },
  ],
  hi: [
    {
      name: 'refund',
      subjects: ['रिफंड नहीं मिला', 'रिफंड कब आएगा', 'ऑर्डर # का रिफंड नहीं आया', 'पैसे वापस नहीं आए रिफंड'],
      bodies: [
        '{जूते|साड़ी} वापस कर दिए पर रिफंड के पैसे नहीं आए।',
        'रिफंड {पिछले हफ्ते|सोमवार को} आना था, खाते में पैसे नहीं आए।',
        'रिफंड की स्थिति बताइए।',
      ],
    },
    {
      name: 'password',
      subjects: ['लॉगिन नहीं हो रहा', 'पासवर्ड रीसेट नहीं हो रहा', 'पासवर्ड भूल गया लॉगिन समस्या'],
      bodies: [
        'पासवर्ड रीसेट का {मेल|लिंक} नहीं आता।',
        'सही पासवर्ड डालने पर भी लॉगिन नहीं होता।',
        'लॉगिन करते ही पासवर्ड गलत दिखाता है।',
      ],
    },
    {
      name: 'late',
      subjects: ['डिलीवरी में देरी', 'पार्सल अभी तक नहीं आया', 'ऑर्डर # की डिलीवरी कब होगी'],
      bodies: [
        'पार्सल की डिलीवरी {शुक्रवार|कल} को होनी थी, नहीं हुई।',
        'पार्सल {पांच|छह} दिन से डिलीवर नहीं हुआ।',
        'डिलीवरी वाला फोन नहीं उठाता, पार्सल कहाँ है।',
      ],
    },
  ],
  'hi-latn': [
    {
      name: 'refund',
      subjects: ['Refund nahi mila', 'mera refund kab aayega', 'order # ka refund nahi aaya'],
      bodies: [
        'maine {shoes|saree} return kar diye par refund ka paisa nahi aaya.',
        'refund {pichle hafte|monday ko} aana tha, account me paisa nahi aaya.',
        'refund ka status batao.',
      ],
    },
    {
      name: 'recharge',
      subjects: ['Recharge fail ho gaya', 'recharge nahi hua paise kat gaye', 'recharge pending hai'],
      bodies: [
        'recharge kiya tha paise kat gaye lekin recharge nahi hua.',
        'recharge fail dikha raha hai, {wallet|bank} se paise kat gaye.',
        'mobile recharge kab hoga, pending aa raha hai.',
      ],
    },
  ],
};

const oneOffs = [
  'Do you sponsor school {concerts|races}?',
  'Is the {museum|cafe} next to your office open on {Sunday|Monday}?',
  'My neighbour asked for the {colour|weight} of your old catalogue from #',
  'Journalist question about {bees|bridges|tides}',
  'Lost umbrella in your {lobby|garage}',
  'Marriage proposal on a {banner|balloon}?',
  'Translation mistake on page {nine|twelve} of the {cookbook|atlas}',
  'Parking space for a {bus|boat} wanted',
];

const greetings: Readonly<Record<Language, readonly string[]>> = {
  en: ['Hello,', 'Hi team,', 'Dear support,', ''],
  de: ['Sehr geehrte Damen und Herren,', 'Hallo,', ''],
  bn: ['নমস্কার,', 'প্রিয় স্যার,', ''],
  hi: ['नमस्ते,', 'प्रिय टीम,', ''],
  'hi-latn': ['Namaste,', 'Hello sir,', ''],
};

const endings: Readonly<Record<Language, readonly string[]>> = {
  en: ['Best regards,\nAnn Miller\nPhone 0171 5550199', 'Thanks\nSent from my iPhone', ''],
  de: ['Mit freundlichen Grüßen\nAnna Müller', 'Gesendet von meinem Handy', ''],
  bn: ['ধন্যবাদ\nআনিকা', ''],
  hi: ['धन्यवाद\nअनीता', ''],
  'hi-latn': ['Dhanyavad\nRavi', ''],
};

const footer =
  'This message was sent with the contact form of the shop. Please do not answer to this address.';
const WEEK = 604_800_000;
const START = Date.UTC(2025, 0, 6);

/**
 * A desk of `tickets` tickets in the given languages, from a seed: eight problems of a web shop (fewer in some
 * languages), a share of one-offs, greetings, signatures, quoted replies, order numbers and a form's footer.
 * One theme a language is one theme of the desk: `theme` counts them through.
 */
export function makeDesk(of: {
  tickets: number;
  seed?: number;
  languages?: readonly Language[];
  oneOffShare?: number;
  subjectsOnly?: boolean;
  /** Reply marks, forms, markup, forwarded mails and signatures of people whom no column names. */
  messy?: boolean;
}): MadeTicket[] {
  const {
    tickets,
    seed = 1,
    languages = ['en'],
    oneOffShare = 0.05,
    subjectsOnly = false,
    messy = false,
  } = of;
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)];
  const say = (text: string): string =>
    text
      .replace(/\{([^}]+)\}/g, (_, options: string) => pick(options.split('|')))
      .replace(/#/g, () => String(10_000 + random.below(90_000)));
  const all = languages.flatMap((language) => themes[language].map((theme) => ({ language, theme })));
  return Array.from({ length: tickets }, (_, i): MadeTicket => {
    const id = `T${i + 1}`;
    const createdAt = START + random.below(26 * WEEK);
    if (random.next() < oneOffShare) {
      return { id, subject: say(pick(oneOffs)), description: '', theme: -1, language: 'en', createdAt };
    }
    const number = random.below(all.length);
    const { language, theme } = all[number];
    const subject = say(pick(theme.subjects));
    const lines = [pick(greetings[language]), say(pick(theme.bodies)), pick(endings[language]), footer];
    if (random.next() < 0.2)
      lines.push('', 'On Mon, 6 Jan 2025 at 09:00, Shop <help@shop.example> wrote:', '> How was it?');
    const description = subjectsOnly ? '' : lines.filter((line) => line !== '').join('\n');
    const plain = { id, subject, description, theme: number, language, createdAt };
    return messy ? { ...plain, ...messUp(plain, pick) } : plain;
  });
}

const replyMarks = ['Re: ', 'RE: FW: ', 'Fwd: ', 'AW: ', 'WG: AW: ', '[#48213] ', ''];
const signers = ['Ulrich Tannenhof', 'Priyanka Sundarvel', 'Odette Marchepied', 'Gwendolyn Askwith'];

/** What mail programs and forms make of a ticket. */
function messUp(
  { subject, description }: Pick<MadeTicket, 'subject' | 'description'>,
  pick: <T>(list: readonly T[]) => T,
): Pick<MadeTicket, 'subject' | 'description'> {
  const signer = pick(signers);
  const ways = [
    // A form: the same subject for all, the problem in a field.
    (): Pick<MadeTicket, 'subject' | 'description'> => ({
      subject: 'New submission from Contact form',
      description: `Name: ${signer}\nE-mail: someone@example.com\nMessage: ${subject}. ${description}`,
    }),
    () => ({
      subject: pick(replyMarks) + subject,
      description: `<div><p>${description.replaceAll('\n', '<br>')}</p></div><p>-- <br>${signer}<br>Sales Director</p>`,
    }),
    () => ({
      subject: `Fwd: ${subject}`,
      description: `FYI\n\n---------- Forwarded message ----------\nFrom: ${signer} <s@example.com>\nSubject: ${subject}\n\n${description}`,
    }),
    () => ({
      subject: pick(replyMarks) + subject,
      description: `${description}\n\nBest regards,\n${signer}\nPhone +44 20 7946 0000\n\nCase has been assigned to your queue`,
    }),
  ];
  return pick(ways)();
}

/** Number of themes of a desk in these languages. */
export function themeCount(languages: readonly Language[]): number {
  return languages.reduce((sum, language) => sum + themes[language].length, 0);
}
