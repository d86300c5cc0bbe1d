import { agencyOf, type World } from "#tests/support/world.ts";
import type { Cast } from "./cast.ts";

/** So many releases a reader sees: all with the one that came to nothing, or without it, or what is out alone. */
export const RELEASES: Record<number, string> = { 3: "all", 2: "to come and out", 1: "out" };

/**
 * A release that is to come, one that is out and was corrected, and one that was cancelled; of each record a masked
 * picture that its owner cleared and that is in no release, a mark that something is open, and what is public already.
 */
export async function fillDesk(world: World, cast: Cast) {
  const { owner, operationId } = world;
  for (const [state, releasedAt] of [
    ["embargoed", null],
    ["released", new Date()],
    ["cancelled", null],
  ] as const) {
    const row = { operation_id: operationId, id: crypto.randomUUID(), made_by: crypto.randomUUID() };
    const said = { title: "Ivory", pictures: [], state, release_at: "2099-01-01", released_at: releasedAt };
    await owner`insert into media_releases ${owner({ ...row, ...said })}`;
  }
  await owner`
    insert into media_corrections (operation_id, id, release_id, kind, words, said_by)
    select operation_id, id, id, 'correction', 'Said wrong', made_by from media_releases where state = 'released'`;
  await owner`
    insert into media_pictures (operation_id, id, attachment_id, seizure_id, agency_id, caption, masks, view_key, thumb_key,
      sha256, bytes, width, height, masked_by, cleared_by, cleared_at, commands)
    select operation_id, id, id, seizure_id, agency_id, 'Ivory', '[]', 'v' || id, 't' || id, repeat('0f', 32), 1, 1, 1,
      author_id, author_id, now(), '{}' from attachments where operation_id = ${operationId}`;
  const { erased: _, ...records } = cast.records;
  for (const seizure of new Set(Object.values(records))) await markCase(world, seizure);
}

async function markCase(world: World, seizure: string) {
  const { owner, operationId } = world;
  const agency_id = agencyOf(world, "VN-CUS").id;
  const row = { operation_id: operationId, seizure_id: seizure, agency_id, commands: [] };
  const marked = { id: crypto.randomUUID(), kind: "arrest", reason: "Two are followed", opened_by: agency_id };
  await owner`insert into media_blackouts ${owner({ ...row, ...marked })}`;
  const said = { id: crypto.randomUUID(), outlet: "VTV", source: "", day: "2021-04-20", said_by: agency_id };
  await owner`insert into media_known ${owner({ ...row, ...said })}`;
}
