import type { Id } from "#app/domain/id.ts";
import type { ReportAudience } from "#app/domain/operation-report/report.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport, publishReport } from "#app/services/operation-reports.server.ts";
import { commentOnSection } from "#app/services/report-comments.server.ts";
import { addErratum } from "#app/services/report-errata.server.ts";
import { askSignatures, signFigures } from "#app/services/report-signing.server.ts";
import { read } from "#app/services/write.server.ts";
import { newestRequest } from "#db/queries/report-signing.server.ts";
import { aCommand } from "#tests/support/world.ts";
import { type Act, type Form, id } from "./acts.ts";

const REPORTS = "POST /operations/:operation/reports";
const REPORT = `${REPORTS}/:report`;

/** On a report that a lead has begun, with one version frozen. */
const onReport = (form: Form): Act => ({
  send: async ({ lead }) => ({ form, at: { report: await aReport(lead) } }),
});

/** On what the owner's administration is asked to sign. */
const onRequest = (form: Form): Act => ({
  send: async ({ lead, owner }) => {
    const report = await aReport(lead);
    return { form: { ...form, ...(await aRequest(lead, report, owner.administrationId)) }, at: { report } };
  },
});

export const REPORT_ACTS: Record<string, Act> = {
  [`${REPORTS} begin`]: {
    send: () => ({
      form: { report: id(), kind: "end_of_operation", audience: "participants", title: "Final report" },
    }),
  },
  [`${REPORT} reckon`]: onReport({}),
  [`${REPORT} write`]: onReport({
    section: "summary",
    base: "0",
    text: JSON.stringify({ type: "doc", content: [{ type: "paragraph" }] }),
  }),
  [`${REPORT} freeze`]: onReport({ reckoning: "1" }),
  [`${REPORT} publish`]: onReport({ edition: "1" }),
  [`${REPORT} set_aside`]: onReport({ aside: "yes" }),
  [`${REPORT} change_audience`]: onReport({ from: "participants", audience: "restricted" }),
  [`${REPORT} say_less`]: {
    send: async ({ lead }) => ({ form: { from: "0", under: "5" }, at: { report: await aDraft(lead) } }),
  },
  [`${REPORT} comment`]: onReport({ section: "summary", thread: "", body: "Is that so?" }),
  [`${REPORT} mark_thread`]: {
    send: async ({ lead }) => {
      const report = await aReport(lead);
      const said = { report, section: "summary", thread: null, body: "Is that so?" };
      const { thread = "" } = await commentOnSection(lead, aCommand(said));
      return { form: { thread, resolved: "yes" }, at: { report } };
    },
  },
  [`${REPORT} ask_signatures`]: {
    send: async ({ lead, owner }) => ({
      form: { "administrations[]": [owner.administrationId], "sections[]": [] },
      at: { report: await aReport(lead) },
    }),
  },
  [`${REPORT}/versions/:number make_file`]: {
    send: async ({ lead }) => ({
      form: { form: "xlsx" },
      at: { report: await aReport(lead, "participants"), number: "1" },
    }),
  },
  [`${REPORT}/versions/:number/contributions make_file`]: {
    send: async ({ lead }) => ({
      form: { form: "cites" },
      at: { report: await aReport(lead, "participants"), number: "1" },
    }),
  },
  [`${REPORT}/versions/:number add_erratum`]: {
    send: async ({ lead }) => ({
      form: { section: "summary", said: "12 cases", correct: "11 cases", reason: "Counted twice" },
      at: { report: await aReport(lead, "public"), number: "1" },
    }),
  },
  [`${REPORT}/versions/:number withdraw_erratum`]: {
    send: async ({ lead }) => {
      const report = await aReport(lead, "public");
      return {
        form: { erratum: await anErratum(lead, report), reason: "It was right" },
        at: { report, number: "1" },
      };
    },
  },
  [`${REPORT}/signature sign`]: onRequest({}),
  [`${REPORT}/signature refuse`]: onRequest({ reason: "Not ours" }),
};

/** An erratum to the first version of a published report. */
export async function anErratum(lead: Acting, report: Id): Promise<Id> {
  const said = { section: "summary", said: "12 cases", correct: "11 cases", reason: "Counted twice" };
  const { erratum = "" } = await addErratum(lead, aCommand({ report, edition: 1, ...said }));
  return erratum;
}

type Signer = { by: Acting; administration: Id };

/** That administration is asked to sign its figures, and does. */
export async function aSignature(lead: Acting, report: Id, { by, administration }: Signer): Promise<void> {
  await signFigures(by, aCommand({ report, ...(await aRequest(lead, report, administration)) }));
}

/** That administration is asked to sign its figures; nobody has answered. */
async function aRequest(lead: Acting, report: Id, administration: Id): Promise<{ request: Id; hash: string }> {
  await askSignatures(lead, aCommand({ report, administrations: [administration], sections: [] }));
  const of = { operationId: lead.operationId ?? "", report, administration };
  const asked = await read(lead, (tx) => newestRequest(tx, of));
  if (!asked) throw new Error("nothing was asked");
  return { request: asked.id, hash: asked.hash };
}

/** A report of a lead with one frozen version, published where its audience is named; `before` comes before it is frozen. */
export async function aReport(
  lead: Acting,
  audience?: ReportAudience,
  before: (report: string) => Promise<unknown> = async () => {},
): Promise<string> {
  const report = await aDraft(lead, audience);
  await before(report);
  await freezeReport(lead, aCommand({ report, reckoning: 1 }));
  if (audience) await publishReport(lead, aCommand({ report, edition: 1 }));
  return report;
}

/** One of which nothing is frozen yet. */
async function aDraft(lead: Acting, audience: ReportAudience = "participants"): Promise<string> {
  const report = id();
  const said = { kind: "end_of_operation" as const, title: "Final report", from: null, to: null };
  await beginReport(lead, aCommand({ id: report, audience, ...said }));
  return report;
}
