import { readFileSync } from "node:fs";

const CSS = readFileSync("app/styles/tokens.css", "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const OPENINGS = { dark: '[data-theme="dark"]', light: '[data-theme="light"]', print: "[data-theme] {" } as const;

/** The colours of six digits that a theme gives its tokens. */
export function tokensOf(theme: keyof typeof OPENINGS): Map<string, string> {
  const start = CSS.indexOf(OPENINGS[theme]);
  if (start < 0) throw new Error(`tokens.css has no ${OPENINGS[theme]}`);
  const body = CSS.slice(CSS.indexOf("{", start) + 1, CSS.indexOf("}", start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name = "", value = ""]) => [name, value]),
  );
}
