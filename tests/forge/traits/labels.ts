import { column, type Language, rewrite } from '../draft.ts';
import type { Trait } from '../trait.ts';

const channels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { email: 'E-Mail', phone: 'Phone call', chat: 'Live chat', web: 'Web form' },
  de: { email: 'E-Mail', phone: 'Telefon', chat: 'Chat', web: 'Webformular' },
  fr: { email: 'E-mail', phone: 'Téléphone', chat: 'Clavardage', web: 'Formulaire web' },
  es: { email: 'Correo electrónico', phone: 'Teléfono', chat: 'Chat en vivo', web: 'Formulario web' },
  pt: { email: 'E-mail', phone: 'Telefone', chat: 'Chat', web: 'Formulário web' },
  it: { email: 'E-mail', phone: 'Telefono', chat: 'Chat', web: 'Modulo web' },
  nl: { email: 'E-mail', phone: 'Telefoon', chat: 'Chat', web: 'Webformulier' },
};

const priorities: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { low: 'P4 - Low', normal: 'P3 - Normal', high: 'P2 - High', urgent: 'P1 - Urgent' },
  de: { low: 'Niedrig', normal: 'Normal', high: 'Hoch', urgent: 'Dringend' },
  fr: { low: 'Faible', normal: 'Normale', high: 'Élevée', urgent: 'Urgente' },
  es: { low: 'Baja', normal: 'Normal', high: 'Alta', urgent: 'Urgente' },
  pt: { low: 'Baixa', normal: 'Normal', high: 'Alta', urgent: 'Urgente' },
  it: { low: 'Bassa', normal: 'Normale', high: 'Alta', urgent: 'Urgente' },
  nl: { low: 'Laag', normal: 'Normaal', high: 'Hoog', urgent: 'Dringend' },
};

/** Whether channels and priorities are words of the language of the export. */
export const labels: Trait = {
  id: 'labels',
  options: { ids: 6, words: 2 },
  apply: (draft) => {
    for (const [key, words] of [
      ['channel', channels[draft.language]],
      ['priority', priorities[draft.language]],
    ] as const) {
      const found = column(draft, key);
      if (found) rewrite([found], (cell) => words[cell] ?? cell);
    }
  },
};
