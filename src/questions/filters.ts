import { compileFilter } from '../analysis/segments/filter.ts';
import type { Desk } from '../model/desk.ts';
import { DeskstatError } from '../model/problem.ts';
import type { FilterNode } from '../query/filter.ts';
import type { SegmentKey } from '../query/segment-key.ts';
import type { Config, LoadedConfig } from '../settings/config.ts';
import type { Zone } from '../time/zone.ts';

/** A filter in which the settings' names for columns (`product`) stand for those columns. */
export function withDimensions(node: FilterNode, { dimensions }: Pick<Config, 'dimensions'>): FilterNode {
  if ('nodes' in node)
    return { ...node, nodes: node.nodes.map((each) => withDimensions(each, { dimensions })) };
  if ('node' in node) return { ...node, node: withDimensions(node.node, { dimensions }) };
  const column = node.field.kind === 'field' ? dimensions.get(node.field.name) : undefined;
  return column === undefined ? node : { ...node, field: { ...node.field, kind: 'column', name: column } };
}

/** A dimension of an expectation as segments are named by it. */
export function dimensionOfKey(
  { kind, name }: SegmentKey,
  { dimensions }: Pick<Config, 'dimensions'>,
): string {
  if (kind === 'column') return `column:${name}`;
  const column = dimensions.get(name);
  return column === undefined ? name : `column:${column}`;
}

/** Runs a reader of a small language; its mistakes are shown at their place in the settings file. */
export function atSetting<T>(
  loaded: LoadedConfig | null,
  keys: readonly (string | number)[],
  read: () => T,
): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DeskstatError) || !loaded) throw error;
    const where = loaded.whereOf(...keys);
    const inside = Number(error.problem.args.column ?? 1) - 1;
    const column = where.column === undefined ? undefined : where.column + inside;
    throw new DeskstatError({ ...error.problem, where: { ...where, column } }, error.exitCode);
  }
}

/** @throws DeskstatError (2), at the place in the settings, for a filter that cannot be what was meant. */
export function tryFilter(
  node: FilterNode,
  given: {
    readonly loaded: LoadedConfig | null;
    readonly keys: readonly (string | number)[];
    readonly desk: Desk;
    readonly zone: Zone;
  },
): void {
  const { loaded, keys, desk, zone } = given;
  try {
    atSetting(loaded, keys, () => compileFilter(node, { desk, zone }));
  } catch (error) {
    // What the export lacks is for those to say who ask for it.
    if (!(error instanceof DeskstatError) || error.exitCode !== 3) throw error;
  }
}
