/** Every exit code of deskstat. Nothing but a failed expectation of `check` ever exits 1. */
export const exitCodes = {
  done: 0,
  expectationFailed: 1,
  usage: 2,
  unusableInput: 3,
  noData: 4,
  bug: 70,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
