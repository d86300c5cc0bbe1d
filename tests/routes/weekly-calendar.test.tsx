import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AskText } from "#app/components/tally/ask-text.tsx";
import { CalendarGrid } from "#app/components/tally/calendar-grid.tsx";
import type { CalendarPageProps } from "#app/components/tally/calendar-page.tsx";
import { missingOfDay } from "#app/components/tally/missing-of-day.ts";
import { OwnDays } from "#app/components/tally/own-days.tsx";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import { TallyInput } from "#app/domain/tally/tally.ts";
import { loader as calendar } from "#app/routes/operations.$operationId.tallies._index.tsx";
import { loader as frame } from "#app/routes/operations.$operationId.tsx";
import type { Acting } from "#app/services/house.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";
import "#app/messages/all.server.ts";

/** A tally every Friday; for the last days of the phase, from the 11th of September, none is due. */
const FRIDAY = 5;
const world = await aWorld();
afterAll(() => world.close());
const { operationId, owner, house } = world;
const vietnam = agencyOf(world, "VN-CUS");
const lead = await world.join({ role: "lead", agency: agencyOf(world, "RILO") });
const officer = await world.join({ role: "reporter", agency: vietnam });

beforeAll(async () => {
  await owner`insert into tally_promises ${owner({
    ...{ operation_id: operationId, id: uuid(), agency_id: vietnam.id, rhythm: "weekly", weekday: FRIDAY },
    ...{ from_day: "2021-04-15", days_off: [], holidays: [], zone: "Asia/Bangkok" },
    ...{ made_by: uuid(), made_at: "2021-04-01", begun_by: uuid() },
  })}`;
  await postTallies(officer, aCommand({ tallies: [TallyInput.parse({ day: "2021-08-20", nil: true })] }));
});

const load = async (loader: Parameters<typeof visit>[0], { token }: Acting) =>
  (await visit(loader, `/operations/${operationId}`, { house, token, params: { operationId } })).data;
const pageOf = async (who: Acting) => (await load(calendar, who)) as unknown as CalendarPageProps;

/** As the server draws it below the frame of the operation. */
async function drawn(part: ReactElement): Promise<string> {
  const loader = () => load(frame, lead);
  const shown = (
    <TextProvider locale="en" zone="Asia/Bangkok" now="2021-09-16T00:00:00Z">
      {part}
    </TextProvider>
  );
  const { query, dataRoutes } = createStaticHandler([
    { id: "routes/operations.$operationId", path: "/", element: shown, loader },
  ]);
  const context = await query(new Request("http://localhost/"));
  if (context instanceof Response) throw new Error("no page");
  return renderToString(
    <StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />,
  );
}

test("the day of a weekly tally says for which days, and they say to which day they belong", async () => {
  const html = await drawn(<CalendarGrid {...(await pageOf(lead))} answer={null} />);
  const said = (day: string) => new RegExp(`VN-CUS, ${day} 2021: ([^"]*)"`).exec(html)?.[1];
  expect(said("Fri 20 Aug")).toBe("late, weekly tally for 14 Aug to 20 Aug 2021");
  expect(said("Thu 19 Aug")).toBe("not due, belongs to the weekly tally of Fri 20 Aug 2021");
  expect(said("Fri 27 Aug")).toBe("missing, weekly tally for 21 Aug to 27 Aug 2021");
  expect(said("Wed 15 Sep")).toBe("not due");
});

test("by shape, too: a line leads from the first day to the mark of the tally", async () => {
  const html = await drawn(<CalendarGrid {...(await pageOf(lead))} answer={null} />);
  const shapes = (day: string) => {
    const cell = new RegExp(`VN-CUS, ${day} 2021: [^"]*"[^>]*>(<svg.*?</svg>)`).exec(html)?.[1] ?? "";
    return [...cell.matchAll(/<(path|rect|circle)[^>]*class="tally-(line tally-week|line|fill)/g)].map(
      ([, shape, kind]) => `${shape} ${kind === "line tally-week" ? "of the week" : kind}`,
    );
  };
  expect(shapes("Sat 21 Aug")).toEqual(["path of the week"]);
  expect(shapes("Tue 17 Aug")).toEqual(["path of the week"]);
  expect(shapes("Fri 20 Aug")).toEqual(["path of the week", "path fill", "path line"]);
  expect(shapes("Wed 15 Sep")).toEqual(["circle fill"]);
});

test("an agency reads the same in the table of its own days", async () => {
  const html = await drawn(<OwnDays {...(await pageOf(officer))} answer={null} />);
  expect(html.includes("weekly tally for 14 Aug to 20 Aug 2021")).toBe(true);
  expect(html.match(/belongs to the weekly tally of Fri 27 Aug 2021/g)?.length).toBe(6);
});

test("the text for other ways says which days are meant", async () => {
  const page = await pageOf(lead);
  const agencies = page.agencies.filter(({ id }) => id === vietnam.id);
  const marks = page.marks.filter(({ agencyId, day }) => agencyId === vietnam.id && day <= "2021-08-27");
  const missing = missingOfDay({ ...page, agencies, marks });
  expect(missing?.day).toBe("2021-08-27");
  const html = missing ? await drawn(<AskText {...missing} />) : "";
  expect(/missing from ([^.]*)\./.exec(html)?.[1]).toBe("VN (Agency VN-CUS, weekly tally for 21 Aug to 27 Aug 2021)");
});
