import postgres from "postgres";
import type { Id } from "#app/domain/id.ts";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import {
  blackoutsOf,
  caseNamedIn,
  caseNumbers,
  correctionsOf,
  countWaitingReleases,
  findPicture,
  findRelease,
  hindrancesOf,
  knownOf,
  logOf,
  ownCase,
  picturesOf,
  publicEditions,
  releasesOf,
  standingPictures,
} from "#db/queries/media.server.ts";
import type { World } from "#tests/support/world.ts";

/** All but a handful have gone out: each that waits is looked at with all of its cases. */
const [RELEASES, OUT] = [400, 392];
const OF_CASES = 300;
/** Chosen one by one, and each judged with all messages of its case: a dozen at a time, as a press desk has them. */
const PICTURES = 12;

/** A desk of a long operation: releases of every state, and masked pictures, marks and public places of three hundred cases. */
export async function runDesk({ database, operationId }: World): Promise<void> {
  const sql = postgres(database.superUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`set session_replication_role = replica`;
    await fillDesk(sql, operationId);
  } finally {
    await sql.end();
  }
}

/** Past triggers and foreign keys: what they hold together is looked at elsewhere. */
async function fillDesk(sql: postgres.Sql, operationId: Id): Promise<void> {
  await sql`
    insert into attachments (operation_id, id, seizure_id, agency_id, unit_id, kind, media_type, view_key, view_type, view_bytes, author_id)
    select operation_id, gen_random_uuid(), id, agency_id, unit_id, 'photo', 'image/jpeg', gen_random_uuid()::text, 'image/jpeg', 1, begun_by
    from seizures where operation_id = ${operationId} and shared order by id limit ${OF_CASES}`;
  const files = sql`(select id, seizure_id, agency_id from attachments where operation_id = ${operationId}) as f`;
  await sql`
    insert into media_releases (operation_id, id, title, words, pictures, names, release_at, state, released_at, waiting_since, waits_for, made_by)
    select ${operationId}, gen_random_uuid(), 'Release ' || n, 'What is said', '{}', '{TH,VN}', now() + (n - 390) * interval '1 hour',
      case when n <= ${OUT}::int then 'released' else 'embargoed' end, case when n <= ${OUT}::int then now() end,
      case when n between ${OUT}::int + 1 and ${OUT}::int + 5 then now() end, case when n between ${OUT}::int + 1 and ${OUT}::int + 5 then 'black' end, gen_random_uuid()
    from generate_series(1, ${RELEASES}::int) as n`;
  await sql`
    insert into media_corrections (operation_id, id, release_id, kind, words, said_by)
    select operation_id, gen_random_uuid(), id, 'retraction', 'No more', made_by from media_releases
    where operation_id = ${operationId} and state = 'released'`;
  await sql`
    insert into media_pictures (operation_id, id, attachment_id, seizure_id, agency_id, caption, masks, view_key, thumb_key, sha256,
      bytes, width, height, masked_by, cleared_by, cleared_at, commands)
    select ${operationId}, gen_random_uuid(), id, seizure_id, agency_id, 'A picture', '[]', gen_random_uuid(),
      gen_random_uuid(), repeat('0f', 32), 1, 1, 1, gen_random_uuid(), gen_random_uuid(), now(), array[gen_random_uuid()] from ${files} order by id limit ${PICTURES}`;
  await sql`
    insert into media_blackouts (operation_id, id, seizure_id, agency_id, kind, reason, until, opened_by, commands)
    select ${operationId}, gen_random_uuid(), seizure_id, agency_id, 'arrest', 'They are looked for', null, gen_random_uuid(), array[gen_random_uuid()]
    from ${files}`;
  await sql`
    insert into media_known (operation_id, id, seizure_id, agency_id, outlet, source, day, said_by, commands)
    select ${operationId}, gen_random_uuid(), seizure_id, agency_id, 'A newspaper', 'https://news.example/', '2021-05-20', gen_random_uuid(),
      array[gen_random_uuid()] from ${files}`;
  await sql`analyze media_releases, media_corrections, media_pictures, media_blackouts, media_known`;
}

/** How much of each of them a reader sees. */
export async function seenOfDesk(tx: Tx, operationId: Id): Promise<Record<string, number>> {
  const lists = {
    releases: await releasesOf(tx, operationId),
    pictures: await picturesOf(tx, operationId),
    marks: await blackoutsOf(tx, operationId),
    known: await knownOf(tx, operationId),
  };
  return Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.length]));
}

export const OF_MEDIA = {
  "releases to the press": (tx: Tx, { operationId }: Membership) => releasesOf(tx, operationId),
  "a release and what was said of it since": async (tx: Tx, { operationId }: Membership) => {
    const [first] = await releasesOf(tx, operationId);
    return [first && (await findRelease(tx, operationId, first.id)), await correctionsOf(tx, operationId)];
  },
  "releases that wait, and what keeps them": async (tx: Tx, { operationId }: Membership) => [
    await countWaitingReleases(tx, operationId),
    await hindrancesOf(tx),
  ],
  "public versions for a release": (tx: Tx, { operationId }: Membership) => publicEditions(tx, operationId),
  "masked pictures, and which of them may go out": async (tx: Tx, { operationId }: Membership) => {
    const pictures = await picturesOf(tx, operationId);
    const ids = pictures.map(({ id }) => id);
    const [first] = ids;
    const numbers = await caseNumbers(
      tx,
      operationId,
      pictures.map(({ seizureId }) => seizureId),
    );
    return [numbers, await standingPictures(tx, ids), first && (await findPicture(tx, operationId, first))];
  },
  "marks of the media desk": (tx: Tx, { operationId }: Membership) => blackoutsOf(tx, operationId),
  "what is public already": async (tx: Tx, { operationId }: Membership) => {
    const all = await knownOf(tx, operationId);
    const some = all.slice(0, 20).map(({ seizureId }) => seizureId);
    return [all, await knownOf(tx, operationId, some)];
  },
  "the log of the media desk": (tx: Tx, { operationId }: Membership) => logOf(tx, operationId),
  "a case by its number, for the media desk": async (tx: Tx, { operationId, agencyId }: Membership) => [
    await ownCase(tx, operationId, agencyId, "OMD-VN-000123"),
    await caseNamedIn(tx, "Nothing is said of OMD-VN-000123 here."),
  ],
};
