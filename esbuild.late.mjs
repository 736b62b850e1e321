// Hundreds of patterns and lists of words stand at the top of our modules, which reads well; but then each run makes all of
// them, where it uses a third. In the bundle such a constant is made at its first use.
import ts from 'typescript';

const mayHaveAny = /^const \w+(?:: [^=]+)? =\s+(?:\/|new (?:RegExp|Set|Map|WordMap)\b)/m;
const madeLate = new Set(['RegExp', 'Set', 'Map', 'WordMap']);

/** `/…/`, `new Set(…)`: what nobody sees being made. */
const canWait = (node) =>
  ts.isRegularExpressionLiteral(node) ||
  (ts.isNewExpression(node) && madeLate.has(node.expression.getText()) && node.arguments?.length > 0);

/** The constants at the top of a module that can wait and are known to it alone. */
function constantsOf(file) {
  const found = new Map();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || statement.modifiers) continue;
    if (!(statement.declarationList.flags & ts.NodeFlags.Const)) continue;
    const [{ name, initializer }, ...more] = statement.declarationList.declarations;
    if (more.length > 0 || !initializer || !canWait(initializer)) continue;
    found.set(name.text, { statement, name, initializer, uses: [] });
  }
  return found;
}

/** What an identifier is in its place: a use of what it names, the name of something else in between, or neither. */
function placeOf(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node ? 'neither' : 'use';
  if (ts.isShorthandPropertyAssignment(parent)) return 'shorthand';
  if (ts.isBindingElement(parent) && parent.propertyName === node) return 'neither';
  if (ts.isPropertyAssignment(parent) && parent.name === node) return 'neither';
  if (ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) return 'neither';
  return parent.name === node || ts.isExportSpecifier(parent) || ts.isTypeQueryNode(parent) ? 'other' : 'use';
}

function noteUses(file, constants) {
  const visit = (node) => {
    const constant = ts.isIdentifier(node) ? constants.get(node.text) : undefined;
    if (constant !== undefined && constant.name !== node) {
      const place = placeOf(node);
      // Another thing of that name stands in the module.
      if (place === 'other') constants.delete(node.text);
      else if (place !== 'neither')
        constant.uses.push({ node, before: place === 'use' ? '' : `${node.text}: ` });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** The text of a module with such constants made when they are used. */
export function withLateConstants(text, name) {
  if (!mayHaveAny.test(text)) return text;
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const constants = constantsOf(file);
  noteUses(file, constants);
  const edits = [];
  /** A part of the text, the constants that it uses made late. */
  const part = (from, to) =>
    edits
      .filter((edit) => edit.from >= from && edit.to <= to)
      .reduce(
        (made, edit) => made.slice(0, edit.from - from) + edit.by() + made.slice(edit.to - from),
        text.slice(from, to),
      );
  for (const [own, { statement, initializer, uses }] of constants) {
    const made = () => `(${own} ??= ${part(initializer.getStart(), initializer.end)})`;
    // A pattern is short; anything else is written once.
    const isOnce = uses.length < 2 || ts.isRegularExpressionLiteral(initializer);
    const declared = () => (isOnce ? `let ${own};` : `let ${own}; const late_${own} = () => ${made()};`);
    edits.push({ from: statement.getStart(), to: statement.end, by: declared });
    for (const { node, before } of uses)
      edits.push({
        from: node.getStart(),
        to: node.end,
        by: () => before + (isOnce ? made() : `late_${own}()`),
      });
  }
  edits.sort((a, b) => b.from - a.from);
  const statements = [...constants.values()].map(({ statement }) => statement);
  return edits
    .filter(({ from, to }) => !statements.some((each) => each.getStart() < from && to < each.end))
    .reduce((made, { from, to, by }) => made.slice(0, from) + by() + made.slice(to), text);
}
