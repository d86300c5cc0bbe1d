import { z } from "zod";
import { readFactFilter, writeFactFilter } from "./fact-filter.ts";
import { Id } from "./id.ts";
import { RequiredText } from "./text.ts";

/** So many dashboards one member keeps in an operation, and so many panels one has. */
export const MOST_DASHBOARDS = 50;
export const MOST_PANELS = 24;

/** What a dashboard can be made of: the figures of the statistics page, who has reported, the corridors, the newest. */
export const PANEL_KINDS = [
  "headline",
  "coverage",
  "latest",
  "corridorMap",
  "byReporter",
  "byDay",
  "quantityBySlot",
  "byGroup",
  "corridors",
  "byCountry",
  "byPlaceKind",
  "byMode",
  "byDirection",
  "byDetection",
  "byConcealment",
  "slotByMode",
  "slotByConcealment",
] as const;
export type PanelKind = (typeof PANEL_KINDS)[number];

/** What a panel can be looked at by, beside its filter: as the statistics page has it in its address. */
export const CHOICES_OF: Partial<Record<PanelKind, { name: string; values: readonly string[] }>> = {
  byReporter: { name: "order", values: ["name", "rank"] },
  byDay: { name: "per", values: ["week", "day"] },
};

const LONGEST_QUERY = 4_000;

/** The query of a panel as it is kept: its filter in one form, and what this kind of panel can be looked at by. */
export function panelQuery(kind: PanelKind, query: string): string {
  const said = new URLSearchParams(query);
  const kept = writeFactFilter(readFactFilter(said).filter);
  const choice = CHOICES_OF[kind];
  const value = choice && said.get(choice.name);
  if (choice && value && choice.values.indexOf(value) > 0) kept.set(choice.name, value);
  return kept.toString();
}

export const Panel = z
  .object({
    kind: z.enum(PANEL_KINDS, "dashboards.panel.unknown"),
    query: z.string().max(LONGEST_QUERY, "views.query.long"),
    /** As wide as two. */
    wide: z.boolean(),
  })
  .transform(({ kind, query, wide }) => ({ kind, query: panelQuery(kind, query), wide }));
export type Panel = z.infer<typeof Panel>;

export const Panels = z.array(Panel).max(MOST_PANELS);

const Name = RequiredText(80, "dashboards.name.missing");
const At = z.number().int().min(0).max(MOST_PANELS);

export const DashboardInput = z.object({ id: Id, name: Name, shared: z.boolean() });
export type DashboardInput = z.infer<typeof DashboardInput>;

/** The version that its maker saw, and what is changed of it. */
const Changed = z.object({ dashboard: Id, base: z.number().int().min(1) });

export const DashboardNaming = Changed.extend({ name: Name, shared: z.boolean() });
export type DashboardNaming = z.infer<typeof DashboardNaming>;

export const Step = z.discriminatedUnion("do", [
  /** At the end, or where it stood before it was taken away. */
  z.object({ do: z.literal("add"), panel: Panel, at: At.nullable() }),
  z.object({ do: z.literal("move"), at: At, to: At }),
  z.object({ do: z.literal("widen"), at: At, wide: z.boolean() }),
  z.object({ do: z.literal("look"), at: At, query: z.string().max(LONGEST_QUERY, "views.query.long") }),
  z.object({ do: z.literal("remove"), at: At }),
]);
export type Step = z.infer<typeof Step>;

export const DashboardStep = Changed.extend({ step: Step });
export type DashboardStep = z.infer<typeof DashboardStep>;

/** The panels after a step; null where it speaks of a panel that is not there, or would make one too many. */
export function stepped(panels: readonly Panel[], step: Step): Panel[] | null {
  if (step.do === "add") {
    if (panels.length >= MOST_PANELS) return null;
    return put(panels, step.at ?? panels.length, step.panel);
  }
  const panel = panels[step.at];
  if (!panel) return null;
  const others = panels.filter((_, at) => at !== step.at);
  if (step.do === "remove") return others;
  if (step.do === "move") return put(others, step.to, panel);
  const changed = step.do === "widen" ? { wide: step.wide } : { query: panelQuery(panel.kind, step.query) };
  return put(others, step.at, { ...panel, ...changed });
}

function put(panels: readonly Panel[], at: number, panel: Panel): Panel[] {
  return [...panels.slice(0, at), panel, ...panels.slice(at)];
}

/** How many columns each panel takes, so that no row is left with a hole: the last of a row takes what remains of it. */
export function spansOf(panels: readonly Pick<Panel, "wide">[], columns: number): number[] {
  const spans: number[] = [];
  let left = columns;
  for (const { wide } of panels) {
    const wanted = Math.min(columns, wide ? 2 : 1);
    if (wanted > left) {
      spans[spans.length - 1] = (spans.at(-1) ?? 0) + left;
      left = columns;
    }
    spans.push(wanted);
    left = left === wanted ? columns : left - wanted;
  }
  if (left < columns && spans.length > 0) spans[spans.length - 1] = (spans.at(-1) ?? 0) + left;
  return spans;
}
