/** What columns of people, and signatures, hold beside people: teams, roles, programs. */
const roles = new Set(
  (
    'team support admin administrator service services customer client user guest agent bot helpdesk desk help info office ' +
    'sales billing accounts account department dept staff system unknown none null unassigned automation api noreply reply ' +
    'no not mail email contact web chat phone level tier group gmbh inc ltd llc corp com net org bank shop store online it'
  ).split(' '),
);

/** True for a lower-case word of a team, role or program. */
export const isRole = (word: string): boolean => roles.has(word);
