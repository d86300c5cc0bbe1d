import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { listCountries } from "#db/queries/reference.server.ts";
import type { DroppedValue, FactFilter } from "./domain/fact-filter.ts";
import { localDateIn } from "./domain/local-date.ts";
import { agencyDaysTogether } from "./domain/tally/agency-days.ts";
import type { Locale } from "./messages/index.ts";
import { type AcrossPart, figuresTogether, readAcross } from "./services/across.server.ts";
import type { Acting } from "./services/house.server.ts";
import { memberOf } from "./services/write.server.ts";
import { agencyDaysSoFar } from "./tally-page.server.ts";

type Asked = { filter: FactFilter; chosen: readonly string[]; locale: Locale };

/** What the page over several operations shows. */
export async function acrossPage(acting: Acting, { filter, chosen, locale }: Asked) {
  const beside = (tx: Tx, self: Self) => besideFigures(tx, self, locale);
  const { now, offered, parts } = await readAcross(acting, { filter, chosen, beside });
  const figures = figuresTogether(parts.map((part) => part.figures));
  const all = figuresTogether(parts.map((part) => part.all));
  const dropped: DroppedValue[] = chosen
    .filter((id) => !offered.some((one) => one.id === id))
    .map((value) => ({ name: "operation", value }));
  return {
    asOf: now.toISOString(),
    dropped,
    offered: offered.map(whatIsSaidOf),
    parts: parts.map((part) => ({
      ...whatIsSaidOf(part),
      cases: part.figures.cases,
      byDay: part.figures.byDay,
    })),
    counted: figures && all && { figures, all: { cases: all.cases, byMode: all.byMode } },
    participants: participantsOf(parts),
    countries: parts[0]?.beside.countries ?? {},
    own: parts[0]?.beside.own,
    today:
      parts
        .map((part) => part.beside.today)
        .sort()
        .at(-1) ?? now.toISOString().slice(0, 10),
    agencyDays: agencyDaysTogether(parts.map((part) => part.beside.agencyDays)),
  };
}

type Beside = Awaited<ReturnType<typeof besideFigures>>;

async function besideFigures(tx: Tx, self: Self, locale: Locale) {
  const { operationId, operation, administrationCode } = memberOf(self);
  const countries = await listCountries(tx, locale);
  return {
    own: administrationCode,
    today: localDateIn(operation.zone, self.now),
    agencyDays: await agencyDaysSoFar(tx, self),
    participants: await listParticipants(tx, operationId),
    countries: Object.fromEntries(countries.map(({ iso2, name }) => [iso2, name])),
  };
}

function whatIsSaidOf({
  id,
  code,
  name,
  edition,
  kind,
  datesMovedDays,
  startsOn,
  endsOn,
}: AcrossPart<unknown> | Offered) {
  return { id, code, name: edition === "" ? name : `${name} ${edition}`, kind, datesMovedDays, startsOn, endsOn };
}

type Offered = Omit<AcrossPart<unknown>, "figures" | "all" | "beside">;

/** Countries and territories that take part in any of them, once each; called as the operation that ends last does. */
function participantsOf(parts: readonly AcrossPart<Beside>[]) {
  const names = new Map<string, string>();
  for (const { beside } of parts)
    for (const { administrationCode, administrationKind, officialName, leftAt } of beside.participants)
      if (leftAt === null && administrationKind !== "organisation" && !names.has(administrationCode))
        names.set(administrationCode, officialName);
  return [...names].map(([code, name]) => ({ code, name }));
}
