import type { Page, Request } from "@playwright/test";
import postgres from "postgres";
import { joinEmbedded } from "#db/embedded/start-embedded.ts";
import { type App, startApp } from "../support/app.ts";

/**
 * Kills the server over a request of a page, once: when it is `answered`, and the answer never comes to the page, or
 * while it is `asked`, and nobody knows how far it came. Resolves when the server is dead.
 */
export function killedOver(page: Page, app: App, when: "asked" | "answered", isIt: (request: Request) => boolean) {
  return new Promise<void>((dead) => {
    let over = false;
    void page.route(
      (url) => url.pathname.startsWith("/operations/"),
      async (route) => {
        if (over || !isIt(route.request())) return route.fallback();
        over = true;
        const answer = route.fetch().catch(() => null);
        if (when === "answered") await answer;
        await app.kill();
        await answer;
        await route.abort("connectionreset");
        dead();
      },
    );
  });
}

/** The same installation again, where it was. */
export function startedAgain(app: App, dataDir: string): Promise<App> {
  return startApp({ dataDir, port: Number(new URL(app.address).port) });
}

/** How many reports and files of an operation are on record. */
export async function onRecord(dataDir: string, operation: string): Promise<{ reports: number; files: number }> {
  const cluster = await joinEmbedded({ dataDir });
  const sql = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} });
  const id = operation.split("/").at(-1) ?? "";
  const [found] = await sql<{ reports: number; files: number }[]>`
    select (select count(*)::int from seizure_reports where operation_id = ${id}) as reports,
      (select count(*)::int from attachments where operation_id = ${id}) as files`;
  await sql.end();
  return found ?? { reports: 0, files: 0 };
}
