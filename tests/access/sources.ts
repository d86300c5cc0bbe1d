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
