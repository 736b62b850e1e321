import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/**
 * The English that stages carry in arguments of problems and in reasons of figures, found in the source: what stands
 * in `message`, `expected`, `try`, `reason`, `because` or `hint`, or is handed to one of the functions that refuse.
 * `${…}` becomes a gap, numbered from 1.
 */
export function carriedSentences(): readonly string[] {
  const found = new Set<string>();
  for (const file of sourceFiles()) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    visit(source, file, (text) => found.add(text));
  }
  return [...found].filter(isSentence).sort();
}

const textFiles = readdirSync('src/model/problem-texts').map((name) => join('src/model/problem-texts', name));
const folders = ['input', 'questions', 'analysis', 'time', 'query', 'settings', 'cli'];
/** Help, examples, the texts of machine formats and what is said to programs are English in every language. */
const aside =
  /cli[\\/](?:command-list|program|rejects|progress)\.ts$|settings[\\/](?:init|json-schema|options|command-options|option-values)\.ts$|analysis[\\/](?:issues|findings|comments)[\\/]|questions[\\/]ask\.ts$/;

function sourceFiles(): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join('src', folder), { recursive: true }).map((name) => join('src', folder, String(name))),
  );
  return [...files.filter((file) => file.endsWith('.ts') && !aside.test(file)), ...textFiles];
}

const carriers = new Set([
  ...['message', 'expected', 'try', 'reason', 'because', 'hint', 'unavailable', 'periodOf'],
  ...['counted', 'able', 'notSettings', 'COMPARISONS', 'EXAMPLES'],
  ...['LOWER_BOUND', 'NOT_COVERED', 'NOT_REACHED', 'NO_DAYS', 'NO_HOURS', 'NOT_YET'],
]);
const tables = new Set([
  'reasons',
  'hints',
  'because',
  'examples',
  'unitWords',
  'signatures',
  'unavailableTexts',
]);
const refusals =
  /^(?:#?error|errorAt|fail|usageError|misfit|refuse|mismatch|unusable|unreadable|badBook|tryThis|readLiteral|unavailable|cut)$/;

function visit(node: ts.Node, file: string, take: (text: string) => void): void {
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && carriers.has(node.name.text))
    takeText(node.initializer, take);
  if (
    ts.isPropertyAssignment(node) &&
    /file-kind|formats[\\/](?:xlsx|parquet)/.test(file) &&
    node.name.getText() === 'kind'
  )
    takeText(node.initializer, take);
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
    const name = node.name.text;
    if (carriers.has(name)) takeText(node.initializer, take);
    if (tables.has(name)) takeAll(node.initializer, take);
  }
  if (ts.isCallExpression(node)) {
    const name = node.expression.getText().split('.').at(-1) ?? '';
    if (refusals.test(name)) for (const each of node.arguments) takeText(each, take);
    if (/settings[\\/](?:schema(?:-parts)?|shapes)\.ts$/.test(file))
      for (const each of node.arguments) takeMust(each, take);
  }
  if (ts.isArrayLiteralExpression(node) && /problem-texts/.test(file) && node.elements.length === 2)
    takeText(node.elements[1], take);
  if (
    (ts.isFunctionDeclaration(node) || ts.isArrowFunction(node)) &&
    /^(?:nameOf|quoted|whyNone|reasonOf|hintOf|undecided|noDataReason|noPace|reason|reasonFor)$/.test(
      nameOf(node),
    )
  )
    takeReturns(node, take);
  node.forEachChild((child) => visit(child, file, take));
}

function nameOf(node: ts.FunctionDeclaration | ts.ArrowFunction): string {
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : '';
}

function takeReturns(node: ts.FunctionDeclaration | ts.ArrowFunction, take: (text: string) => void): void {
  if (node.body && !ts.isBlock(node.body)) takeText(node.body, take);
  const walk = (inner: ts.Node): void => {
    if (ts.isReturnStatement(inner) && inner.expression) takeText(inner.expression, take);
    inner.forEachChild(walk);
  };
  if (node.body) walk(node.body);
}

function takeMust(node: ts.Expression, take: (text: string) => void): void {
  takeText(node, (text) => /^must |^a target |already$/.test(text) && take(text));
}

function takeAll(node: ts.Node, take: (text: string) => void): void {
  if (ts.isExpression(node)) takeText(node, take);
  node.forEachChild((child) => takeAll(child, take));
}

function takeText(node: ts.Expression, take: (text: string) => void): void {
  if (ts.isStringLiteralLike(node)) take(node.text);
  else if (ts.isTemplateExpression(node)) {
    const rest = node.templateSpans.map(({ literal }, index) => `{${index + 1}}${literal.text}`);
    take(node.head.text + rest.join(''));
  } else if (ts.isConditionalExpression(node)) {
    takeText(node.whenTrue, take);
    takeText(node.whenFalse, take);
  } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    takeText(node.left, take);
    takeText(node.right, take);
  } else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) takeText(node.expression, take);
}

/** Two words of English side by side; a name, an option with its value or a pattern alone is none. */
function isSentence(text: string): boolean {
  const bare = text
    .replace(/\{\d+\}/g, ' 0 ')
    .replace(/--[a-z-]+(?:[ =](?:'[^']*'|"[^"]*"|\S+))?/g, ' 0 ')
    .replace(/"[^"]*"|'[^']*'/g, ' 0 ');
  return /[a-z]{2,}/.test(bare);
}
