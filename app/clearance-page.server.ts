import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { decisionsOnTray, listTray } from "#db/queries/clearance-tray.server.ts";
import { agencyZone } from "./agency-zone.server.ts";
import type { TrayReaders, TrayReport } from "./components/clearance/tray-types.ts";
import { administrationsOf, namedAmong, readersFor } from "./domain/audience.ts";
import { goodsOf } from "./domain/goods.ts";
import type { Id } from "./domain/id.ts";
import type { SeizureInput } from "./domain/seizure.ts";
import { delayUntil } from "./domain/timeliness.ts";
import { readingParticipants } from "./services/audience.server.ts";
import { mustBeAllowed } from "./services/write.server.ts";

/** So many are decided on at once; whatever waits behind them comes up as they go. */
export const AT_ONCE = 100;

type Present = Awaited<ReturnType<typeof readingParticipants>>;

/** The national tray: what waits for a decision of the reader's agency, with those who will read it. */
export async function clearancePage(tx: Tx, self: Self) {
  const own = { agencyId: self.member?.agencyId };
  const member = mustBeAllowed(self, "report.clear", own);
  const { operationId, operation } = member;
  const [{ rows, total }, decisions, present, zone] = await Promise.all([
    listTray(tx, operationId, AT_ONCE),
    decisionsOnTray(tx, operationId),
    readingParticipants(tx, operationId),
    agencyZone(tx, self),
  ]);
  const reports = rows.flatMap(({ input, submittedAt, ...row }): TrayReport[] => {
    if (!input) return [];
    const own = decisions.filter(({ seizureId }) => seizureId === row.id);
    const held = own.findLast(({ decision }) => decision === "on_hold");
    return [
      {
        id: row.id,
        version: row.version,
        step: row.step,
        steps: row.steps,
        author: row.author,
        unit: row.unit,
        submittedAt: submittedAt?.toISOString() ?? null,
        command: uuid(),
        nationalCaseNo: input.nationalCaseNo,
        handling: input.handling,
        heldBack: input.held,
        goods: goodsOf(input.items),
        place: { name: input.place.name, country: input.place.country },
        happened: { occurredOn: input.occurredOn, occurredTo: input.occurredTo, datePrecision: input.datePrecision },
        delay: delayUntil(input, operation.zone, self.now),
        readers: readersOf(input, present, member.agencyId, member.administrationId),
        hold: row.onHold && held ? { by: held.by, at: held.at.toISOString(), note: held.note } : null,
        approvedByMe: own.some(({ decision, memberId }) => decision === "cleared" && memberId === member.id),
        approvedBy: own.flatMap(({ decision, by }) => (decision === "cleared" && by ? [by] : [])),
      },
    ];
  });
  return { reports, total, zone };
}

/** Names of those who will read the case, and of those to whom its names go. */
function readersOf({ audience, nominal }: SeizureInput, present: Present, agency: Id, own: Id): TrayReaders {
  const readers = namedAmong(audience, readersFor(audience, present, agency));
  const agencyNames = new Map(present.map(({ agencyId, agencyName }) => [agencyId, agencyName]));
  return {
    everybody: audience.kind === "all",
    administrations: administrationsOf(readers, own),
    names: readers.map(({ agencyName, people }) =>
      audience.kind === "members" ? `${people.map(({ name }) => name).join(", ")} (${agencyName})` : agencyName,
    ),
    ofNames: nominal ? nominal.recipients.map((id) => agencyNames.get(id) ?? "") : null,
  };
}
