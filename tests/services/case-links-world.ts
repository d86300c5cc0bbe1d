import type { LinkAnswer } from "#app/domain/case-links/standing.ts";
import type { Id } from "#app/domain/id.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { answerLink } from "#app/services/case-links.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { type FoundLink, linksAround, linksOfOperation } from "#app/services/linking.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { aSeizureInput, aSeizureItem } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

/** Viet Nam and Thailand report at once, without an approval of their own; Lao PDR reads what is addressed to it. */
export async function aLinkWorld() {
  const world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0, "LA-CUS": 0 } });
  const as = (role: "ncp" | "ocu" | "analyst" | "lead" | "reporter" | "partner", code: string) =>
    world.join({ role, agency: agencyOf(world, code) });
  const [viet, thai, lao] = [await as("ncp", "VN-CUS"), await as("ncp", "TH-CUS"), await as("ncp", "LA-CUS")];
  const [desk, analyst] = [await as("ocu", "RILO"), await as("analyst", "LA-CUS")];
  return { world, as, viet, thai, lao, desk, analyst };
}

/** Nothing that another one has, unless it is said. */
export function aCase(over: Partial<SeizureInput> = {}): SeizureInput {
  return aSeizureInput({ route: [], ...over });
}

export const marked = (brand: string) => [aSeizureItem({ brand })];

export async function release(contact: Acting, over: Partial<SeizureInput> = {}): Promise<Id> {
  const input = aCase(over);
  await submitReport(contact, aCommand(input));
  return input.id;
}

export const around = (world: World, reader: Acting, id: Id): Promise<FoundLink[]> =>
  read(reader, async (tx, self) => (await linksAround(tx, { house: world.house, self }, id)).found);

export const ofOperation = (world: World, reader: Acting): Promise<FoundLink[]> =>
  read(reader, async (tx, self) => (await linksOfOperation(tx, { house: world.house, self })).found);

/** The kinds of the reasons, by the other case. */
export function kindsOf(links: readonly FoundLink[]): Record<Id, string[]> {
  return Object.fromEntries(links.map(({ other, reasons }) => [other.id, reasons.map(({ kind }) => kind)]));
}

export const say = (by: Acting, pair: readonly [Id, Id], answer: LinkAnswer, base = 0, note = "") =>
  answerLink(by, aCommand({ pair, answer, base, note }));
