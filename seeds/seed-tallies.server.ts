import { eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { addDays, instantAt, type LocalDate, localDateIn } from "#app/domain/local-date.ts";
import type { Measures } from "#app/domain/quantity.ts";
import type { CasesOfGroup } from "#app/domain/tally/difference.ts";
import { normalisedQuantities } from "#app/domain/tally/normalised.ts";
import type { TallyPromise } from "#app/domain/tally/rhythm.ts";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { measuresInForce } from "#db/queries/judging.server.ts";
import { arrestedByDay, casesByGroup } from "#db/queries/tally-cases.server.ts";
import * as tables from "#db/schema.ts";
import { inChunks } from "./in-chunks.ts";
import { type Chance, chance } from "./random.ts";
import { type NotedBy, saveManyEvents } from "./seed-events.server.ts";
import type { SeedOperation } from "./seed-plan.ts";
import { agencyOf } from "./world.server.ts";

type Seeding = {
  lead: Membership;
  /** Who enters for an agency. */
  owners: ReadonlyMap<string, { memberId: string }>;
  now: Date;
};

/**
 * Agencies take part from the first day, as their records do. Of historic records no tallies are known: nothing is
 * promised, so that nobody is missing. The exercise's are invented with its cases.
 */
export async function seedTallies(tx: Tx, seeding: Seeding, operation: SeedOperation): Promise<void> {
  const { startsOn } = operation.plan;
  await tx
    .update(tables.participants)
    .set({ joinedOn: startsOn })
    .where(eq(tables.participants.operationId, operation.id));
  await promise(tx, seeding, operation);
  if (operation.tallies === "invented") await giveTallies(tx, seeding, operation);
}

type Promised = { agency: string } & Pick<TallyPromise, "rhythm"> & Partial<TallyPromise>;

async function promise(tx: Tx, { lead }: Seeding, operation: SeedOperation): Promise<void> {
  const { id: operationId, plan } = operation;
  const promises: Promised[] =
    operation.tallies === "unknown"
      ? operation.agencies.map((agency) => ({ agency, rhythm: "none" }))
      : inventedPromises(plan.startsOn);
  const noted: NotedBy[] = [];
  for (const { agency, ...promised } of promises) {
    const agencyId = agencyOf(agency).id;
    const body = { agency: agencyId, rhythm: promised.rhythm };
    const event = anEvent("tally.promised", body, "watch");
    const madeAt = instantAt(plan.zone, plan.startsOn, "00:00");
    const by = { actor: lead.id, agencyId: lead.agencyId, commandId: uuid(), at: madeAt };
    const units = await unitsWithStreams(tx, operationId, agencyId);
    noted.push(
      { event, ...by },
      ...units.map((unit) => ({ event: anEvent("tally.promised", body, "unit", unit), ...by })),
    );
    await tx.insert(tables.tallyPromises).values({
      ...{ operationId, id: uuid(), agencyId, madeBy: lead.id, begunBy: event.id },
      ...{ fromDay: plan.startsOn, toDay: null, weekday: null, daysOff: [6, 7], holidays: [], zone: plan.zone },
      ...promised,
      madeAt,
    });
  }
  await saveManyEvents(tx, operationId, noted);
}

/** One that rests at weekends and on two holidays, one that speaks on Fridays, one with nothing to say for a fortnight. */
function inventedPromises(startsOn: LocalDate): Promised[] {
  const holidays = [addDays(startsOn, 40), addDays(startsOn, 89)];
  return [
    { agency: "NZ-CUS", rhythm: "working_days", holidays, zone: "Pacific/Auckland" },
    { agency: "MN-CUS", rhythm: "weekly", weekday: 5, zone: "Asia/Ulaanbaatar" },
    { agency: "BN-CUS", rhythm: "standing_nil", fromDay: addDays(startsOn, 82), toDay: addDays(startsOn, 95) },
  ];
}

async function unitsWithStreams(tx: Tx, operationId: string, agencyId: string): Promise<string[]> {
  const rows = await tx.execute<{ unit: string }>(sql`
    select unit_id as unit from streams
    where operation_id = ${operationId} and agency_id = ${agencyId} and kind = 'unit' order by unit_id`);
  return rows.map(({ unit }) => unit);
}

type Day = { day: LocalDate; groups: CasesOfGroup[]; arrested: number | null };
type Version = Day & { agencyId: string; version: number; at: Date; begunBy: string; endedBy: string | null };

async function giveTallies(tx: Tx, { owners, now }: Seeding, operation: SeedOperation): Promise<void> {
  const { id: operationId, plan } = operation;
  const today = localDateIn(plan.zone, now);
  const span = { from: plan.startsOn, to: today };
  const measures = await measuresInForce(tx);
  const luck = chance(2021);
  const versions: Version[] = [];
  const noted: NotedBy[] = [];
  for (const code of operation.agencies) {
    const agencyId = agencyOf(code).id;
    const owner = owners.get(agencyId);
    if (!owner) continue;
    const [units, cases, arrested] = [
      await unitsWithStreams(tx, operationId, agencyId),
      await casesByGroup(tx, operationId, agencyId, span),
      await arrestedByDay(tx, operationId, agencyId, span),
    ];
    for (let day = plan.startsOn; day <= today; day = addDays(day, 1)) {
      const groups = cases.filter((row) => row.day === day);
      const told = tellDay({ day, groups, arrested: arrested.get(day) ?? null }, { code, plan, today, luck });
      for (const [at, version] of told.filter((one) => one.at <= now).entries()) {
        const body = { agency: agencyId, day, version: at + 1 };
        const event = anEvent("tally.posted", body, "watch");
        const by = { actor: owner.memberId, agencyId, commandId: uuid(), at: version.at };
        noted.push(
          { event, ...by },
          ...units.map((unit) => ({ event: anEvent("tally.posted", body, "unit", unit), ...by })),
        );
        const before = at > 0 ? versions.at(-1) : undefined;
        if (before) before.endedBy = event.id;
        versions.push({ ...version, agencyId, version: at + 1, begunBy: event.id, endedBy: null });
      }
    }
  }
  await saveManyEvents(
    tx,
    operationId,
    noted.sort((left, right) => left.at.getTime() - right.at.getTime()),
  );
  await store(tx, operationId, versions, { owners, measures });
}

type Telling = { code: string; plan: SeedOperation["plan"]; today: LocalDate; luck: Chance };

/** Days that are left to the contact points of the demo to enter: today, and for Thailand two days before. */
function isLeftOpen(code: string, day: LocalDate, today: LocalDate): boolean {
  if (code === "TH-CUS" && (day === addDays(today, -2) || day === addDays(today, -4))) return true;
  return day === today && (code === "TH-CUS" || code === "VN-CUS");
}

const HOUR = 3_600_000;

/** What an agency said of a day, and when: mostly in time, some late, some never, some wrong by a case, some corrected. */
function tellDay(day: Day, { code, plan, today, luck }: Telling): (Day & { at: Date })[] {
  const dueAt = instantAt(plan.zone, day.day, plan.cutOff).getTime();
  const fate = luck.next() * 100;
  const early = luck.between(60, 540) * 60_000;
  const late = luck.between(2, 40) * HOUR;
  if (fate < 3 || isLeftOpen(code, day.day, today)) return [];
  if (restsOn(code, day.day, plan.startsOn)) return [];
  const at = new Date(fate < 7 ? dueAt + late : dueAt - early);
  // Rarely: once told one case too many, and nobody noticed; or noticed, and corrected the next day.
  const wrong = fate > 97 && day.groups.length > 0;
  if (!wrong) return [{ ...day, at }];
  const tooMany = {
    ...day,
    groups: day.groups.map((row, place) => (place === 0 ? { ...row, cases: row.cases + 1 } : row)),
  };
  if (fate > 99) return [{ ...tooMany, at }];
  return [
    { ...tooMany, at },
    { ...day, at: new Date(dueAt + late) },
  ];
}

/** Agencies with another rhythm say nothing on the days on which nothing is due. */
function restsOn(code: string, day: LocalDate, startsOn: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (code === "NZ-CUS") return weekday === 0 || weekday === 6;
  if (code === "MN-CUS") return weekday !== 5;
  return code === "BN-CUS" && day >= addDays(startsOn, 82) && day <= addDays(startsOn, 95);
}

type Storing = Pick<Seeding, "owners"> & { measures: Measures };

async function store(tx: Tx, operationId: string, versions: readonly Version[], { owners, measures }: Storing) {
  const keyed = versions.map((version) => {
    const { agencyId, day, version: number } = version;
    return { ...version, keys: { operationId, agencyId, day, version: number } };
  });
  const rows = keyed.map(({ keys, groups, arrested, at, begunBy, endedBy }) => ({
    ...keys,
    ...{ begunBy, endedBy, at, arrested, nil: groups.length === 0 && arrested === null },
    authorId: owners.get(keys.agencyId)?.memberId ?? "",
  }));
  const groups = keyed.flatMap(({ keys, groups: said }) =>
    said.map(({ group, cases }, position) => ({ ...keys, group, position, cases })),
  );
  const quantities = keyed.flatMap(({ keys, groups: said }) =>
    normalisedQuantities(said, measures).map((line) => ({ ...keys, ...line })),
  );
  await inChunks(rows, (chunk) => tx.insert(tables.tallies).values(chunk));
  await inChunks(groups, (chunk) => tx.insert(tables.tallyGroups).values(chunk));
  await inChunks(quantities, (chunk) => tx.insert(tables.tallyQuantities).values(chunk));
}
