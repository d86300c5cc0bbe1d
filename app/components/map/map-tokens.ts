import { SLOTS, type Slot } from "#app/domain/commodity-groups.ts";

/** The colours and fonts that the map is drawn with: the page's own custom properties, read for the theme of now. */
export type MapTokens = {
  sea: string;
  land: string;
  landIn: string;
  border: string;
  river: string;
  ground: string;
  text1: string;
  text2: string;
  text3: string;
  accent: string;
  danger: string;
  hatch: string;
  slots: Record<Slot, string>;
  /** Families as a canvas takes them: names with spaces in quotes. */
  fonts: string[];
};

export function readTokens(element: Element): MapTokens {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    sea: read("--sea"),
    land: read("--land"),
    landIn: read("--land-in"),
    border: read("--border"),
    river: read("--river"),
    ground: read("--bg-1"),
    text1: read("--text-1"),
    text2: read("--text-2"),
    text3: read("--text-3"),
    accent: read("--accent"),
    danger: read("--danger"),
    hatch: read("--hatch"),
    slots: Object.fromEntries(SLOTS.map((slot) => [slot, read(`--c-${slot}`)])) as Record<Slot, string>,
    fonts: familiesOf(read("--sans")),
  };
}

/** "Source Sans 3 Variable", sans-serif → each family by itself, generic ones left to the map. */
export function familiesOf(fontFamily: string): string[] {
  const families = fontFamily.split(",").map((family) => family.trim().replace(/\s+/g, " "));
  return families.filter((family) => family !== "" && family !== "sans-serif");
}

/** A colour "#rrggbb" at an opacity; others as they are. */
export function withAlpha(colour: string, alpha: number): string {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!digits) return colour;
  const [red, green, blue] = digits.slice(1).map((pair) => Number.parseInt(pair, 16));
  return `rgba(${red}, ${green}, ${blue}, ${alpha})`;
}
