import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { casesToFollow, outcomesOf, outcomesToldBy, outcomesUntil } from "#db/queries/outcomes.server.ts";
import { listCodes, listCommodities, measuresOn } from "#db/queries/reference.server.ts";
import type { OutcomeChoices, OutcomesOfSeizure, OutcomesPage } from "./components/outcomes/outcome-types.ts";
import { may } from "./domain/access.ts";
import type { Id } from "./domain/id.ts";
import { LocalDate, localDateIn } from "./domain/local-date.ts";
import { isDecided } from "./domain/outcome/kinds.ts";
import { standingOutcomes } from "./domain/outcome/standing.ts";
import { tabulate } from "./domain/outcome/tabulate.ts";
import { UNKNOWN } from "./domain/unknown.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

type Fact = { id: Id; agencyId: Id; state: string };

/** What came of one seizure, for whoever reads its case. `looking`: as somebody else sees it, who writes nothing. */
export async function outcomesOfSeizure(tx: Tx, self: Self, fact: Fact, looking: boolean): Promise<OutcomesOfSeizure> {
  const member = memberOf(self);
  const today = localDateIn(member.operation.zone, self.now);
  const [versions, until] = [await outcomesOf(tx, member.operationId, fact.id), await outcomesUntil(tx)];
  const isClosed = member.operation.state === "closed";
  const over = isClosed && (until === null || today > until);
  const writes =
    !looking && !over && fact.state !== "withdrawn" && may(member, "outcome.write", member.operation.state, fact);
  return {
    outcomes: standingOutcomes(versions),
    ...{ until, over, today },
    choices: writes ? await choicesOn(tx, today) : null,
    command: uuid(),
  };
}

async function choicesOn(tx: Tx, today: LocalDate): Promise<OutcomeChoices> {
  const offences = await listCodes(tx, "offence", today);
  const disposals = await listCodes(tx, "disposal", today);
  const [commodities, { units }] = [await listCommodities(tx), await measuresOn(tx, today)];
  return {
    offences: offences.map(({ code }) => code).filter((code) => code !== UNKNOWN),
    disposals: disposals.map(({ code }) => code).filter(isDecided),
    commodities: commodities.filter(({ code }) => code.includes(".")).map(({ code }) => code),
    // Money is measured by units too; goods are not.
    units: units.filter(({ dimension }) => dimension !== "money").map(({ code }) => code),
  };
}

/** The day that an address asks for; today where it names none, or one that has not come. */
export function dayAsked(request: Request, today: LocalDate): LocalDate {
  const asked = LocalDate.safeParse(new URL(request.url).searchParams.get("on"));
  return asked.success && asked.data <= today ? asked.data : today;
}

/** What came of all cases that the reader reads, by kind and by agency, as it was known at the end of a day. */
export async function outcomesPage(tx: Tx, self: Self, request: Request): Promise<OutcomesPage> {
  const member = mustBeAllowed(self, "outcome.read");
  const { operationId, operation } = member;
  const { zone } = operation;
  const today = localDateIn(zone, self.now);
  const day = dayAsked(request, today);
  const { unread, ...cases } = await casesToFollow(tx, operationId, { day, zone });
  const told = await outcomesToldBy(tx, operationId, { day, zone });
  const [participants, until] = [await listParticipants(tx, operationId), await outcomesUntil(tx)];
  const { agencies, ...table } = tabulate(cases, told);
  const silent = agencies.filter(({ any }) => any.told === 0);
  return {
    ...{ code: operation.code, day, today, zone, unread, until },
    table: { ...table, agencies: agencies.filter(({ any }) => any.told > 0) },
    silent: {
      agencies: silent.length,
      cases: silent.reduce((sum, { any }) => sum + any.of, 0),
      named: may(member, "outcome.silent", operation.state)
        ? silent.map(({ agency, any }) => ({ agency, of: any.of }))
        : null,
    },
    agencies: Object.fromEntries(participants.map(({ agencyId, agencyName }) => [agencyId, agencyName])),
    state: stateOf(member, { today, until }),
  };
}

function stateOf({ operation }: Membership, { today, until }: { today: LocalDate; until: LocalDate | null }) {
  if (operation.state !== "closed") return "open";
  return until !== null && today <= until ? "running" : "over";
}
