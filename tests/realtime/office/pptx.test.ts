import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { documentOf } from "#app/components/operation-report/document.ts";
import type { ReportSource } from "#app/components/operation-report/document-types.ts";
import { deckOf } from "#app/operation-report-files/deck.server.ts";
import { plannedFor } from "#app/operation-report-files/deck-plans.ts";
import { officeMaker } from "#realtime/office/office-maker.ts";
import { aFolder } from "#tests/support/files.ts";
import { openOffice, seriesIn, tablesIn } from "#tests/support/office-files.ts";
import { AWKWARD_SOURCES, aReportSource, reportWords, writtenText } from "#tests/support/report-sources.ts";

const office = officeMaker({ templates: null });

async function opened(source: ReportSource, locale: "en" | "vi" | "zh" = "en", by = office) {
  const { parts, part } = await openOffice(await by.pptx(deckOf(source, reportWords(locale)), "OMD3"));
  const numbered = (folder: string, name: string) =>
    [...parts.keys()]
      .filter((path) => new RegExp(`^ppt/${folder}/${name}\\d+\\.xml$`).test(path))
      .sort((left, right) => numberIn(left) - numberIn(right))
      .map(part);
  const slides = numbered("slides", "slide");
  return { parts, part, slides, notes: numbered("notesSlides", "notesSlide"), charts: numbered("charts", "chart") };
}

/** The sections that the deck of its kind shows, in the deck's order. */
const shownIn = (source: ReportSource, locale: "en" | "vi" | "zh" = "en") =>
  plannedFor(source.kind, documentOf(source, reportWords(locale)).sections).sections;

const numberIn = (path: string) => Number(/(\d+)\.xml$/.exec(path)?.[1]);

describe("a report as slides", () => {
  test.each(["en", "vi", "zh"] as const)("has every table as one that an office edits, in %s", async (locale) => {
    const source = aReportSource();
    const { slides } = await opened(source, locale);
    const parts = shownIn(source, locale).flatMap((section) => section.parts);
    expect(slides.flatMap((slide) => tablesIn(slide, "a"))).toEqual(
      parts
        .filter(({ table }) => table.rows.length > 0)
        .map(({ table }) => [
          table.heads.map(({ name }) => name),
          ...table.rows.map((row) => row.map(({ shown }) => shown)),
        ]),
    );
  });

  test("has charts whose numbers are the figures, with their workbooks and words", async () => {
    const source = aReportSource();
    const { charts, slides, parts } = await opened(source);
    const drawings = shownIn(source).flatMap((section) =>
      section.parts.flatMap(({ drawing, alt }) => (drawing && "bars" in drawing ? [{ bars: drawing.bars, alt }] : [])),
    );
    expect(charts.map((chart) => Object.fromEntries(seriesIn(chart)))).toEqual(
      drawings.map(({ bars }) => ({
        confirmed: new Map(bars.map(({ label, confirmed }) => [label, confirmed])),
        provisional: new Map(bars.map(({ label, provisional }) => [label, provisional])),
      })),
    );
    expect([...parts.keys()].filter((name) => name.startsWith("ppt/embeddings/"))).toHaveLength(charts.length);
    for (const { alt } of drawings) expect(slides.some((slide) => slide.includes(`descr="${alt}"`))).toBe(true);
  });

  test("says its marking on every slide, and n, cut-off, unit and rule under every figure", async () => {
    const { slides, notes, part } = await opened(aReportSource());
    for (const slide of slides) expect(slide).toContain("For participants in the operation alone · H1: ");
    const figures = notes.filter((_, at) => slides[at]?.includes("<a:tbl>"));
    expect(figures.length).toBeGreaterThan(5);
    for (const note of figures)
      expect(note).toMatch(/n = 5 cases: 2 confirmed, 3 provisional · Cut-off: .*Unit: cases/s);
    expect(notes.join("")).toMatch(/rule case-v2/);
    // What stands in the report alone is named.
    expect(notes[0]).toMatch(/Further sections stand in the report: .*Transport and place/);
    expect(part("docProps/core.xml")).toMatch(/<dc:creator>Naga</);
  });

  test("carries the words of a section, cut where the slide is full and whole in its notes", async () => {
    const words = `${"Ivory and pangolin scales. ".repeat(300)}END`;
    const { slides, notes } = await opened(aReportSource({ texts: { lessons: writtenText(words) } }));
    const last = slides.at(-1) ?? "";
    expect(last).toMatch(/Ivory and pangolin scales.*…/s);
    expect(last).not.toContain("END");
    expect(notes.at(-1)).toContain("END");
  });

  test.each(AWKWARD_SOURCES)("with %s breaks nothing", async (_name, source) => {
    const { slides, parts } = await opened(source);
    expect(slides.length).toBe(deckOf(source, reportWords()).slides.length + 1);
    for (const [name, content] of parts) {
      if (name.endsWith(".xml")) expect(content.toString("utf8")).not.toMatch(/[^\P{Cc}\t\n\r]|\p{Surrogate}/u);
    }
    for (const slide of slides) for (const table of tablesIn(slide, "a")) expect(table.length).toBeLessThanOrEqual(12);
  });

  test("of one version is the same file today and tomorrow", async () => {
    const deck = deckOf(aReportSource(), reportWords());
    const [one, two] = [await office.pptx(deck, "OMD3"), await office.pptx(deck, "OMD3")];
    expect(Buffer.compare(one, two)).toBe(0);
  });
});

describe("slides on the host's template", () => {
  test("take its layouts, and nothing of what it shows; one operation's goes before that of all", async () => {
    // Our own deck serves as a template of another house, made by its own hand: its slides must not come along.
    const theirs = deckOf(aReportSource({ title: "A SECRET OF THE HOST" }), reportWords());
    const templates = aFolder();
    mkdirSync(join(templates, "OMD3"));
    writeFileSync(join(templates, "report.pptx"), "not asked for");
    writeFileSync(join(templates, "OMD3", "report.pptx"), await office.pptx(theirs, "OMD3"));
    const { parts, part, slides } = await opened(aReportSource(), "en", officeMaker({ templates }));
    expect([...parts.values()].some((content) => content.includes("A SECRET OF THE HOST"))).toBe(false);
    expect([...parts.keys()].filter((name) => /slide(Master|Layout)s\/slide/.test(name))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^ppt\/host\/slideMasters\/slideMaster1\.xml$/)]),
    );
    for (const at of slides.keys())
      expect(part(`ppt/slides/_rels/slide${at + 1}.xml.rels`)).toMatch(/Target="\/ppt\/host\/slideLayouts\//);
    const named = [...part("[Content_Types].xml").matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name);
    expect(named.filter((name) => name !== undefined && !parts.has(name))).toEqual([]);
    for (const [name, content] of parts) {
      if (!name.endsWith(".rels")) continue;
      const targets = [...content.toString("utf8").matchAll(/Target="\/(ppt\/[^"]+)"/g)].map(([, target]) => target);
      expect(targets.filter((target) => target !== undefined && !parts.has(target))).toEqual([]);
    }
  });

  test("that is no presentation gives way to our own look", async () => {
    const templates = aFolder();
    writeFileSync(join(templates, "report.pptx"), "no presentation");
    const deck = deckOf(aReportSource(), reportWords());
    const one = await officeMaker({ templates }).pptx(deck, "OMD3");
    expect(Buffer.compare(one, await office.pptx(deck, "OMD3"))).toBe(0);
  });
});
