import type { PaperPart } from "./paper.ts";

/** A chart by its numbers, which an office edits as its own. */
export type DeckChart = {
  kind: "bars" | "columns";
  labels: string[];
  series: { name: string; values: number[] }[];
  /** The same in words. */
  alt: string;
};

export type DeckLine = { text: string; mark: "none" | "heading" | "bullet" };

/** `notes` stand under the slide for whoever speaks: n, cut-off, unit, rules. */
export type DeckSlide =
  | { kind: "tiles"; title: string; tiles: { name: string; value: string }[]; notes: string[] }
  | { kind: "words"; title: string; lines: DeckLine[]; notes: string[] }
  | {
      kind: "figure";
      title: string;
      chart: DeckChart | null;
      table: PaperPart["table"];
      /** What is said of it on the slide itself. */
      foot: string;
      notes: string[];
    };

/** A report as slides, in one language. */
export type Deck = {
  lang: string;
  title: string;
  /** Which deck it is: "Mid-term deck"; empty where a kind has none of its own. */
  name: string;
  operation: string;
  period: string;
  /** On every slide. */
  marking: string;
  origin: string[];
  slides: DeckSlide[];
};
