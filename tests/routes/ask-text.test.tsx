import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { afterAll, expect, test } from "vitest";
import { AskText } from "#app/components/tally/ask-text.tsx";
import type { CalendarPageProps } from "#app/components/tally/calendar-page.tsx";
import { missingOfDay } from "#app/components/tally/missing-of-day.ts";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { makeText } from "#app/messages/catalogue.ts";
import { LOCALES, type Locale } from "#app/messages/index.ts";
import { loader as calendar } from "#app/routes/operations.$operationId.tallies._index.tsx";
import { loader as frame } from "#app/routes/operations.$operationId.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";
import "#app/messages/all.server.ts";

/** The text to paste elsewhere leaves the installation: agencies and a day are all that may stand in it. */
const world = await aWorld({ steps: { "VN-CUS": 0 } });
afterAll(() => world.close());
const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });

const HEROIN = "D2.heroin";
const KASE = aSeizureInput({
  nationalCaseNo: "QX-77/2021",
  items: [aSeizureItem({ commodity: HEROIN, quantity: "41.5", unit: "kg" })],
  nominal: {
    persons: [{ name: "Nguyen Van Anh", document: "B7712345", note: "" }],
    ...{ registration: "29C-55512", waybill: "", note: "", recipients: [] },
  },
});

const load = async (loader: Parameters<typeof visit>[0], { token }: Acting) => {
  const { operationId } = world;
  const path = `/operations/${operationId}`;
  return (await visit(loader, path, { house: world.house, token, params: { operationId } })).data;
};

/** As the server draws it below the frame of the operation. */
async function drawn(part: ReactElement, data: Record<string, unknown>): Promise<string> {
  const id = "routes/operations.$operationId";
  const { query, dataRoutes } = createStaticHandler([{ id, path: "/", element: part, loader: () => data }]);
  const context = await query(new Request("http://localhost/"));
  if (context instanceof Response) throw new Error("no page");
  return renderToString(
    <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />,
  );
}

async function asked(locale: Locale): Promise<string> {
  const page = (await load(calendar, lead)) as unknown as CalendarPageProps;
  const missing = missingOfDay(page);
  if (!missing) throw new Error("no tally is missing");
  const part = (
    <TextProvider locale={locale} zone="Asia/Bangkok" now={page.now}>
      <AskText {...missing} />
    </TextProvider>
  );
  return drawn(part, await load(frame, lead));
}

test("holds agencies and a day, and no person, no case and no goods, in whatever language", async () => {
  await submitReport(contact, aCommand(KASE));
  const tally = { nil: false, remark: "Ask Officer Binh", groups: [{ group: "D2", cases: 1, quantities: [] }] };
  const tallies = [TallyInput.parse({ ...tally, day: "2021-05-17" })];
  await postTallies(contact, aCommand({ tallies }));
  const [{ numbers = [] } = {}] = await world.owner<{ numbers: string[] }[]>`
    select array_agg(message_no) || array_agg(id::text) as numbers from seizure_facts`;
  const persons = await world.owner<{ name: string; email: string | null }[]>`select name, email from persons`;
  expect([numbers.length, persons.length > 2]).toEqual([2, true]);
  for (const locale of LOCALES) {
    const html = await asked(locale);
    expect(html).toContain("Agency VN-CUS");
    const text = makeText(locale);
    const nominal = [
      ...persons.flatMap(({ name, email }) => [name, email ?? name]),
      ...["Nguyen Van Anh", "B7712345", "29C-55512", "Officer", "Binh"],
    ];
    const ofCases = [...numbers, KASE.nationalCaseNo, HEROIN, text.commodity(HEROIN), text.commodity("D2"), "41.5"];
    for (const secret of [...nominal, ...ofCases]) expect(html, `${locale}: ${secret}`).not.toContain(secret);
  }
});
