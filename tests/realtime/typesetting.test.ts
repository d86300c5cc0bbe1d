import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Paper, PaperPart } from "#app/domain/operation-report/paper.ts";
import { typesetter } from "#realtime/typesetting/typesetter.ts";

const typeset = typesetter();

function paper(text: string, parts: PaperPart[] = []): Paper {
  const words = [{ text, bold: true, italic: false }];
  return {
    ...{
      lang: "en",
      title: text.slice(0, 60) || "Nothing",
      operation: "Mekong Dragon (OMD)",
      period: "2021",
      marking: "Restricted",
    },
    ...{ origin: ["Version 1", "Cut-off"], contents: "Contents", pageOf: "Page {n} of {total}" },
    sections: [
      {
        number: "1",
        title: "Summary",
        blocks: (["paragraph", "heading", "bullets", "numbers"] as const).map((kind) => ({ kind, items: [words] })),
        parts,
      },
    ],
  };
}

/** What stands in a PDF without being compressed: its kind, its language, and whether it has a structure. */
async function factsOf(made: Promise<Uint8Array>) {
  const text = Buffer.from(await made).toString("latin1");
  return {
    isPdf: text.startsWith("%PDF-"),
    tagged: text.includes("/StructTreeRoot"),
    language: text.includes("/Lang"),
  };
}

const WHOLE = { isPdf: true, tagged: true, language: true };

describe("a report is set in type", () => {
  test.each([
    ["plain words", "Eleven cases"],
    ["all scripts of the operation", "深圳 Đà Nẵng งาช้าง ລາວ ខ្មែរ မြန်မာ"],
    ["letters from right to left", "العربية שלום"],
    ["four bytes and letters that no font has", "🦔 𠮷野家 한국어"],
    ["what would be commands", "#let x = 1 $a$ *b* _c_ @ref \\ [ ] <label> //"],
    ["ten thousand letters without a blank", "x".repeat(10_000)],
    ["nothing", ""],
  ])("with %s", async (_name, text) => {
    expect(await factsOf(typeset(paper(text)))).toEqual(WHOLE);
  });

  test("with an empty table, one point, two hundred rows, and a picture", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    const heads = ["Country", "Cases"].map((name, at) => ({ name, numeric: at > 0 }));
    const part = (rows: string[][]): PaperPart => ({
      title: "Cases",
      picture: { svg, alt: "Cases" },
      table: { heads, rows },
      notes: ["n = 1"],
    });
    const many = Array.from({ length: 200 }, (_, at) => [`Country ${at}`, String(at)]);
    expect(await factsOf(typeset(paper("Tables", [part([]), part([["One", "1"]]), part(many)])))).toEqual(WHOLE);
    const between = paper("Between");
    between.sections[0]?.blocks.push({ kind: "part", part: part([["One", "1"]]) });
    expect(await factsOf(typeset(between))).toEqual(WHOLE);
    expect((await typeset(between)).length).toBeGreaterThan((await typeset(paper("Between"))).length);
  });

  test("and one that cannot be set is refused, and the next one is set", async () => {
    const broken: PaperPart = { title: "Cases", picture: { svg: "no picture", alt: "x" }, table: null, notes: [] };
    await expect(typeset(paper("Broken", [broken]))).rejects.toThrow();
    expect(await factsOf(typeset(paper("Whole")))).toEqual(WHOLE);
  });

  test("with words after a table that keep off the notes under it", async () => {
    const heads = [{ name: "Country", numeric: false }];
    const part: PaperPart = {
      title: "Cases",
      picture: null,
      table: { heads, rows: [["One"]] },
      notes: ["n = 1", "Rules"],
    };
    const said = paper("After it");
    said.sections[0]?.blocks.unshift({ kind: "part", part });
    const sections = placesIn(await typeset(said)).at(-1) ?? [];
    const down = sections.filter(({ x }) => Math.abs(x - EDGE) < 0.1).map(({ y }) => y);
    const gaps = down.flatMap((y, at) => (at === 0 ? [] : [(down[at - 1] ?? 0) - y]));
    expect(gaps.length).toBeGreaterThan(4);
    expect(Math.min(...gaps)).toBeGreaterThan(8);
  });

  test("with the heads of many columns upright, where they would lie over each other", async () => {
    const turned = async (columns: number) => {
      const heads = Array.from({ length: columns }, (_, at) => ({ name: `Sea container ${at}`, numeric: at > 0 }));
      const table = { heads, rows: [heads.map((_, at) => String(at))] };
      const places = placesIn(await typeset(paper("Many", [{ title: "Goods", picture: null, table, notes: [] }])));
      return places.flat().filter(({ upright }) => upright).length;
    };
    expect(await turned(15)).toBe(14);
    expect(await turned(8)).toBe(0);
  });
});

/** The left edge of the text, in points. */
const EDGE = 56.69;

/** Where each piece of text begins, page by page, in the order in which they are read. */
function placesIn(pdf: Uint8Array): { x: number; y: number; upright: boolean }[][] {
  const bytes = Buffer.from(pdf);
  return [...bytes.toString("latin1").matchAll(/stream\n(.*?)endstream/gs)].flatMap(({ index, 1: content = "" }) => {
    const begins = index + "stream\n".length;
    const drawn = inflated(bytes.subarray(begins, begins + content.length));
    if (!drawn.includes("\nBT\n")) return [];
    const places = drawn.matchAll(/(\S+) (\S+) \S+ \S+ (\S+) (\S+) cm\n(?:(?!\bcm\n).)*?\nBT\n/gs);
    return [
      [...places].map(([, across, along, x, y]) => ({
        x: Number(x),
        y: Number(y),
        upright: Math.abs(Number(along)) > Math.abs(Number(across)),
      })),
    ];
  });
}

function inflated(stream: Buffer): string {
  try {
    return inflateSync(stream).toString("latin1");
  } catch {
    return "";
  }
}
