import type PptxGenJS from "pptxgenjs";
import { OFFICE_FONTS } from "./letters.ts";

export type Box = { x: number; y: number; w: number; h: number };

/** Inches. `left` and `right`, `top` and `bottom` bound what a slide may be filled with below its title. */
export type Ground = {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Whether another's layouts are put under the slides. */
  host: boolean;
  /** Where a first slide says what stands under its title. */
  under: Box | null;
};

export const OWN_GROUND: Ground = {
  ...{ width: 13.333, height: 7.5, left: 0.6, right: 12.733, top: 1.25, bottom: 6.85 },
  host: false,
  under: null,
};

export const INK = { text: "142023", soft: "515F63", line: "D6D5CE", accent: "0F6B78", mark: "8C2A20", head: "EEF2F3" };
export const CHART_INK = ["0F6B78", "A9CDD2"];
export const FACE = OFFICE_FONTS.latin;

/** A part of what may be filled, as shares of it. */
export function shapedBy({ left, right, top, bottom }: Ground, { x, y, w, h }: Box): Box {
  const [width, height] = [right - left, bottom - top];
  return { x: left + x * width, y: top + y * height, w: w * width, h: h * height };
}

/** What is written is as large as the slide allows: sizes are given for one of 7.5 inches. */
export function sized({ height }: Ground, points: number): number {
  return Math.max(7, Math.round((points * height * 2) / 7.5) / 2);
}

/** What our ink stands on: a host's ground may be of any colour. */
export function plateOn({ host }: Ground) {
  return host ? { fill: { color: "FFFFFF" } } : {};
}

/** Our own look: white, a line in the colour of the house, and the place of the title. */
export function OWN_MASTERS(ground: Ground): PptxGenJS.SlideMasterProps[] {
  const { left, right, width, height } = ground;
  const title = {
    name: "title",
    type: "title" as const,
    fontFace: FACE,
    color: INK.text,
    bold: true,
    margin: 0,
    align: "left" as const,
  };
  const bar = (y: number, h: number) => ({ rect: { x: 0, y, w: 0.14, h, fill: { color: INK.accent } } });
  const page = { x: left, y: 0.38, w: right - left, h: 0.72, fontSize: 24, valign: "middle" as const };
  const cover = { x: left, y: height * 0.26, w: (right - left) * 0.9, h: height * 0.24, fontSize: 36 };
  const rule = { line: { x: left, y: 1.14, w: right - left, h: 0, line: { color: INK.line, width: 0.75 } } };
  const background = { color: "FFFFFF" };
  return [
    {
      title: "cover",
      background,
      objects: [bar(0, height), { placeholder: { options: { ...title, ...cover, valign: "bottom" }, text: "" } }],
    },
    {
      title: "page",
      background,
      objects: [bar(0.38, 0.72), rule, { placeholder: { options: { ...title, ...page }, text: "" } }],
      slideNumber: {
        x: width - 1.2,
        y: height - 0.42,
        w: 0.6,
        h: 0.28,
        fontFace: FACE,
        fontSize: 9,
        color: INK.soft,
        align: "right",
      },
    },
  ];
}
