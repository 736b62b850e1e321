import { accountThemes } from './account-themes.ts';
import { billingThemes } from './billing-themes.ts';
import { deliveryThemes } from './delivery-themes.ts';
import { qualityThemes } from './quality-themes.ts';
import type { Theme } from './theme.ts';

/** Every recurring problem of the sample desk. */
export const themes: readonly Theme[] = [
  ...deliveryThemes,
  ...billingThemes,
  ...accountThemes,
  ...qualityThemes,
];
