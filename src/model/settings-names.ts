/** What a file of settings is called; beside data it is none. */
export const settingsNames: readonly string[] = ['deskstat.yaml', 'deskstat.yml'];
