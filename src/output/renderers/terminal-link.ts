/** Text that leads somewhere (OSC 8, as terminals have it), the blanks beside it left alone. */
export function terminalLink(text: string, address: string | null): string {
  const word = text.trim();
  if (address === null || word === '') return text;
  return text.replace(word, () => `\u001b]8;;${address}\u0007${word}\u001b]8;;\u0007`);
}
