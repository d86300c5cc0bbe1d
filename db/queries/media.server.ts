import { and, asc, desc, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import type { MediaHindrance } from "../../app/domain/media.ts";
import type { Db, Tx } from "../client.server.ts";
import {
  mediaBlackouts,
  mediaCorrections,
  mediaKnown,
  mediaLog,
  mediaPictures,
  mediaReleases,
  operationReportEditions,
  seizureFacts,
} from "../schema.ts";

export type MediaRelease = typeof mediaReleases.$inferSelect;
export type MediaPicture = typeof mediaPictures.$inferSelect;

/** Releases that the reader may see, the latest minute first. */
export async function releasesOf(tx: Tx, operationId: Id): Promise<MediaRelease[]> {
  return tx
    .select()
    .from(mediaReleases)
    .where(eq(mediaReleases.operationId, operationId))
    .orderBy(desc(mediaReleases.releaseAt), desc(mediaReleases.id));
}

export async function findRelease(tx: Tx, operationId: Id, id: Id): Promise<MediaRelease | null> {
  const [row] = await tx
    .select()
    .from(mediaReleases)
    .where(and(eq(mediaReleases.operationId, operationId), eq(mediaReleases.id, id)));
  return row ?? null;
}

export async function correctionsOf(tx: Tx, operationId: Id) {
  return tx
    .select()
    .from(mediaCorrections)
    .where(eq(mediaCorrections.operationId, operationId))
    .orderBy(asc(mediaCorrections.at), asc(mediaCorrections.id));
}

/** How many releases wait although their minute has come. */
export async function countWaitingReleases(tx: Tx, operationId: Id): Promise<number> {
  return tx.$count(
    mediaReleases,
    and(
      eq(mediaReleases.operationId, operationId),
      eq(mediaReleases.state, "embargoed"),
      isNotNull(mediaReleases.waitingSince),
    ),
  );
}

export type InTheWay = { release: Id; hindrance: MediaHindrance | null; openCases: number; marks: Id[] };

/** What keeps each release that has not gone out, for those who run the desk. */
export async function hindrancesOf(tx: Tx): Promise<InTheWay[]> {
  return tx.execute<InTheWay>(
    sql`select release_id as release, hindrance, open_cases as "openCases", marks from desk_hindrances()`,
  );
}

const { reportId, number, title, publishedAt, audience, highlights } = operationReportEditions;

/** Frozen versions of public reports as far as the reader sees them, the newest first, with how many were silent. */
export async function publicEditions(tx: Tx, operationId: Id) {
  return tx
    .select({
      report: reportId,
      number,
      title,
      publishedAt,
      highlights,
      silent: sql<number | null>`(${operationReportEditions.results} #>> '{counts,participation,silent}')::int`,
    })
    .from(operationReportEditions)
    .where(and(eq(operationReportEditions.operationId, operationId), eq(audience, "public")))
    .orderBy(desc(operationReportEditions.frozenAt));
}

const ofPicture = (operationId: Id, where: SQL | undefined) => and(eq(mediaPictures.operationId, operationId), where);

/** Masked copies that the reader may see, the newest first. */
export async function picturesOf(tx: Tx, operationId: Id): Promise<MediaPicture[]> {
  return tx
    .select()
    .from(mediaPictures)
    .where(ofPicture(operationId, undefined))
    .orderBy(desc(mediaPictures.maskedAt), desc(mediaPictures.id));
}

export async function findPicture(tx: Tx, operationId: Id, id: Id): Promise<MediaPicture | null> {
  const [row] = await tx
    .select()
    .from(mediaPictures)
    .where(ofPicture(operationId, eq(mediaPictures.id, id)));
  return row ?? null;
}

/** Marks that the reader may see, those that are over last. */
export async function blackoutsOf(tx: Tx, operationId: Id) {
  return tx
    .select({
      ...{ id: mediaBlackouts.id, seizure: mediaBlackouts.seizureId, agency: mediaBlackouts.agencyId },
      ...{ kind: mediaBlackouts.kind, reason: mediaBlackouts.reason, until: mediaBlackouts.until },
      ...{ openedAt: mediaBlackouts.openedAt, liftedAt: mediaBlackouts.liftedAt },
      stands: sql<boolean>`${mediaBlackouts.liftedAt} is null and coalesce(${mediaBlackouts.until} > now(), true)`,
    })
    .from(mediaBlackouts)
    .where(eq(mediaBlackouts.operationId, operationId))
    .orderBy(desc(isNull(mediaBlackouts.liftedAt)), desc(mediaBlackouts.openedAt));
}

/** What is said to be public already, of these cases or of all that the reader sees. */
export async function knownOf(tx: Tx, operationId: Id, cases?: readonly Id[]) {
  if (cases?.length === 0) return [];
  return tx
    .select()
    .from(mediaKnown)
    .where(
      and(
        eq(mediaKnown.operationId, operationId),
        isNull(mediaKnown.takenBackAt),
        cases && inArray(mediaKnown.seizureId, [...new Set(cases)]),
      ),
    )
    .orderBy(asc(mediaKnown.day), asc(mediaKnown.id));
}

const SHOWN = 200;

/** The last acts that the reader may know of. */
export async function logOf(tx: Tx, operationId: Id) {
  return tx
    .select()
    .from(mediaLog)
    .where(eq(mediaLog.operationId, operationId))
    .orderBy(desc(mediaLog.at), desc(mediaLog.id))
    .limit(SHOWN);
}

/** Numbers of cases that the reader sees. */
export async function caseNumbers(tx: Tx, operationId: Id, ids: readonly Id[]): Promise<Record<Id, string>> {
  if (ids.length === 0) return {};
  const rows = await tx
    .select({ id: seizureFacts.id, messageNo: seizureFacts.messageNo })
    .from(seizureFacts)
    .where(
      and(
        eq(seizureFacts.operationId, operationId),
        inArray(seizureFacts.id, [...new Set(ids)]),
        isNull(seizureFacts.endedBy),
      ),
    );
  return Object.fromEntries(rows.map(({ id, messageNo }) => [id, messageNo]));
}

/** The own case of this number. */
export async function ownCase(tx: Tx, operationId: Id, agencyId: Id, messageNo: string) {
  const [row] = await tx
    .select({ id: seizureFacts.id, messageNo: seizureFacts.messageNo })
    .from(seizureFacts)
    .where(
      and(
        eq(seizureFacts.operationId, operationId),
        eq(seizureFacts.agencyId, agencyId),
        eq(seizureFacts.messageNo, messageNo),
        isNull(seizureFacts.endedBy),
      ),
    );
  return row ?? null;
}

/** A case that stands in these words by its number; null: none does. */
export async function caseNamedIn(tx: Tx, words: string): Promise<string | null> {
  const [row] = await tx.execute<{ no: string | null }>(sql`select named_case(${words}) as no`);
  return row?.no ?? null;
}

/** Which of these pictures may go out: cleared, and of a case that counts, is shared as a whole and may leave. */
export async function standingPictures(tx: Tx, ids: readonly Id[]): Promise<Id[]> {
  if (ids.length === 0) return [];
  const rows = await tx.execute<{ id: Id }>(
    sql`select id from standing_pictures(${sql.param([...ids])}::uuid[]) as t(id)`,
  );
  return rows.map(({ id }) => id);
}

/** One after the other in one operation, until the end of the transaction. */
export async function takeMedia(tx: Tx, operationId: Id): Promise<void> {
  await tx.execute(sql`select take_media(${operationId}::uuid)`);
}

/** Releases what is due; answers the streams that were told. For the job runner. */
export async function releaseDue(db: Db): Promise<Id[]> {
  const rows = await db.execute<{ stream: Id }>(sql`select stream from release_due_media() as stream`);
  return rows.map(({ stream }) => stream);
}
