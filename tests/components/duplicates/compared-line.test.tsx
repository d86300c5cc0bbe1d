import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { expect, test } from "vitest";
import { ComparedLine } from "#app/components/duplicates/compared-line.tsx";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import type { DuplicateCoverage } from "#app/domain/duplicates/coverage.ts";
import type { Locale } from "#app/messages/index.ts";
import "#app/messages/all.server.ts";

async function said(coverage: DuplicateCoverage | null, locale: Locale = "en"): Promise<string> {
  const line = (
    <TextProvider locale={locale} zone="Asia/Bangkok" now="2026-08-14T07:02:00Z">
      <ComparedLine coverage={coverage} />
    </TextProvider>
  );
  const { query, dataRoutes } = createStaticHandler([{ path: "/", element: line }]);
  const context = await query(new Request("http://localhost/"));
  if (context instanceof Response) throw new Error("no page");
  const html = renderToString(
    <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />,
  );
  return html.replace(/<[^>]*>/g, "");
}

test("it says among how many cases duplicates were looked for, and what was left out", async () => {
  expect(await said({ cases: 4000, complete: false, whole: false })).toMatch(
    /goes on: 4,000 cases are compared so far/,
  );
  expect(await said({ cases: 30_000, complete: true, whole: false })).toMatch(
    /among the newest 30,000 cases. Earlier ones are not compared/,
  );
  expect(await said({ cases: 812, complete: true, whole: true })).toBe(
    "Duplicates are looked for among all 812 cases.",
  );
  expect(await said({ cases: 0, complete: true, whole: true })).toBe("No case is to compare yet.");
  expect(await said({ cases: 30_000, complete: true, whole: false }, "vi")).toMatch(/30\.000 vụ mới nhất/);
});

test("who is not shown what was found is told nothing", async () => {
  expect(await said(null)).toBe("");
});
