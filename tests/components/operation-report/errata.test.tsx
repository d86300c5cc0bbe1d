import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { beforeAll, expect, test } from "vitest";
import { Errata, type ErrataProps } from "#app/components/operation-report/errata.tsx";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import { en } from "#app/messages/en.ts";
import { registerCatalogue } from "#app/messages/index.ts";
import { aReportSource } from "#tests/support/report-sources.ts";

const ERRATUM: ErrataProps["errata"][number] = {
  id: "01990000-0000-7000-8000-000000000001",
  section: "summary",
  line: "",
  said: "Most came by air",
  correct: "Most came by road",
  reason: "Two columns were swapped",
  author: "Lead",
  at: "2026-08-14T12:00:00Z",
  withdrawn: null,
};

beforeAll(() => registerCatalogue("en", en));

/** Inside the frame of an operation that names no country. */
async function errataAfter(answer: unknown): Promise<string> {
  const props = { edition: 1, errata: [ERRATUM], sections: [], mayCorrect: false, command: "c", answer };
  const element = (
    <TextProvider locale="en" zone="UTC" now="2026-08-14T12:00:00Z">
      <Errata {...props} source={aReportSource()} />
    </TextProvider>
  );
  const frame = { id: "routes/operations.$operationId", path: "/", loader: () => ({ names: {}, participants: [] }) };
  const { query, dataRoutes } = createStaticHandler([{ ...frame, element }]);
  const context = await query(new Request("http://localhost/"));
  if (context instanceof Response) throw new Error("no page");
  return renderToString(
    <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />,
  );
}

test("errata say what their own forms did, and nothing of what other forms of the page did", async () => {
  expect(await errataAfter({ done: "add_erratum" })).toContain(en["operation_report.errata.done.add_erratum"]);
  expect(await errataAfter({ done: "make_file" })).not.toContain("make_file");
  expect(await errataAfter({ done: "make_file" })).not.toContain('role="status"');
});
