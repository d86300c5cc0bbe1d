import type { IntlMessageFormat } from "intl-messageformat";

export type Ast = ReturnType<IntlMessageFormat["getAst"]>;
type Element = Ast[number];

/** A message as the build leaves it: bare text, or its parts, of which text is bare and forms are lists of parts. */
export type Compiled = string | readonly Part[];
export type Part =
  | string
  | { type: Element["type"]; options?: Record<string, readonly Part[]>; children?: readonly Part[] };

const LITERAL = 0;
const PLURAL = 6;

/** What the parser made of the message when the app was built. */
export function expand(message: Compiled): Ast {
  return (typeof message === "string" ? [message] : message).map(expandPart);
}

function expandPart(part: Part): Element {
  if (typeof part === "string") return { type: LITERAL, value: part };
  const options = Object.entries(part.options ?? {}).map(([name, value]) => [name, { value: expand(value) }]);
  return {
    ...(part.type === PLURAL && { offset: 0, pluralType: "cardinal" }),
    ...part,
    ...(part.options && { options: Object.fromEntries(options) }),
    ...(part.children && { children: expand(part.children) }),
  } as Element;
}
