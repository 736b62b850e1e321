import type { Language } from './locale.ts';
export const bn: Language = {
  id: 'bn',
  habits: {
    tag: 'bn-BD',
    units: { day: ' দিন', hour: ' ঘ', minute: ' মি', second: ' সে' },
    weekdays: ['সোম', 'মঙ্গল', 'বুধ', 'বৃহঃ', 'শুক্র', 'শনি', 'রবি'],
  },
  messages: {},
};
