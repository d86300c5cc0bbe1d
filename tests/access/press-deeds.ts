import type { Acting } from "#app/services/house.server.ts";
import { releaseDueMedia } from "#app/services/media-releases.server.ts";
import type { World } from "#tests/support/world.ts";
import { anEmbargo } from "./media-acts.ts";

/** Planned, and out in its minute, which is now. */
export async function releaseToPress({ owner, house }: World, lead: Acting): Promise<void> {
  const release = await anEmbargo(lead);
  await owner`update media_releases set release_at = date_trunc('minute', now()) where id = ${release}`;
  await releaseDueMedia(house);
}
