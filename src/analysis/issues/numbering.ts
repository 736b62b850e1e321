/** Numbers groups from 0 in the order in which rows show them. */
export function renumber(
  groupOf: Int32Array,
  rootOf: (group: number) => number,
): { groupOf: Int32Array; groups: number } {
  const names = new Map<number, number>();
  const out = groupOf.map((group) => {
    if (group < 0) return -1;
    const root = rootOf(group);
    if (root < 0) return -1;
    let name = names.get(root);
    if (name === undefined) {
      name = names.size;
      names.set(root, name);
    }
    return name;
  });
  return { groupOf: out, groups: names.size };
}
