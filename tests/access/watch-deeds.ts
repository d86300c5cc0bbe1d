import type { Id } from "#app/domain/id.ts";
import { EntryInput } from "#app/domain/watch/entry.ts";
import { digestOf, draftSheet } from "#app/services/handover-sheet.server.ts";
import { acceptHandover, signHandover, takeBackHandover } from "#app/services/handovers.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { noteInLog, putOnRoster, strikeFromRoster } from "#app/services/watch.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { aCommand, agencyOf, type World } from "#tests/support/world.ts";

/** What a watch leaves: a duty on the roster, an entry in the log, and a handover that waits. */
export async function keepWatch(contact: Acting): Promise<{ shift: Id; handover: Id }> {
  const memberId = await read(contact, async (_tx, self) => memberOf(self).id);
  const times = { startsAt: new Date().toISOString(), endsAt: new Date(Date.now() + 86_400_000).toISOString() };
  const shift = crypto.randomUUID();
  await putOnRoster(contact, aCommand({ id: shift, memberId, ...times, contact: "+84 24 0000" }));
  const entry = { id: crypto.randomUUID(), kind: "note", about: null, text: "Called the port." };
  await noteInLog(contact, aCommand(EntryInput.parse(entry)));
  return { shift, handover: await sign(contact) };
}

/** The rest of what can happen to it. */
export async function endWatch(world: World, contact: Acting, { shift, handover }: { shift: Id; handover: Id }) {
  const next = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  await acceptHandover(next, aCommand({ handover }));
  await takeBackHandover(contact, aCommand({ handover: await sign(contact) }));
  await strikeFromRoster(contact, aCommand({ shift }));
}

/** The digest of the sheet that this person would sign. */
export const seenBy = (who: Acting) =>
  read(who, async (tx, self) => digestOf(await draftSheet(tx, memberOf(self), self.now)));

async function sign(who: Acting): Promise<Id> {
  const id = crypto.randomUUID();
  await signHandover(who, aCommand({ id, seen: await seenBy(who), remark: "" }));
  return id;
}
