import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { openEntries } from "#db/queries/on-behalf.server.ts";
import { listReports } from "#db/queries/reports.server.ts";
import type { OwnReport } from "./components/seizure/own-reports.tsx";
import type { WaitingEntry } from "./components/workspace/waiting-list.tsx";
import { may } from "./domain/access.ts";
import { readTypedDecimal } from "./domain/decimal.ts";
import { goodsOf } from "./domain/goods.ts";
import { type FormFields, textOf } from "./domain/seizure-form/rows.ts";

/** Unreleased reports that the member may see, those that wait for the member's decision first. */
export async function ownReports(tx: Tx, member: Membership): Promise<OwnReport[]> {
  const { role, operation, agencyId } = member;
  if (role !== "ncp" && role !== "reporter") return [];
  const clears = may(member, "report.clear", operation.state, { agencyId });
  const reports = await listReports(tx, member.operationId);
  const shown = reports.map((report): OwnReport => {
    const { id, state, step, steps, onHold, author, input, form, updatedAt } = report;
    const goods = input?.items ?? goodsOfForm(form ?? {});
    return {
      id,
      state,
      step,
      steps,
      onHold,
      author,
      at: updatedAt.toISOString(),
      nationalCaseNo: input?.nationalCaseNo ?? textOf(form ?? {}, "nationalCaseNo"),
      goods: goodsOf(goods),
      waits: clears && state === "in_clearance" && !onHold,
    };
  });
  return [...shown.filter(({ waits }) => waits), ...shown.filter(({ waits }) => !waits)];
}

/** The first kind of goods of a draft, as far as it can be read. */
function goodsOfForm(form: FormFields): OwnReport["goods"] {
  const commodity = textOf(form, "items.0.commodity");
  if (!/^[A-Z]\d/.test(commodity)) return [];
  const quantity = readTypedDecimal(textOf(form, "items.0.quantity"), form.mark === "," ? "," : ".");
  return [{ commodity, quantity, unit: textOf(form, "items.0.unit") || null, qualifier: "exact" }];
}

/** Reports that were entered for a post: its officers are asked to confirm them, contact points read what is wrong. */
export async function waitingEntries(tx: Tx, member: Membership): Promise<WaitingEntry[]> {
  const { role, operationId } = member;
  if (role !== "ncp" && role !== "reporter") return [];
  const open = await openEntries(tx, operationId);
  return open
    .filter(({ objectedAt }) => (objectedAt === null) === (role === "reporter"))
    .map(({ enteredBy, enteredAt, objectedAt, ...entry }) => ({
      ...entry,
      by: enteredBy,
      at: (objectedAt ?? enteredAt).toISOString(),
    }));
}
