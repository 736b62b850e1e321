/** A number that was read in its data unit, back in the unit of figures. */
export function innerNumber(value: number | null, unit: string): number | null {
  return value !== null && unit === 'duration' ? value * 1000 : value;
}

/** A number in its data unit; missing and infinite are null. */
export function machineNumber(value: number | null | undefined, unit: string): number | null {
  if (value === null || value === undefined || !Number.isFinite(value)) return null;
  return unit === 'duration' ? value / 1000 : value;
}
