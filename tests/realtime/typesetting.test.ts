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
});
