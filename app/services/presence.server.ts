import { noticeAccess } from "#db/queries/access-notices.server.ts";
import { hidePresence, showPresence } from "#db/queries/presence.server.ts";
import type { PresenceChoice } from "../domain/presence.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

/**
 * Whether the bearer, or the own agency, is shown as being here. Noted in no stream: that somebody does not want to be
 * seen is nobody's news. Every node hears of it with the commit and asks its lines again.
 */
export async function choosePresence(acting: Acting, command: Command<PresenceChoice>): Promise<Outcome> {
  return write(acting, "presence.choose", command, async ({ tx, self }) => {
    const { agencyId, of, shown } = command.input;
    const member = mustBeAllowed(self, of === "agency" ? "presence.of_agency" : "presence.take_part", { agencyId });
    // Each for oneself: on the page of another agency there is nothing to choose.
    if (agencyId !== member.agencyId) throw new Problem("forbidden", "access.refused", { role: member.role });
    const { operationId, id } = member;
    const whose = of === "agency" ? null : id;
    if (shown) await showPresence(tx, { operationId, agencyId }, whose);
    else await hidePresence(tx, { operationId, agencyId }, whose, id);
    await noticeAccess(tx, of === "agency" ? `operation:${operationId}` : `person:${self.person.id}`);
    return { shown: String(shown) };
  });
}
