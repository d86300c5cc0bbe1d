import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { receiptToldFor } from "#db/queries/on-behalf.server.ts";
import { findReport } from "#db/queries/reports.server.ts";
import { findCase, findFact, findNominal } from "#db/queries/seizures.server.ts";
import type { ReportPageData } from "./components/seizure/report-page.tsx";
import { may } from "./domain/access.ts";
import type { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { saysNothing } from "./domain/seizure.ts";
import { fillSeizureForm } from "./domain/seizure-form/fill.ts";
import { withMark } from "./domain/seizure-form/mark.ts";
import { LANGUAGES } from "./messages/index.ts";
import { preferencesOf } from "./preferences.ts";
import { blankReport } from "./report-form.server.ts";
import { reportChoices } from "./services/report-choices.server.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

/** Whether this member may report now, and where not, why: the role, or the state of the operation. */
export function reportRefusal(self: Self): "role" | "state" | null {
  const member = memberOf(self);
  const own = { agencyId: member.agencyId, unitId: member.unitId };
  if (may(member, "report.write", member.operation.state, own)) return null;
  return may(member, "report.write", "active", own) ? "state" : "role";
}

/** The form of a new report. */
export async function newReportPage(tx: Tx, self: Self, request: Request): Promise<ReportPageData> {
  const refused = reportRefusal(self);
  if (refused) return { refused };
  const member = memberOf(self);
  const { locale, zone } = preferencesOf(request);
  const { handling, ...choices } = await reportChoices(tx, self, member, { locale, zone });
  return {
    refused: null,
    kind: "new",
    choices,
    initial: blankReport(handling, LANGUAGES[locale].mark),
    personId: self.person.id,
    backTo: `/operations/${member.operationId}/seizures`,
  };
}

/** The form of a report that is inside its agency still: as it was left, or as it was sent. */
export async function draftReportPage(tx: Tx, self: Self, request: Request, id: Id): Promise<ReportPageData> {
  const member = memberOf(self);
  const report = await findReport(tx, member.operationId, id);
  if (!report || !OPEN.includes(report.state)) throw new Problem("not-found", "report.unknown");
  const page = await newReportPage(tx, self, request);
  if (page.refused !== null) return page;
  const entered = await receiptToldFor(tx, member.operationId, id);
  const mark = LANGUAGES[preferencesOf(request).locale].mark;
  const { zone } = member.operation;
  const fields = report.form ?? (report.input ? fillSeizureForm(report.input, { mark, zone }) : {});
  const { commandId = "", draftCommandId = "" } = page.initial;
  return {
    ...page,
    kind: "draft",
    // On whose behalf it is has been said once and for all.
    choices: { ...page.choices, posts: entered === undefined ? page.choices.posts : [] },
    initial: {
      ...page.initial,
      ...withMark(fields, mark),
      ...{ id, commandId, draftCommandId, baseVersion: String(report.version) },
    },
    backTo: `${page.backTo}/${id}`,
  };
}

const OPEN = ["draft", "in_clearance", "returned"];

/** The form that corrects a released seizure, and whether names were in it: their reading is written down. */
export async function amendReportPage(tx: Tx, self: Self, request: Request, id: Id) {
  const member = memberOf(self);
  const { operationId } = member;
  const [fact, kase, nominal] = await Promise.all([
    findFact(tx, operationId, id),
    findCase(tx, operationId, id),
    findNominal(tx, operationId, id),
  ]);
  if (!fact || !kase) throw new Problem("not-found", "seizure.unknown");
  if (fact.state === "withdrawn") throw new Problem("conflict", "seizure.withdrawn");
  mustBeAllowed(self, "seizure.amend", { agencyId: kase.agencyId, unitId: kase.unitId });
  const { locale, zone } = preferencesOf(request);
  const { handling: _handling, ...choices } = await reportChoices(tx, self, member, { locale, zone });
  const input = { ...kase.input, nominal: nominal?.nominal ?? null };
  const page: ReportPageData = {
    refused: null,
    kind: "amend",
    choices,
    initial: {
      ...fillSeizureForm(input, { mark: LANGUAGES[locale].mark, zone: member.operation.zone }),
      ...{ commandId: uuid(), "amend.kind": "", "amend.reason": "" },
      ...{ "amend.order.reference": "", "amend.order.approver": "" },
      "base.facts": String(fact.revision),
      "base.case": String(kase.version),
      "base.nominal": String(nominal?.version ?? 0),
    },
    personId: self.person.id,
    messageNo: fact.messageNo,
    backTo: `/operations/${operationId}/seizures/${id}`,
  };
  return { page, showsNames: nominal !== undefined && !saysNothing(nominal.nominal) };
}
