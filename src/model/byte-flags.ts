/**
 * A flag for each byte: 1 for those of some ASCII characters.
 *
 * @example byteFlags('ab')[0x62] // 1
 */
export function byteFlags(characters: string): Uint8Array {
  const flags = new Uint8Array(256);
  for (let i = 0; i < characters.length; i++) flags[characters.charCodeAt(i)] = 1;
  return flags;
}

export const asciiCapitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const asciiLetters = `${asciiCapitals}${asciiCapitals.toLowerCase()}`;
