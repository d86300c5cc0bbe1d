import { type FileStore, newKey } from "#app/attachments/store.server.ts";
import type { Id } from "#app/domain/id.ts";
import { closingReport, giveAllReasons } from "#tests/support/closing-world.ts";
import { agencyOf, type World } from "#tests/support/world.ts";
import { type Act, id } from "./acts.ts";

const CLOSING = "POST /operations/:operation/closing";

export const CLOSING_ACTS: Record<string, Act> = {
  [`${CLOSING} leave_open`]: {
    state: "debrief",
    send: () => ({ form: { what: "days", open: "9000000", reason: "Agreed at the debriefing" } }),
  },
  [`${CLOSING} close`]: {
    state: "debrief",
    send: async ({ lead }) => {
      await closingReport(lead);
      await giveAllReasons(lead);
      return { form: {} };
    },
  },
  [`${CLOSING} keep`]: { state: "closed", send: () => ({ form: { until: "2099-12-31" } }) },
  "POST /operations/:operation/packages pack": {
    state: "closed",
    send: async ({ world }) => {
      // One at a time: what an earlier reader asked for is done with.
      await world.owner`update record_packages set state = 'stopped' where state = 'making'`;
      return { form: { package: id() } };
    },
  },
};

/** A closing with a reason that was given, until when records are kept, and a package of Viet Nam Customs. */
export async function keepClosings(world: World): Promise<void> {
  const { owner, operationId: operation_id } = world;
  const { memberId } = await world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") });
  const reason = { what: "days", open: 1, reason: "Agreed", member_id: memberId };
  await owner`insert into closing_reasons ${owner({ operation_id, id: id(), ...reason })}`;
  const closing = { number: 1, counts: owner.json({ days: 1 }), closed_by: memberId, reopened_at: new Date() };
  await owner`insert into operation_closings ${owner({ operation_id, ...closing })}`;
  await owner`insert into record_keeping ${owner({ operation_id, number: 1, kept_until: "2099-12-31", said_by: memberId })}`;
  await aPackage(world);
}

/** A finished package of Viet Nam Customs, with its file in that store. */
export async function aPackage(world: World, files: FileStore = world.house.files): Promise<Id> {
  const { owner, operationId: operation_id } = world;
  const agency = agencyOf(world, "VN-CUS");
  const { memberId, personId } = await world.join({ role: "ncp", agency });
  const fileKey = newKey();
  const content = Buffer.from("records");
  await files.put(fileKey, content);
  const made = { id: id(), agency_id: agency.id, made_by: memberId, person_id: personId, state: "done" };
  const file = { file_key: fileKey, bytes: content.length, sha256: "0".repeat(64), ended_at: new Date() };
  await owner`insert into record_packages ${owner({ operation_id, ...made, ...file })}`;
  return made.id;
}
