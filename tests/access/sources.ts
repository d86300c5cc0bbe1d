import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** What the sources say there is: the tables of expectations are held against it, so that nothing new goes unsaid. */

const ROOT = new URL("../../", import.meta.url);

function sourceOf(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(new URL(path, ROOT), "utf8"), ts.ScriptTarget.Latest, true);
}

function everyNode(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  node.forEachChild((child) => everyNode(child, look));
}

/** The names of everything that browser and gateway say to each other. */
export function messagesOfProtocol(): string[] {
  const names: string[] = [];
  for (const statement of sourceOf("realtime/protocol.ts").statements) {
    if (!ts.isTypeAliasDeclaration(statement) || !/^(Client|Server)Messages$/.test(statement.name.text)) continue;
    if (!ts.isTypeLiteralNode(statement.type)) throw new Error(`${statement.name.text} is no list of messages`);
    for (const { name } of statement.type.members) if (name) names.push(textOfName(name));
  }
  return names;
}

/** The names that the gateway emits, wherever it does. */
export function messagesEmitted(): string[] {
  const names = new Set<string>();
  for (const file of readdirSync(new URL("realtime", ROOT)).filter((name) => name.endsWith(".ts"))) {
    everyNode(sourceOf(`realtime/${file}`), (node) => {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
      const [first] = node.arguments;
      if (node.expression.name.text === "emit" && first && ts.isStringLiteral(first)) names.add(first.text);
    });
  }
  return [...names];
}

function textOfName(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : name.getText();
}

export function routeFiles(): string[] {
  return readdirSync(new URL("app/routes", ROOT)).filter((name) => /\.tsx?$/.test(name));
}

/** The path under which a route answers, in the router's own words. */
export function pathOf(file: string): string {
  const path = file
    .replace(/\.tsx?$/, "")
    .replace(/\._index$|^_index$/, "")
    .replace(/_(?=\.)/g, "")
    .replace(/\[\.\]/g, "\0")
    .replaceAll(".", "/")
    .replaceAll("\0", ".");
  return `/${path.replace(/\$(\w+)/g, ":$1").replace(/\$$/, "*")}`;
}

/** The same as the table writes it. */
export function addressOf(file: string): string {
  return pathOf(file).replace(/:(\w+?)Id(?=\/|$)/g, ":$1");
}

/** Routes that answer to a form or call: their files by their addresses. */
export function routesWithActions(): Map<string, string> {
  const found = routeFiles().filter((file) => actionOf(sourceOf(`app/routes/${file}`)) !== undefined);
  return new Map(found.map((file) => [addressOf(file), file]));
}

function actionOf(source: ts.SourceFile): ts.Node | undefined {
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === "action") return statement;
    if (!ts.isVariableStatement(statement)) continue;
    const action = statement.declarationList.declarations.find(({ name }) => name.getText() === "action");
    if (action) return action;
  }
  return undefined;
}

/**
 * The intents that a route's action tells apart: in the action itself, and in the module of our own whose function it
 * hands the form to. What falls through to a last `else` has no name here; the forms of the pages name it.
 */
export function intentsOf(file: string): string[] {
  const source = sourceOf(`app/routes/${file}`);
  const action = actionOf(source);
  if (!action) return [];
  const found = new Set<string>();
  collectIntents(action, source, found);
  const called = new Set<string>();
  everyNode(action, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const told = node.arguments.map((argument) => argument.getText()).join();
    if (/\b(intent|form|request|formData)\b/.test(told)) called.add(node.expression.text);
  });
  for (const path of modulesOf(source, called)) collectIntents(sourceOf(path), sourceOf(path), found);
  return [...found];
}

/** Modules beside the routes that these names come from; services and what reads any form know no intents. */
function modulesOf(source: ts.SourceFile, names: ReadonlySet<string>): string[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const bindings = statement.importClause?.namedBindings;
    const from = statement.moduleSpecifier.text;
    if (!/^#app\/[a-z-]+\.server\.ts$/.test(from) || /\/(http|form)\.server\.ts$/.test(from)) return [];
    const takes = bindings && ts.isNamedImports(bindings) && bindings.elements.some(({ name }) => names.has(name.text));
    return takes ? [from.slice(1)] : [];
  });
}

function collectIntents(within: ts.Node, source: ts.SourceFile, found: Set<string>): void {
  everyNode(within, (node) => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken) {
      if (saysIntent(node.left) && ts.isStringLiteral(node.right)) found.add(node.right.text);
    } else if (ts.isSwitchStatement(node) && saysIntent(node.expression)) {
      for (const { expression } of node.caseBlock.clauses.filter(ts.isCaseClause)) found.add(literal(expression));
    } else if (ts.isElementAccessExpression(node) && saysIntent(node.argumentExpression)) {
      for (const key of keysOf(node.expression.getText(), source)) found.add(key);
    } else if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      if (node.expression.getText() === "intent.startsWith" && first) found.add(literal(first));
      if (node.getText() === 'form.get("step")') found.add("step");
    }
  });
}

function saysIntent(node: ts.Node): boolean {
  return /^(intent|form\.get\("send"\))$/.test(node.getText());
}

function literal(node: ts.Node): string {
  if (!ts.isStringLiteral(node)) throw new Error(`an intent that is no plain word: ${node.getText()}`);
  return node.text;
}

/** The keys of a table of forms in the same file. */
function keysOf(name: string, source: ts.SourceFile): string[] {
  const keys: string[] = [];
  everyNode(source, (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== name || !node.initializer) return;
    if (!ts.isObjectLiteralExpression(node.initializer)) throw new Error(`${name} is no table of forms`);
    for (const { name: key } of node.initializer.properties) if (key) keys.push(textOfName(key));
  });
  return keys;
}

/** Every intent that a form of the pages sends: as an attribute, a hidden field, or the value of a button. */
export function intentsSent(): string[] {
  const sent = new Set<string>();
  const files = readdirSync(new URL("app/components", ROOT), { recursive: true, encoding: "utf8" });
  for (const file of files.filter((name) => name.endsWith(".tsx"))) {
    everyNode(sourceOf(`app/components/${file}`), (node) => {
      if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return;
      for (const intent of intentsOfElement(node)) sent.add(intent);
    });
  }
  return [...sent];
}

function intentsOfElement(element: ts.JsxOpeningElement | ts.JsxSelfClosingElement): string[] {
  const said = new Map<string, string>();
  for (const attribute of element.attributes.properties) {
    if (!ts.isJsxAttribute(attribute) || !attribute.initializer) continue;
    said.set(attribute.name.getText(), textOfAttribute(attribute.initializer));
  }
  const { name = "", value = "", intent = "", act = "" } = Object.fromEntries(said);
  const field = name === "step" ? "step" : /^(intent|send)$/.test(name) ? value : "";
  // A word in braces is a variable that another element fills.
  return [field, intent, act].filter((word) => word !== "");
}

/** The plain text; of a template, what stands before its first variable; empty for everything else. */
function textOfAttribute(value: ts.JsxAttributeValue): string {
  if (ts.isStringLiteral(value)) return value.text;
  const inner = ts.isJsxExpression(value) ? value.expression : undefined;
  return inner && ts.isTemplateExpression(inner) ? inner.head.text : "";
}
