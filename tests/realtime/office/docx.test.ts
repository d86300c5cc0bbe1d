import { describe, expect, test } from "vitest";
import { documentOf } from "#app/components/operation-report/document.ts";
import type { ReportSource } from "#app/components/operation-report/document-types.ts";
import type { PaperPart } from "#app/domain/operation-report/paper.ts";
import type { ReportText } from "#app/domain/operation-report/report-text.ts";
import { htmlOf } from "#app/operation-report-files/html.server.ts";
import { paperOf } from "#app/operation-report-files/paper.server.ts";
import { officeMaker } from "#realtime/office/office-maker.ts";
import { openOffice, paragraphsIn, tablesIn } from "#tests/support/office-files.ts";
import { AWKWARD_SOURCES, aReportSource, reportWords, writtenText } from "#tests/support/report-sources.ts";

const office = officeMaker({ templates: null });
const TEXT = "word/document.xml";

async function docx(source: ReportSource, locale: "en" | "vi" | "zh" = "en") {
  return openOffice(await office.docx(paperOf(source, reportWords(locale), Number.POSITIVE_INFINITY)));
}

describe("a report as a text that an office edits", () => {
  test.each(["en", "vi", "zh"] as const)(
    "has the sections as headings and every table whole, in %s",
    async (locale) => {
      const source = aReportSource();
      const { sections } = documentOf(source, reportWords(locale));
      const { part } = await docx(source, locale);
      const paragraphs = paragraphsIn(part(TEXT));
      const headings = (level: number) =>
        paragraphs.filter(({ style }) => style === `Heading${level}`).map(({ words }) => words);
      expect(headings(1)).toEqual(sections.map(({ number, title }) => `${number} ${title}`));
      const parts = sections.flatMap((section) => section.parts);
      expect(headings(2)).toEqual(parts.map(({ title }) => title));
      expect(tablesIn(part(TEXT), "w")).toEqual(
        parts
          .filter(({ table }) => table.rows.length > 0)
          .map(({ table }) => [
            table.heads.map(({ name }) => name),
            ...table.rows.map((row) => row.map(({ shown }) => shown)),
          ]),
      );
      expect(part(TEXT).match(/<w:tblHeader\/>/g)).toHaveLength(tablesIn(part(TEXT), "w").length);
    },
  );

  test("has its contents with a page for each section, its language, its marking on every page and page x of y", async () => {
    const { part, parts } = await docx(aReportSource(), "vi");
    const contents = paragraphsIn(part(TEXT)).filter(({ style }) => style === "TOC1");
    expect(contents.map(({ words }) => words)).toHaveLength(17);
    for (const { words } of contents) expect(words).toMatch(/^\d+ ./);
    expect(part(TEXT).match(/PAGEREF/g)).toHaveLength(17);
    expect(part("word/styles.xml")).toMatch(/<w:lang w:val="vi-VN" w:eastAsia="zh-CN"/);
    expect(part("word/styles.xml")).toMatch(/w:eastAsia="Microsoft YaHei"/);
    const pages = [...parts.keys()].filter((name) => /^word\/(header|footer)\d+\.xml$/.test(name));
    expect(pages).toHaveLength(2);
    for (const page of pages) expect(part(page)).toContain("Chỉ dành cho các bên tham gia chiến dịch");
    const footer = pages.find((page) => page.includes("footer")) ?? "";
    expect(part(footer)).toMatch(/PAGE.*NUMPAGES/s);
  });

  test("has upright heads over many columns, room by the longest cell, and short tables on one page", async () => {
    const table = (columns: number, rows: string[][]): PaperPart => ({
      ...{ title: "Goods", picture: null, notes: [] },
      table: { heads: Array.from({ length: columns }, (_, at) => ({ name: `Column ${at}`, numeric: at > 2 })), rows },
    });
    const long = ["OMD I", "Cases", "Given without saying of what, and summed up by hand"];
    const parts = [table(15, [Array(15).fill("1")]), table(3, [long, long]), table(3, Array(40).fill(long))];
    const whole = paperOf(aReportSource(), reportWords("en"));
    const [first] = whole.sections;
    const made = await office.docx({ ...whole, sections: first ? [{ ...first, blocks: [], parts }] : [] });
    const { part } = await openOffice(made);
    const [many = "", few = "", tall = ""] = [...part(TEXT).matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([found]) => found);
    expect(many.match(/<w:textDirection w:val="btLr"\/>/g)).toHaveLength(12);
    expect(few).not.toContain("textDirection");
    const [edition = 0, figure = 0, defined = 0] = [...few.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, w]) =>
      Number(w),
    );
    expect(defined).toBeGreaterThan(2 * (edition + figure));
    // All rows but the last keep to the next one.
    expect(few.match(/<w:keepNext\/>/g)).toHaveLength(6);
    expect(tall).not.toContain("keepNext");
  });

  test("has each chart as a sharp picture with its numbers in words", async () => {
    const source = aReportSource();
    const drawn = documentOf(source, reportWords())
      .sections.flatMap(({ parts }) => parts)
      .filter(({ drawing }) => drawing);
    const { part, parts } = await docx(source);
    const said = [...part(TEXT).matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, words]) => words);
    expect(said).toEqual(drawn.map(({ alt }) => alt));
    const pictures = [...parts].filter(([name]) => name.startsWith("word/media/"));
    expect(pictures).toHaveLength(drawn.length);
    for (const [name, png] of pictures) {
      expect(name).toMatch(/\.png$/);
      // 960 points of the drawing, 170 mm of the page: more than 300 to the inch.
      expect(png.readUInt32BE(16)).toBe(2400);
    }
  });

  test("has a chart or a table between the words of another section, each in the form that was chosen", async () => {
    const put = (part: "byMode" | "corridors", form: "picture" | "table") =>
      ({ type: "part", attrs: { part, form } }) as const;
    const between: ReportText = {
      type: "doc",
      content: [
        ...writtenText("Before").content,
        put("byMode", "picture"),
        put("corridors", "table"),
        ...writtenText("After").content,
      ],
    };
    const plain = await docx(aReportSource());
    const source = aReportSource({ texts: { lessons: between } });
    const paper = paperOf(source, reportWords());
    const lessons = paper.sections.find(({ blocks }) => blocks.some(({ kind }) => kind === "part"));
    const [picture, table] = lessons?.blocks.slice(4) ?? [];
    expect(lessons?.blocks.map(({ kind }) => kind).slice(3, 7)).toEqual(["numbers", "part", "part", "heading"]);
    expect(picture).toMatchObject({ part: { table: null, picture: { alt: expect.any(String) } } });
    expect(table).toMatchObject({ part: { picture: null, table: { rows: expect.any(Array) } } });
    const { part } = await docx(source);
    const count = (xml: string, what: RegExp) => xml.match(what)?.length ?? 0;
    expect(count(part(TEXT), /<wp:docPr /g)).toBe(count(plain.part(TEXT), /<wp:docPr /g) + 1);
    expect(tablesIn(part(TEXT), "w")).toHaveLength(tablesIn(plain.part(TEXT), "w").length + 1);
    const html = htmlOf(paper);
    expect(html.indexOf("Before")).toBeLessThan(html.lastIndexOf("<img"));
    expect(count(html, /<table>/g)).toBe(count(htmlOf(paperOf(aReportSource(), reportWords())), /<table>/g) + 1);
  });

  test("of one version is the same file today and tomorrow", async () => {
    const paper = paperOf(aReportSource(), reportWords());
    const [one, two] = [await office.docx(paper), await office.docx(paper)];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test.each(AWKWARD_SOURCES)("with %s keeps every section and table", async (_name, source) => {
    const { part } = await docx(source);
    const { sections } = documentOf(source, reportWords());
    const rows = sections.flatMap(({ parts }) => parts.flatMap(({ table }) => table.rows));
    const tables = tablesIn(part(TEXT), "w");
    expect(tables.reduce((sum, table) => sum + table.length - 1, 0)).toBe(rows.length);
    expect(paragraphsIn(part(TEXT)).filter(({ style }) => style === "Heading1")).toHaveLength(sections.length);
    // What an office refuses as damaged.
    expect(part(TEXT)).not.toMatch(/[^\P{Cc}\t\n\r]|\p{Surrogate}/u);
  });

  test("says words from right to left so that an office keeps their direction", async () => {
    const { part } = await docx(aReportSource({ texts: { lessons: writtenText("שלום עולם") } }));
    expect(part(TEXT)).toMatch(/<w:bidi\/>(?:(?!<\/w:p>).)*<w:rtl\/>(?:(?!<\/w:p>).)*שלום עולם/s);
  });
});
