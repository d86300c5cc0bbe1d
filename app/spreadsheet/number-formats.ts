/** Which cell styles of a workbook show dates or times. */
export type NumberFormats = { kindOf: (style: string) => "date" | "time" | "both" | null };

/** Formats that every workbook has without saying so (ECMA-376, part 1, 18.8.30), those of East Asia included. */
const BUILT_IN: Readonly<Record<number, "date" | "time" | "both">> = {
  14: "date",
  15: "date",
  16: "date",
  17: "date",
  18: "time",
  19: "time",
  20: "time",
  21: "time",
  22: "both",
  45: "time",
  46: "time",
  47: "time",
  ...Object.fromEntries([27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, "date"] as const)),
};

/** Reads the styles part: formats of its own by number, and the format of each cell style by its place. */
export function readNumberFormats(styles: string): NumberFormats {
  const own = new Map<number, "date" | "time" | "both" | null>();
  for (const [, attributes = ""] of styles.matchAll(/<(?:\w+:)?numFmt\b([^>]*)>/g)) {
    const id = Number(/numFmtId="(\d+)"/.exec(attributes)?.[1]);
    own.set(id, kindOfPattern(/formatCode="([^"]*)"/.exec(attributes)?.[1] ?? ""));
  }
  const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? "";
  const kinds = [...cells.matchAll(/<(?:\w+:)?xf\b([^>]*)>/g)].map(([, attributes = ""]) => {
    const id = Number(/numFmtId="(\d+)"/.exec(attributes)?.[1] ?? "0");
    return own.has(id) ? (own.get(id) ?? null) : (BUILT_IN[id] ?? null);
  });
  return { kindOf: (style) => kinds[Number(style)] ?? null };
}

/** Letters of days and hours outside of quotes, brackets and escapes. */
function kindOfPattern(pattern: string): "date" | "time" | "both" | null {
  const bare = pattern
    .replace(/&quot;.*?&quot;|"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .split(";")[0];
  const date = /[dyeb]/i.test(bare ?? "") || /m/i.test((bare ?? "").replace(/h+:?m+|m+:?s+/gi, ""));
  const time = /[hs]/i.test(bare ?? "");
  if (!/[dmyhs]/i.test(bare ?? "")) return null;
  if (/general|0|#/i.test(bare ?? "")) return null;
  return date && time ? "both" : time ? "time" : "date";
}
