import { IntlMessageFormat } from "intl-messageformat";
import type { Ast } from "./compiled.ts";

type Element = Ast[number];

const LITERAL = 0;
const SELECT = 5;
const PLURAL = 6;
const TAG = 8;

const PLAIN = "acdehilnorsuyACDEHILNORSUY";
const MARKED = "àçďéĥîłñôŕšûýÀÇĎÉĤÎŁÑÔŔŠÛÝ";

const FILLER = "ôñé ţŵô ţĥŕéé ƒôûŕ ƒîvé šîx ";
const LONGER = 0.35;

/**
 * English as no language: accented, at least 35 % longer, in brackets. Text that appears without brackets on a page was
 * never in a catalogue; a bracket that is cut off shows a layout too tight for longer languages. Arguments are kept.
 */
export function pseudoFormat(message: string | Ast, tag: string): IntlMessageFormat {
  const ast = new IntlMessageFormat(message, tag).getAst();
  const missing = Math.ceil(lengthOf(ast) * LONGER);
  const filler = literal(` ${FILLER.repeat(Math.ceil(missing / FILLER.length))}`.slice(0, missing));
  return new IntlMessageFormat([literal("["), ...accented(ast), filler, literal("]")], tag);
}

/** The pieces of which other messages are put together: accented, but as long as they are and without brackets. */
export function pseudoPiece(message: string | Ast, tag: string): IntlMessageFormat {
  return new IntlMessageFormat(accented(new IntlMessageFormat(message, tag).getAst()), tag);
}

function literal(value: string): Element {
  return { type: LITERAL, value };
}

function accented(ast: Ast): Ast {
  return ast.map((element): Element => {
    if (element.type === LITERAL) return { ...element, value: accent(element.value) };
    if (element.type === TAG) return { ...element, children: accented(element.children) };
    if (element.type === PLURAL || element.type === SELECT) {
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: accented(option.value) },
      ]);
      return { ...element, options: Object.fromEntries(options) };
    }
    return element;
  });
}

/** The letters of a text marked, where they can be. */
export function accent(text: string): string {
  return Array.from(text, (letter) => MARKED.charAt(PLAIN.indexOf(letter)) || letter).join("");
}

/** Letters of the text itself; of several forms the longest. */
function lengthOf(ast: Ast): number {
  return ast.reduce((sum, element) => {
    if (element.type === LITERAL) return sum + element.value.length;
    if (element.type === TAG) return sum + lengthOf(element.children);
    if (element.type === PLURAL || element.type === SELECT)
      return sum + Math.max(...Object.values(element.options).map((option) => lengthOf(option.value)));
    return sum;
  }, 0);
}
