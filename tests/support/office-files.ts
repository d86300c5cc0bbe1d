import { type Parts, unpacked } from "#realtime/office/package-parts.ts";

/** An office's file as its parts, each read as text. */
export async function openOffice(file: Uint8Array): Promise<{ parts: Parts; part: (name: string) => string }> {
  const parts = await unpacked(file);
  return { parts, part: (name) => parts.get(name)?.toString("utf8") ?? "" };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

/** The words of an element, as they are read. */
function wordsIn(xml: string, prefix: "w" | "a"): string {
  const found = xml.matchAll(new RegExp(`<${prefix}:t(?:\\s[^>]*)?>([^<]*)</${prefix}:t>`, "g"));
  return [...found]
    .map(([, words = ""]) => words)
    .join("")
    .replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Tables row by row: of a text (`w`) or of a slide (`a`). */
export function tablesIn(xml: string, prefix: "w" | "a"): string[][][] {
  const within = (source: string, name: string) =>
    [...source.matchAll(new RegExp(`<${prefix}:${name}[ >].*?</${prefix}:${name}>`, "gs"))].map(([found]) => found);
  return within(xml, "tbl").map((table) =>
    within(table, "tr").map((row) => within(row, "tc").map((cell) => wordsIn(cell, prefix))),
  );
}

/** Paragraphs of a text with the style each has. */
export function paragraphsIn(xml: string): { style: string; words: string }[] {
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? "",
    words: wordsIn(paragraph, "w"),
  }));
}

/** A chart's series by name: values by the names of its bars. */
export function seriesIn(xml: string): Map<string, Map<string, number>> {
  const points = (source: string) => [...source.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value = ""]) => value);
  return new Map(
    [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => {
      const piece = (name: string) => points(new RegExp(`<c:${name}>.*?</c:${name}>`, "s").exec(series)?.[0] ?? "");
      const [labels, values] = [piece("cat"), piece("val")];
      return [piece("tx")[0] ?? "", new Map(labels.map((label, at) => [label, Number(values[at])]))];
    }),
  );
}
