import type { Language } from './locale.ts';
export const hi: Language = {
  id: 'hi',
  habits: {
    tag: 'hi-IN',
    units: { day: ' दिन', hour: ' घं', minute: ' मि', second: ' से' },
    weekdays: ['सोम', 'मंगल', 'बुध', 'गुरु', 'शुक्र', 'शनि', 'रवि'],
  },
  messages: {},
};
