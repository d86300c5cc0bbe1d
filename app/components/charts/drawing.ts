import type { FlowStage } from "#app/domain/flow.ts";
import type { LonLat } from "#app/domain/great-circle.ts";
import type { FlowLayout } from "./flow-layout.ts";
import type { ComparedPeriods } from "./reckoning.ts";
import type { Bar } from "./stack.ts";

/** What a figure looks like when it leaves the page as a picture: by its numbers, not by what a screen shows of them. */
export type Drawing = Drawn & {
  /** What is said of it above all that stands under every figure. */
  notes?: readonly string[];
};

type Drawn =
  | { kind: "bars"; bars: readonly Bar[]; compared?: ComparedPeriods }
  | {
      kind: "columns";
      bars: readonly Bar[];
      end: number;
      ticks: readonly number[];
      names: readonly { at: number; name: string }[];
    }
  | {
      kind: "flow";
      layout: FlowLayout;
      heads: Readonly<Record<FlowStage, string>>;
      /** By the keys of nodes. */
      names: Readonly<Record<string, string>>;
    }
  | {
      kind: "corridors";
      /** By the keys of corridors between countries, busiest first. */
      bars: readonly Bar[];
      participants: readonly string[];
      /** By the codes of countries. */
      names: Readonly<Record<string, string>>;
      /** Rings of land to lie under them, where there are some. */
      land?: readonly (readonly LonLat[])[];
    }
  | { kind: "heat"; columns: readonly string[]; rows: readonly { name: string; counts: readonly number[] }[] };

/** Whether it shows bars, divided by kinds of goods. */
export function hasBars(drawing: Drawing): drawing is Extract<Drawing, { kind: "bars" | "columns" }> {
  return drawing.kind === "bars" || drawing.kind === "columns";
}

/** What stands above and under it. */
export type DrawingWords = {
  title: string;
  /** One line each, as long as they are. */
  under: readonly string[];
  /** The same numbers in a sentence, for those who do not see it. */
  alt: string;
  confirmed: string;
  provisional: string;
  /** How the second period is called, where there are two. */
  second?: string;
  kindNames: Readonly<Record<string, string>>;
};

/** Colours by the names of their tokens. */
export type Palette = Readonly<Record<"ground" | "text1" | "text2" | "text3" | "line" | "heat", string>> & {
  slots: Readonly<Record<string, string>>;
  font: string;
};
