import type PptxGenJS from "pptxgenjs";
import type { DeckLine, DeckSlide } from "../../app/domain/operation-report/deck.ts";
import { runsLeft, writable } from "./letters.ts";
import { addChart, addTable } from "./pptx-figures.ts";
import { FACE, type Ground, INK, plateOn, shapedBy, sized } from "./pptx-ground.ts";

type Slide = PptxGenJS.Slide;
export type On = { ground: Ground; lang: string };

export function head(slide: Slide, { lang }: On, title: string): void {
  slide.addText(writable(title), { placeholder: "title", lang, ...(runsLeft(title) && { rtlMode: true }) });
}

/** On every slide, in the same place. */
export function strip(slide: Slide, { ground, lang }: On, marking: string): void {
  const { left, right, height } = ground;
  const place = { x: left, y: height - 0.46, w: (right - left) * 0.86, h: 0.3 };
  const look = { fontFace: FACE, fontSize: sized(ground, 10), bold: true, color: INK.mark, margin: 0 };
  const plate = plateOn(ground);
  slide.addText(writable(marking), { ...place, ...look, ...plate, valign: "middle", lang, objectName: "Marking" });
}

/** Headline figures, three in a row, read from the back of a room. */
export function tiles(slide: Slide, { ground, lang }: On, all: readonly { name: string; value: string }[]): void {
  const [across, down] = [3, 2];
  const small = { fontSize: sized(ground, 14), color: INK.soft };
  all.slice(0, across * down).forEach(({ name, value }, at) => {
    const place = { x: (at % across) / across, y: Math.floor(at / across) / down, w: 0.96 / across, h: 0.9 / down };
    // "40.0% (2/5)": the share large, its numbers under it.
    const [, large = value, numbers = ""] = /^(\S+) (\(.+\))$/.exec(value) ?? [];
    slide.addText(
      [
        { text: writable(name), options: { ...small, breakLine: true } },
        {
          text: writable(large),
          options: { fontSize: sized(ground, 40), bold: true, color: INK.accent, breakLine: numbers !== "" },
        },
        ...(numbers === "" ? [] : [{ text: numbers, options: small }]),
      ],
      {
        ...shapedBy(ground, place),
        ...{ fill: { color: "F6F8F8" }, line: { color: INK.line, width: 0.75 } },
        ...{ fontFace: FACE, valign: "middle", align: "left", margin: 14, fit: "shrink", lang },
      },
    );
  });
}

export function words(slide: Slide, { ground, lang }: On, lines: readonly DeckLine[]): void {
  const said = lines.map(({ text, mark }) => ({
    text: writable(text).replaceAll("\n", " "),
    options: {
      ...{ breakLine: true, fontSize: sized(ground, mark === "heading" ? 18 : 16), bold: mark === "heading" },
      ...{ paraSpaceAfter: 8, ...(mark === "bullet" && { bullet: true }) },
      ...(runsLeft(text) && { rtlMode: true, align: "right" as const }),
    },
  }));
  const look = {
    fontFace: FACE,
    color: INK.text,
    valign: "top" as const,
    fit: "shrink" as const,
    margin: 0,
  };
  slide.addText(said, { ...shapedBy(ground, { x: 0, y: 0, w: 1, h: 1 }), ...look, ...plateOn(ground), lang });
}

type Figure = Extract<DeckSlide, { kind: "figure" }>;

/** The chart with its table beside it; either alone takes the whole width. */
export function figure(slide: Slide, on: On, { chart, table, foot }: Figure): void {
  const { ground, lang } = on;
  const beside = chart !== null && table !== null;
  if (chart) addChart(slide, on, { chart, width: beside ? 0.52 : 1 });
  if (table) addTable(slide, on, { table, x: beside ? 0.54 : 0 });
  const small = { fontFace: FACE, fontSize: sized(ground, 10), color: INK.soft, margin: 0, valign: "middle" as const };
  const place = shapedBy(ground, { x: 0, y: 0.93, w: 1, h: 0.07 });
  slide.addText(writable(foot), { ...place, ...small, ...plateOn(ground), lang, objectName: "Foot" });
}
