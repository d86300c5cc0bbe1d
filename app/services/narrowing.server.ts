import { anEvent } from "#db/queries/events.server.ts";
import { reachOf } from "#db/queries/reach.server.ts";
import { addSeizureRows } from "#db/queries/seizure-rows.server.ts";
import { seizures } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { type Narrowed, narrowed } from "../domain/narrowing.ts";
import { Problem } from "../domain/problem.ts";
import { resolveAudience } from "./audience.server.ts";
import type { Acting } from "./house.server.ts";
import { changeable, end, mustStand, renewAudience, renewNames } from "./seizure-versions.server.ts";
import { type Command, type Outcome, write } from "./write.server.ts";

/** `base`: the version of the case. `keep`: those of its present readers, agencies or persons, who go on reading. */
export type Narrowing = { seizure: Id; base: number; keep: readonly Id[]; reason: string };

/**
 * Takes the case from some of its readers. Its facts are counted by all as before; whoever loses the case loses the
 * names in it too, and every earlier version of both. Who is on the list and does not take part now is not on the new
 * one: those who were chosen read, and nobody else.
 */
export async function narrowSeizure(acting: Acting, command: Command<Narrowing>): Promise<Outcome> {
  return write(acting, "seizure.narrow", command, async (change): Promise<Outcome> => {
    const { seizure: id, base, keep, reason } = command.input;
    const { fact, kase, nominal, member } = await changeable(change, id, "seizure.narrow");
    mustStand(fact);
    if (base !== kase.version) throw new Problem("stale", "seizure.stale", {}, { current: { version: kase.version } });
    const reach = await reachOf(change.tx, kase.operationId, kase.audienceId, kase.agencyId);
    const { audience, lost, agenciesLost } = mustBeFewer(narrowed(reach, keep));

    const { tx, note } = change;
    const begunBy = note(anEvent("seizure.narrowed", { seizure: id, lost }, "unit", fact.unitId));
    // To all who count it, whoever read it: an open page asks again what it may show, and says what became of it.
    if (fact.shared) note(anEvent("seizure.narrowed", { seizure: id }, "operation"));
    const audienceId = await resolveAudience(tx, member, audience);
    await end(change, seizures, id, begunBy);
    const version = kase.version + 1;
    const said = { authorId: member.id, changeKind: "narrowed", changeReason: reason };
    const renewed = { ...kase, version, begunBy, audienceId, input: { ...kase.input, audience }, ...said };
    await addSeizureRows(tx, { seizures: [renewed] });
    await renewAudience(change, kase, audienceId, begunBy);
    if (nominal) {
      const { operationId, agencyId, unitId, shared } = nominal;
      const recipients = nominal.nominal.recipients.filter((agency) => !agenciesLost.includes(agency));
      const keys = { operationId, agencyId, unitId, shared, id, begunBy };
      await renewNames(change, member, keys, nominal, { ...nominal.nominal, recipients });
    }
    return { seizure: id, version: String(version), lost: String(lost) };
  });
}

function mustBeFewer(result: Narrowed | null): Narrowed {
  const refused = (key: string) => new Problem("invalid", "body.invalid", {}, { fields: { keep: [key] } });
  if (result === null) throw refused("seizure.narrow.wider");
  if (result.lost === 0) throw refused("seizure.narrow.nobody");
  return result;
}
