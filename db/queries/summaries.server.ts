import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Id } from "../../app/domain/id.ts";
import type { Summary } from "../../app/domain/narrative.ts";
import type { Tx } from "../client.server.ts";
import { agencies, members, narrativeSummaries, persons, seizures } from "../schema.ts";

/** Every version of every summary of a case, newest first in each language, for whoever reads the case. */
export async function summariesOf(tx: Tx, operationId: Id, seizure: Id): Promise<Summary[]> {
  const about = alias(seizures, "about");
  const rows = await tx
    .select({
      language: narrativeSummaries.language,
      version: narrativeSummaries.version,
      text: narrativeSummaries.text,
      about: narrativeSummaries.aboutVersion,
      at: narrativeSummaries.at,
      translator: persons.name,
      agency: agencies.name,
      originalChanged: sql<boolean>`coalesce(${about.input} ->> 'narrative', '') <> coalesce(${seizures.input} ->> 'narrative', '')`,
    })
    .from(narrativeSummaries)
    .innerJoin(
      seizures,
      and(
        eq(seizures.operationId, narrativeSummaries.operationId),
        eq(seizures.id, narrativeSummaries.seizureId),
        isNull(seizures.endedBy),
      ),
    )
    .innerJoin(
      about,
      and(
        eq(about.operationId, narrativeSummaries.operationId),
        eq(about.id, narrativeSummaries.seizureId),
        eq(about.version, narrativeSummaries.aboutVersion),
      ),
    )
    .leftJoin(
      members,
      and(eq(members.operationId, narrativeSummaries.operationId), eq(members.id, narrativeSummaries.authorId)),
    )
    .leftJoin(persons, eq(persons.id, members.personId))
    .leftJoin(agencies, eq(agencies.id, members.agencyId))
    .where(and(eq(narrativeSummaries.operationId, operationId), eq(narrativeSummaries.seizureId, seizure)))
    .orderBy(asc(narrativeSummaries.language), desc(narrativeSummaries.version));
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** The newest version of a summary in one language, taken back or not. */
export async function findSummary(tx: Tx, operationId: Id, seizure: Id, language: string) {
  const { version, text, aboutVersion } = narrativeSummaries;
  const [row] = await tx
    .select({ version, text, about: aboutVersion })
    .from(narrativeSummaries)
    .where(
      and(
        eq(narrativeSummaries.operationId, operationId),
        eq(narrativeSummaries.seizureId, seizure),
        eq(narrativeSummaries.language, language),
      ),
    )
    .orderBy(desc(version))
    .limit(1);
  return row;
}
