import type { ActionFunction, ServerBuild } from "@remix-run/node";
import { onePage } from "#tests/support/server.ts";
import { ACCOUNT_ACTS, type Act, AGENCY_ACTS, PLAN_ACTS, TALLY_ACTS } from "./acts.ts";
import { CLOSING_ACTS } from "./closing-acts.ts";
import { DASHBOARD_ACTS, WALL_ACTS } from "./dashboard-acts.ts";
import { EXPORT_ACTS } from "./export-acts.ts";
import { FILE_ACTS } from "./file-acts.ts";
import { HIGHLIGHT_ACTS } from "./highlight-acts.ts";
import { IMPORT_ACTS } from "./import-acts.ts";
import { MEDIA_ACTS } from "./media-acts.ts";
import { OUTCOME_ACTS } from "./outcome-acts.ts";
import { RECORD_ACTS } from "./record-acts.ts";
import { REPORT_ACTS } from "./report-acts.ts";
import { pathOf, routesWithActions } from "./sources.ts";
import { VIEW_ACTS } from "./view-acts.ts";
import { WATCH_ACTS } from "./watch-acts.ts";
import { WEBHOOK_ACTS } from "./webhook-acts.ts";

/** Every form of the pages, by the subject that the table of expectations has for it. */
export const ACTS: Record<string, Act> = {
  ...PLAN_ACTS,
  ...AGENCY_ACTS,
  ...WEBHOOK_ACTS,
  ...TALLY_ACTS,
  ...WATCH_ACTS,
  ...DASHBOARD_ACTS,
  ...WALL_ACTS,
  ...VIEW_ACTS,
  ...REPORT_ACTS,
  ...HIGHLIGHT_ACTS,
  ...MEDIA_ACTS,
  ...RECORD_ACTS,
  ...OUTCOME_ACTS,
  ...FILE_ACTS,
  ...IMPORT_ACTS,
  ...EXPORT_ACTS,
  ...CLOSING_ACTS,
  ...ACCOUNT_ACTS,
};

/** Where a form is sent, with what stands for the names in its address. */
export function pathOfAct(subject: string, places: Record<string, string>): string {
  const [, pattern = "/"] = subject.split(" ");
  return pattern.replace("*", "nowhere").replace(/:(\w+)/g, (_, name: string) => places[name] ?? "");
}

/** The actions of all routes as they are in the sources, without the pages around them. */
export async function actionsAlone(): Promise<ServerBuild> {
  const routes: ServerBuild["routes"] = {};
  for (const file of routesWithActions().values()) {
    const address = new URL(`../../app/routes/${file}`, import.meta.url).href;
    const { action }: { action: ActionFunction } = await import(/* @vite-ignore */ address);
    routes[file] = { id: file, path: pathOf(file).slice(1), module: { action, default: undefined } };
  }
  return { ...onePage(() => new Response("", { status: 404 })), routes };
}
