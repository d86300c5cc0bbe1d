import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { receiptFrom } from "#app/domain/receipt.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { resolveAudience } from "#app/services/audience.server.ts";
import { type Countable, factsOf } from "#app/services/facts-of.server.ts";
import { searchTextOf, withoutNominal } from "#app/services/release.server.ts";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { anEvent } from "#db/queries/events.server.ts";
import { type Judging, judgingOf } from "#db/queries/judging.server.ts";
import * as tables from "#db/schema.ts";
import { inChunks } from "./in-chunks.ts";
import { type NotedBy, saveManyEvents } from "./seed-events.server.ts";
import type { SeedRelease } from "./seed-plan.ts";

/** Whose record it is: the member who enters for the agency, under its administration's code. */
export type Owner = { memberId: string; reporter: string };

export type Bulk = {
  lead: Membership;
  /** By agency. */
  owners: ReadonlyMap<string, Owner>;
  checker: { memberId: string; agencyId: string };
};

/**
 * What `submitReport`, `release` and `verifySeizure` write for each record, for hundreds at once and in the order of
 * time; the tests hold both ways against each other. For seeding an operation that nobody reads yet.
 */
export async function releaseInBulk(tx: Tx, bulk: Bulk, releases: readonly SeedRelease[]): Promise<void> {
  const judging = await judgingOf(tx, allTogether(releases.map((release) => release.input)));
  const numbers = await takeMessageNos(tx, bulk, releases);
  const audienceOf = await audiences(tx, bulk.lead, releases);
  const written = releases.map((release, index) =>
    write(release, { bulk, judging, messageNo: numbers[index] ?? "", audienceId: audienceOf(release.input) }),
  );
  await saveManyEvents(tx, bulk.lead.operationId, inTime(written));
  const versions = written.flatMap((one) => one.versions);
  const facts = versions.map(({ keys, countable }) => ({ ...countable.fact, ...keys }));
  const items = parts(versions, (countable) => countable.items);
  const nodes = parts(versions, (countable) => countable.nodes);
  const codes = parts(versions, (countable) => countable.codes);
  await inChunks(written, async (chunk) => {
    await tx.insert(tables.seizureReports).values(chunk.map((one) => one.report));
    await tx.insert(tables.seizures).values(chunk.map((one) => one.kase));
    await tx.insert(tables.seizureAudiences).values(chunk.map((one) => one.audience));
  });
  await inChunks(facts, (chunk) => tx.insert(tables.seizureFacts).values(chunk));
  await inChunks(items, (chunk) => tx.insert(tables.seizureFactItems).values(chunk));
  await inChunks(nodes, (chunk) => tx.insert(tables.seizureFactNodes).values(chunk));
  await inChunks(codes, (chunk) => tx.insert(tables.seizureFactCodes).values(chunk));
}

/** One input that names every place, taxon and unit of all of them. */
function allTogether(inputs: readonly SeizureInput[]): SeizureInput {
  const [first] = inputs;
  if (!first) throw new Error("Nothing to release");
  const here = inputs.map((input) => ({ ...NODE, place: input.place }));
  return {
    ...first,
    route: [...here, ...inputs.flatMap((input) => input.route)],
    items: inputs.flatMap((input) => input.items),
  };
}
const NODE = { role: "discovery", sharePercent: null, opportunity: null, modeToNext: null, evidence: "documented" };

async function takeMessageNos(tx: Tx, { lead, owners }: Bulk, releases: readonly SeedRelease[]): Promise<string[]> {
  const reporters = releases.map((release) => ownerOf(owners, release).reporter);
  const rows = await tx.execute<{ no: string }>(
    sql`select take_message_no(${lead.operationId}, reporter) as no
      from unnest(${`{${reporters.join(",")}}`}::text[]) with ordinality as told(reporter, place) order by place`,
  );
  return rows.map((row) => row.no);
}

function ownerOf(owners: Bulk["owners"], { agencyId }: SeedRelease): Owner {
  const owner = owners.get(agencyId);
  if (!owner) throw new Error(`Nobody enters for ${agencyId}`);
  return owner;
}

async function audiences(tx: Tx, lead: Membership, releases: readonly SeedRelease[]) {
  const ids = new Map<string, string>();
  for (const { input } of releases) {
    const key = JSON.stringify(input.audience);
    if (!ids.has(key)) ids.set(key, await resolveAudience(tx, lead, input.audience));
  }
  return (input: SeizureInput) => ids.get(JSON.stringify(input.audience)) ?? "";
}

type Version = { keys: FactKeys; countable: Countable };
type FactKeys = Pick<
  typeof tables.seizureFacts.$inferInsert,
  | "operationId"
  | "id"
  | "version"
  | "begunBy"
  | "endedBy"
  | "messageNo"
  | "agencyId"
  | "unitId"
  | "reporter"
  | "state"
  | "shared"
>;
type With = { bulk: Bulk; judging: Judging; messageNo: string; audienceId: string };

/** All rows of one record, and its events with their times. */
function write(release: SeedRelease, { bulk, judging, messageNo, audienceId }: With) {
  const { input, agencyId, unitId } = release;
  const { lead, checker } = bulk;
  const owner = ownerOf(bulk.owners, release);
  const { operationId } = lead;
  const times = { clearedAt: new Date(release.clearedAt), releasedAt: new Date(release.releasedAt) };
  const countable = factsOf(input, judging, lead.operation, times);
  const part = { operationId, agencyId, unitId, shared: true };

  const own = anEvent("report.released", { seizure: input.id }, "unit", unitId);
  const told = anEvent("seizure.released", { seizure: input.id, revision: 1 }, "operation");
  const checked = { seizure: input.id, revision: 2 };
  const verified = release.verifiedAt === null ? null : anEvent("seizure.verified", checked, "operation");
  const keys = { ...part, id: input.id, messageNo, reporter: owner.reporter };
  const first: FactKeys = { ...keys, version: 1, begunBy: own.id, endedBy: verified?.id ?? null, state: "submitted" };
  const second = verified && { ...keys, version: 2, begunBy: verified.id, endedBy: null, state: "verified" };

  const byOwner = { actor: owner.memberId, agencyId, commandId: uuid(), at: times.releasedAt };
  const checkedAt = new Date(release.verifiedAt ?? 0);
  const byChecker = { actor: checker.memberId, agencyId: checker.agencyId, commandId: uuid(), at: checkedAt };
  const author = { authorId: owner.memberId, operationId, agencyId, unitId };
  return {
    released: {
      at: release.releasedAt,
      events: [
        { event: own, ...byOwner },
        { event: told, ...byOwner },
      ],
    },
    verified: verified && {
      at: release.verifiedAt ?? "",
      events: [
        { event: verified, ...byChecker },
        { event: anEvent("seizure.verified", checked, "unit", unitId), ...byChecker },
      ],
    },
    report: {
      ...author,
      id: input.id,
      state: "released",
      steps: 0,
      submittedAt: times.clearedAt,
      clearedAt: times.clearedAt,
    },
    kase: {
      ...part,
      id: input.id,
      version: 1,
      begunBy: own.id,
      audienceId,
      authorId: owner.memberId,
      at: times.releasedAt,
      receipt: receiptFrom(randomBytes(6)),
      nationalCaseNo: input.nationalCaseNo,
      handling: input.handling,
      input: withoutNominal(input),
      searchText: searchTextOf(input, messageNo),
    },
    audience: { ...part, seizureId: input.id, version: 1, audienceId, begunBy: own.id },
    versions: [first, ...(second ? [second] : [])].map((version): Version => ({ keys: version, countable })),
  };
}

function inTime(written: readonly ReturnType<typeof write>[]): NotedBy[] {
  const all = written.flatMap((one) => (one.verified ? [one.released, one.verified] : [one.released]));
  return all.sort((left, right) => left.at.localeCompare(right.at)).flatMap((one) => one.events);
}

function parts<Row>(versions: readonly Version[], rowsOf: (countable: Countable) => readonly Row[]) {
  return versions.flatMap(({ keys, countable }) => {
    const { operationId, version, agencyId, unitId, shared } = keys;
    const part = { operationId, seizureId: keys.id, version, agencyId, unitId, shared };
    return rowsOf(countable).map((row) => ({ ...row, ...part }));
  });
}
