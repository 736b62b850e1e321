/** What columns of people, and signatures, hold beside people: teams, roles, programs. */
const roles = new Set(
  (
    'team support admin admins administrator administrators service services customer customers client clients user users ' +
    'guest guests agent agents bot helpdesk desk help info office sales billing accounts account department dept staff system ' +
    'systems unknown none null unassigned automation api noreply reply no not mail email contact web website chat phone level ' +
    'tier group gmbh inc ltd llc corp com net org bank shop store online it itil employee employees manager managers ' +
    'coordinator supervisor operator operators engineer technician analyst specialist consultant assistant assessor requester ' +
    'caller visitor anonymous survey incident problem change request test tester testing demo default portal integration ' +
    'monitoring queue orders returns payments refunds shipping delivery finance marketing security legal careers postmaster ' +
    'webmaster feedback public general internal external kunde kundin kunden benutzer mitarbeiter mitarbeiterin abteilung ' +
    'vertrieb usuario cliente clientes agente equipo soporte invitado utilisateur équipe équipier invité employé suporte ' +
    'equipe utente gebruiker klant medewerker গ্রাহক এজেন্ট সাপোর্ট टीम ग्राहक एजेंट सपोर्ट'
  )
    .normalize('NFKC')
    .split(' '),
);

/** True for a lower-case word of a team, role or program. */
export const isRole = (word: string): boolean => roles.has(word);
