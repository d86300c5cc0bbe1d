import { addDays } from "#app/domain/calendar.ts";
import type { Id } from "#app/domain/id.ts";
import { finishUpload } from "#app/services/attachments.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { markOpen, sayKnown } from "#app/services/media-cases.server.ts";
import { maskPicture } from "#app/services/media-pictures.server.ts";
import { planRelease } from "#app/services/media-releases.server.ts";
import { read } from "#app/services/write.server.ts";
import { caseNumbers } from "#db/queries/media.server.ts";
import { aCommand } from "#tests/support/world.ts";
import { type Act, type Form, id, type Stage } from "./acts.ts";
import { aRelease } from "./cast.ts";
import { onItsWay } from "./file-acts.ts";

const DESK = "POST /operations/:operation/media";
const minute = { day: addDays(new Date().toISOString().slice(0, 10), 3), time: "18:00" };

/** Under an embargo that a lead has set. */
export async function anEmbargo(lead: Acting): Promise<Id> {
  const release = id();
  const said = { title: "Ivory stopped", words: "In one week", edition: null, pictures: [], ...minute };
  await planRelease(lead, aCommand({ id: release, ...said }));
  return release;
}

const onRelease = (form: Form, out = false): Act => ({
  send: async ({ lead, world }) => {
    const release = await anEmbargo(lead);
    if (out) {
      await world.owner`update media_releases set state = 'released', released_at = now(),
        release_at = date_trunc('minute', now()) where id = ${release}`;
    }
    return { form: { release, ...form } };
  },
});

/** The number of a new case of the records' owner. */
async function aCase({ cast, lead }: Stage): Promise<string> {
  const seizure = await aRelease(cast.people);
  const numbers = await read(cast.people.contact, (tx) => caseNumbers(tx, lead.operationId ?? "", [seizure]));
  return numbers[seizure] ?? "";
}

async function aPhotoOfCase({ cast }: Stage): Promise<Id> {
  const { officer } = cast.people;
  const seizure = await aRelease(cast.people);
  const upload = await onItsWay(officer, seizure, true);
  await finishUpload(officer, aCommand({ upload, seizure }));
  return upload;
}

const onPicture = (form: Form): Act => ({
  send: async (stage) => {
    const picture = id();
    const said = { attachment: await aPhotoOfCase(stage), caption: "Ivory", masks: [] };
    await maskPicture(stage.cast.people.contact, aCommand({ id: picture, ...said }));
    return { form: { picture, ...form } };
  },
});

/** Planned, moved, cancelled and corrected by leads; what is open, public and shown of a case is said by its owner. */
export const MEDIA_ACTS: Record<string, Act> = {
  [`${DESK} plan_release`]: {
    send: () => ({ form: { release: id(), title: "Ivory", words: "Stopped", edition: "", ...minute } }),
  },
  [`${DESK} move_release`]: onRelease({ ...minute, time: "19:00" }),
  [`${DESK} cancel_release`]: onRelease({ why: "The minister speaks first" }),
  [`${DESK} order_names`]: onRelease({ "names[]": ["VN", "TH"] }),
  [`${DESK} correct_release`]: onRelease({ kind: "correction", words: "It was one week" }, true),
  [`${DESK} mark_open`]: {
    send: async (stage) => ({ form: { case: await aCase(stage), kind: "arrest", reason: "Two are followed" } }),
  },
  [`${DESK} lift`]: {
    send: async (stage) => {
      const said = { seizure: await aCase(stage), kind: "arrest" as const, reason: "Two are followed", until: null };
      const { blackout = "" } = await markOpen(stage.cast.people.contact, aCommand(said));
      return { form: { blackout } };
    },
  },
  [`${DESK} say_known`]: {
    send: async (stage) => ({ form: { case: await aCase(stage), outlet: "VTV", source: "", day: "2021-04-20" } }),
  },
  [`${DESK} take_known_back`]: {
    send: async (stage) => {
      const said = { seizure: await aCase(stage), outlet: "VTV", source: "", day: "2021-04-20" };
      const { known = "" } = await sayKnown(stage.cast.people.contact, aCommand(said));
      return { form: { known } };
    },
  },
  [`${DESK} mask_picture`]: {
    send: async (stage) => ({ form: { picture: id(), attachment: await aPhotoOfCase(stage), caption: "Ivory" } }),
  },
  [`${DESK} clear_picture`]: onPicture({ looked: "yes", note: "" }),
  [`${DESK} withdraw_picture`]: onPicture({}),
};
