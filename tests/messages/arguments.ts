import type { IntlMessageFormat } from "intl-messageformat";

type Ast = ReturnType<IntlMessageFormat["getAst"]>;

/** Names of the values that a message takes, tags included. */
export function argumentsOf(ast: Ast): Set<string> {
  const names = new Set<string>();
  for (const element of ast) {
    if ("children" in element) for (const name of argumentsOf(element.children)) names.add(name);
    if ("options" in element)
      for (const option of Object.values(element.options))
        for (const name of argumentsOf(option.value)) names.add(name);
    // Literals carry their own text as value, '#' carries none.
    if ("value" in element && element.type !== 0) names.add(element.value);
  }
  return names;
}
