import { IntlMessageFormat } from "intl-messageformat";
import type { Ast, Compiled, Part } from "../compiled.ts";

/** The message as its parts, without what is the same in all of them: `expand` puts it back. */
export function compile(message: string): Compiled {
  const parts = new IntlMessageFormat(message, "en").getAst().map(partOf);
  const [only] = parts;
  return parts.length === 1 && typeof only === "string" ? only : parts;
}

function partOf(element: Ast[number]): Part {
  if ("location" in element) delete element.location;
  if (element.type === 0) return element.value;
  if (element.type === 6 || element.type === 5) {
    const options = Object.entries(element.options).map(([name, { value }]) => [name, value.map(partOf)] as const);
    const { type, value } = element;
    if (element.type === 6 && (element.offset !== 0 || element.pluralType !== "cardinal")) {
      throw new Error(`A form of numbers that the texts do not use yet: ${value}`);
    }
    return { type, value, options: Object.fromEntries(options) } as Part;
  }
  if (element.type === 8) return { ...element, children: element.children.map(partOf) };
  return element;
}
