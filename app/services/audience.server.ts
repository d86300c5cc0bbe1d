import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { nameableMembers } from "#db/queries/report-form.server.ts";
import type { Participant } from "../domain/audience.ts";
import type { Id } from "../domain/id.ts";
import { Problem } from "../domain/problem.ts";
import type { AudienceInput, SeizureInput } from "../domain/seizure.ts";

type ReadingParticipant = Participant & { administrationCode: string; administrationKind: string };

/** Who takes part now, with what decides who reads a case, and the persons to whom it can be addressed. */
export async function readingParticipants(tx: Tx, operationId: Id): Promise<ReadingParticipant[]> {
  const [participants, nameable] = await Promise.all([
    listParticipants(tx, operationId),
    nameableMembers(tx, operationId),
  ]);
  return participants
    .filter((row) => row.leftAt === null)
    .map((row) => {
      const own = nameable.filter(({ agencyId }) => agencyId === row.agencyId);
      return {
        agencyId: row.agencyId,
        agencyName: row.agencyName,
        administrationId: row.administrationId,
        administrationCode: row.administrationCode,
        administrationKind: row.administrationKind,
        officialName: row.officialName,
        readsAll: row.readsAll,
        coordinates: own.some(({ role }) => role === "ocu"),
        people: own.map(({ memberId, name, role }) => ({ memberId, name, role })),
      };
    });
}

/** The stored, resolved list for what the owner chose; made when no seizure of the operation has the same list yet. */
export async function resolveAudience(tx: Tx, member: Membership, chosen: AudienceInput): Promise<Id> {
  const joining = chosen.kind === "all" ? member.operation.joining : "none";
  const [row] = await tx.execute<{ id: Id }>(sql`
    select readers_list(${member.operationId}::uuid, ${uuid()}::uuid, ${chosen.kind}, ${joining},
      ${`{${readersOf(chosen).join(",")}}`}::uuid[]) as id`);
  if (!row) throw new Error("no list of readers");
  return row.id;
}

function readersOf(chosen: AudienceInput): readonly Id[] {
  if (chosen.kind === "all") return [];
  return chosen.kind === "agencies" ? chosen.agencies : chosen.members;
}

/** Whoever is newly named as a reader has to take part, and a person in a role in which cases can be read. */
export async function mustBeReaders(tx: Tx, member: Membership, now: SeizureInput, before?: SeizureInput) {
  const earlier = new Set(before ? namedIn(before).flatMap(({ ids }) => ids) : []);
  const added = namedIn(now).map(({ field, ids }) => ({ field, ids: ids.filter((id) => !earlier.has(id)) }));
  if (added.every(({ ids }) => ids.length === 0)) return;
  const present = await readingParticipants(tx, member.operationId);
  const known = new Set(present.flatMap(({ agencyId, people }) => [agencyId, ...people.map((one) => one.memberId)]));
  const unknown = added.filter(({ ids }) => ids.some((id) => !known.has(id)));
  if (unknown.length === 0) return;
  const fields = Object.fromEntries(unknown.map(({ field }) => [field, ["audience.unknown"]]));
  throw new Problem("invalid", "body.invalid", {}, { fields });
}

function namedIn({ audience, nominal }: SeizureInput): { field: string; ids: readonly Id[] }[] {
  return [
    { field: `audience.${audience.kind}`, ids: readersOf(audience) },
    { field: "nominal.recipients", ids: nominal?.recipients ?? [] },
  ];
}
