import type { Io, TextOutput } from './io.ts';

/**
 * Whether to colour what goes to this output: `--color` and `--no-color` decide, then `NO_COLOR` and `FORCE_COLOR`
 * (both count when set and not empty; `FORCE_COLOR=0` means no), then whether it is a terminal that can.
 */
export function usesColor(options: {
  readonly color?: boolean;
  readonly env: Io['env'];
  readonly output: Pick<TextOutput, 'isTTY'>;
}): boolean {
  const { color, env, output } = options;
  if (color !== undefined) return color;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return output.isTTY && env.TERM !== 'dumb';
}
