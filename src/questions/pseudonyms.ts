import { createHmac } from 'node:crypto';

/** Letters and digits that are not taken for one another (Crockford's base 32). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 12;

/**
 * Pseudonyms of people: HMAC-SHA-256 of the name under a salt, 60 bits of it, so that a million people share none. The
 * same person has the same one in every run and command under one salt (`DESKSTAT_SALT`, else `pseudonym_salt` of the
 * settings). Without a salt of one's own they are stable too, but whoever has a list of names can find out who is who.
 */
export function pseudonyms(salt: string | undefined): (name: string) => string {
  return (name) => {
    const digest = createHmac('sha256', salt ?? 'deskstat')
      .update(name)
      .digest();
    let text = '';
    for (let i = 0; i < LENGTH; i++) text += alphabet[digest[i] & 31];
    return `person-${text}`;
  };
}
