import { DashboardInput, DashboardNaming, DashboardStep } from "./domain/dashboard.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import { dropDashboard, makeDashboard, nameDashboard, stepDashboard } from "./services/dashboards.server.ts";
import type { Acting } from "./services/house.server.ts";
import type { Outcome } from "./services/write.server.ts";

const said = (form: FormData, name: string) => textOf(form, name) === "yes";

export async function makeByForm(acting: Acting, form: FormData): Promise<Outcome> {
  const { id } = commandOf(form, null);
  const input = parsed(DashboardInput, { id, name: textOf(form, "name"), shared: said(form, "shared") });
  return makeDashboard(acting, { id, input });
}

export async function nameByForm(acting: Acting, form: FormData): Promise<Outcome> {
  const input = parsed(DashboardNaming, {
    ...ofForm(form),
    name: textOf(form, "name"),
    shared: said(form, "shared"),
  });
  return nameDashboard(acting, commandOf(form, input));
}

export const dropByForm = (acting: Acting, form: FormData) =>
  dropDashboard(acting, commandOf(form, { dashboard: idIn(textOf(form, "dashboard")) }));

export const STEPS = ["add", "move", "widen", "look", "remove"] as const;
export type StepName = (typeof STEPS)[number];

export async function stepByForm(acting: Acting, form: FormData, name: StepName): Promise<Outcome> {
  const input = parsed(DashboardStep, { ...ofForm(form), step: stepIn(form, name) });
  return stepDashboard(acting, commandOf(form, input));
}

function stepIn(form: FormData, name: StepName) {
  const at = wholeOf(form, "at");
  if (name === "add") {
    const panel = { kind: textOf(form, "kind"), query: queryIn(form), wide: said(form, "wide") };
    return { do: name, panel, at: form.has("at") ? at : null };
  }
  if (name === "move") return { do: name, at, to: wholeOf(form, "to") };
  if (name === "widen") return { do: name, at, wide: said(form, "wide") };
  if (name === "look") return { do: name, at, query: queryIn(form) };
  return { do: name, at };
}

/** A filter as it was chosen among those that are kept, and beside it how the panel is looked at. */
function queryIn(form: FormData): string {
  const look = textOf(form, "look");
  return [textOf(form, "query"), look].filter((part) => part !== "").join("&");
}

const ofForm = (form: FormData) => ({ dashboard: idIn(textOf(form, "dashboard")), base: wholeOf(form, "base") });

/** Ids stand in the form unseen: one that is none was made by no page. */
function idIn(typed: string): Id {
  const id = Id.safeParse(typed);
  if (!id.success) throw new Problem("not-found", "dashboards.unknown");
  return id.data;
}
