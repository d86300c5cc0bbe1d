import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { findOperation } from "#db/queries/operations.server.ts";
import { unitsOf } from "#db/queries/participants.server.ts";
import { listCodes, listCommodities, listCountries, measuresOn } from "#db/queries/reference.server.ts";
import { pastAudiences } from "#db/queries/report-form.server.ts";
import { may } from "../domain/access.ts";
import { HABIT_OVER, usualAudience } from "../domain/audience.ts";
import { localDateIn } from "../domain/local-date.ts";
import { Problem } from "../domain/problem.ts";
import type { ReportChoices } from "../domain/seizure-form/choices.ts";
import type { Locale } from "../messages/index.ts";
import { readingParticipants } from "./audience.server.ts";

type Asking = { locale: Locale; zone: string };

/** Everything that a report can be made of by this member, in the reader's language. */
export async function reportChoices(
  tx: Tx,
  self: Self,
  member: Membership,
  { locale, zone }: Asking,
): Promise<ReportChoices & { handling: string }> {
  const { operationId, agencyId } = member;
  // Before scripts have told the browser's zone, the operation's is the better guess.
  const today = localDateIn(zone === "UTC" ? member.operation.zone : zone, self.now);
  const enters = may(member, "report.enter", member.operation.state, { agencyId });
  const [operation, codes, commodities, measures, countries, participants, past, posts] = await Promise.all([
    findOperation(tx, operationId),
    listCodes(tx, undefined, today),
    listCommodities(tx),
    measuresOn(tx, today),
    listCountries(tx, locale),
    readingParticipants(tx, operationId),
    pastAudiences(tx, operationId, agencyId, HABIT_OVER),
    enters ? unitsOf(tx, agencyId) : [],
  ]);
  if (!operation) throw new Problem("not-found", "operation.unknown");
  const { name, edition, startsOn, endsOn } = operation.plan;
  const official = new Map(participants.map((row) => [row.administrationCode, row.officialName]));
  return {
    codes: grouped(codes),
    // What the form does not ask of them would come over the line for nothing.
    commodities: commodities.map(({ code, group, slot, units }) => ({ code, group, slot, units })),
    units: measures.units.map(({ code, dimension }) => ({ code, dimension })),
    countries: countries.map(({ iso2, name: own, kind }) => ({
      code: iso2,
      name: official.get(iso2) ?? own,
      listed: kind === "listed",
    })),
    participants: participants.map(({ administrationCode: _, administrationKind: _kind, ...row }) => row),
    usual: usualAudience(past),
    operation: {
      id: operationId,
      name: edition === "" ? name : `${name} ${edition}`,
      zone: operation.plan.zone,
      startsOn,
      endsOn,
    },
    own: { agencyId, administrationId: member.administrationId, country: member.administrationCode },
    posts,
    steps: member.clearanceSteps,
    today,
    handling: operation.plan.handling,
  };
}

function grouped(codes: readonly { list: string; code: string }[]): Record<string, string[]> {
  const lists: Record<string, string[]> = {};
  for (const { list, code } of codes) lists[list] = [...(lists[list] ?? []), code];
  return lists;
}
