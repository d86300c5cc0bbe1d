import { addDays } from "#app/domain/calendar.ts";
import type { Id } from "#app/domain/id.ts";
import type { PlannedRelease } from "#app/domain/media.ts";
import { finishUpload } from "#app/services/attachments.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { markOpen } from "#app/services/media-cases.server.ts";
import { clearPicture, maskPicture } from "#app/services/media-pictures.server.ts";
import { planRelease, releaseDueMedia } from "#app/services/media-releases.server.ts";
import { publishReport } from "#app/services/operation-reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { findRelease } from "#db/queries/media.server.ts";
import { onItsWay } from "#tests/access/file-acts.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { aHighlightStage, type Stage, WORDS } from "./highlights-world.ts";

export type Desk = Stage & {
  observer: Acting;
  partner: Acting;
  /** The number of a case. */
  noOf: (seizure: Id) => Promise<string>;
  /** A public report that holds this case, cleared and published. */
  publicReport: (seizure: Id, published?: boolean) => Promise<Id>;
  photoOf: (seizure: Id, by?: Acting) => Promise<Id>;
  /** A masked copy of a new photo of the case, cleared by its owner. */
  picture: (seizure: Id, cleared?: boolean) => Promise<Id>;
  plan: (over?: Partial<PlannedRelease>) => Promise<Id>;
  mark: (seizure: Id, by?: Acting) => Promise<Id>;
  /** Its minute has come. */
  due: (release: Id) => Promise<void>;
  runClock: () => Promise<number>;
  seen: (release: Id, by: Acting) => ReturnType<typeof findRelease>;
};

export const TOMORROW = { day: addDays(new Date().toISOString().slice(0, 10), 2), time: "18:00" };

/** Those of the highlights' stage, with people outside and what the media desk does. */
export async function aDesk(): Promise<Desk> {
  const stage = await aHighlightStage();
  const { world, lead, thai } = stage;
  const { operationId, owner } = world;
  const [observer, partner] = await Promise.all([
    world.join({ role: "observer", agency: agencyOf(world, "RILO") }),
    world.join({ role: "partner", agency: agencyOf(world, "RILO") }),
  ]);
  const noOf: Desk["noOf"] = async (seizure) => {
    const [row] = await owner<{ no: string }[]>`
      select message_no as no from seizure_facts where id = ${seizure} and ended_by is null`;
    return row?.no ?? "";
  };
  const photoOf: Desk["photoOf"] = async (seizure, by = thai) => {
    const upload = await onItsWay(by, seizure, true);
    await finishUpload(by, aCommand({ upload, seizure }));
    return upload;
  };
  return {
    ...{ ...stage, observer, partner, noOf, photoOf },
    publicReport: async (seizure, published = true) => {
      const report = await stage.report("public");
      await stage.choose(report, seizure, WORDS);
      await stage.clear(report, seizure);
      await stage.freeze(report);
      if (published) await publishReport(lead, aCommand({ report, edition: 1 }));
      return report;
    },
    picture: async (seizure, cleared = true) => {
      const [id, attachment] = [crypto.randomUUID(), await photoOf(seizure)];
      await maskPicture(thai, aCommand({ id, attachment, caption: "Ivory in crates", masks: [] }));
      if (cleared) await clearPicture(thai, aCommand({ picture: id, looked: true as const, note: "" }));
      return id;
    },
    plan: async (over = {}) => {
      const id = crypto.randomUUID();
      const said = { title: "Ivory stopped", words: "In one week", edition: null, pictures: [], ...TOMORROW };
      await planRelease(lead, aCommand({ ...said, ...over, id }));
      return id;
    },
    mark: async (seizure, by = thai) => {
      const said = { seizure: await noOf(seizure), kind: "arrest" as const, reason: "Two are followed", until: null };
      return String((await markOpen(by, aCommand(said))).blackout);
    },
    due: async (release) => {
      await owner`update media_releases set release_at = date_trunc('minute', now()) - interval '1 minute' where id = ${release}`;
    },
    runClock: () => releaseDueMedia({ db: world.app.db, poke: () => {} }),
    seen: (release, by) => read(by, (tx) => findRelease(tx, operationId, release)),
  };
}
