import { createHash } from "node:crypto";
import { anEvent } from "#db/queries/events.server.ts";
import { findReport, lastReckoning, type SectionText, textsOf } from "#db/queries/operation-reports.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import { namesOf, newestRequest, type SignableHashes, wasAsked } from "#db/queries/report-signing.server.ts";
import { operationReportRequests, operationReportSignatures } from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import type { FigureLine } from "../domain/operation-report/lines.ts";
import { outlineOf } from "../domain/operation-report/outline.ts";
import { isEmptyText } from "../domain/operation-report/report-text.ts";
import type { ReportResults } from "../domain/operation-report/results.ts";
import {
  namedLines,
  ownLines,
  type SignatureGiven,
  type SignatureRefused,
  type SignaturesAsked,
  type SignedSection,
} from "../domain/operation-report/signing.ts";
import { Problem } from "../domain/problem.ts";
import type { Acting } from "./house.server.ts";
import { type Change, type Command, mustBeAllowed, type Outcome, write } from "./write.server.ts";

type Figures = Pick<ReportResults, "figures" | "counts">;
type Text = Pick<SectionText, "section" | "version" | "body">;

/** Asks administrations to sign their figures as they stand in the draft, and the chosen sections. */
export async function askSignatures(acting: Acting, command: Command<SignaturesAsked>): Promise<Outcome> {
  return write(acting, "operation_report.ask_signatures", command, async (change): Promise<Outcome> => {
    const { tx } = change;
    const { report, administrations } = command.input;
    const { operationId, id: askedBy } = mustBeAllowed(change.self, "operation_report.draft");
    const draft = await findReport(tx, operationId, report);
    const figures = draft && (await lastReckoning(tx, operationId, report));
    if (!figures) throw new Problem("not-found", "operation_report.unknown");
    if (draft.droppedAt) throw new Problem("conflict", "operation_report.aside");
    const texts = await textsOf(tx, operationId, report);
    const chosen = outlineOf(draft.kind).filter(({ code }) => command.input.sections.includes(code));
    const sections = chosen.map(({ code }) => sectionToSign(code, texts, figures.results));
    const codes = new Map(
      (await listParticipants(tx, operationId))
        .filter(({ leftAt }) => leftAt === null)
        .map((row) => [row.administrationId, row.administrationCode]),
    );
    const rows = [...new Set(administrations)].map((administrationId) => {
      const code = codes.get(administrationId);
      if (!code) throw new Problem("invalid", "operation_report.signature.no_participant");
      const lines = ownLines(figures.results, code);
      const asked = { operationId, id: crypto.randomUUID(), reportId: report, administrationId, askedBy };
      const of = { title: draft.title, asOf: figures.asOf, lines, sections };
      return { ...asked, ...of, linesHash: hashOfLines(lines), hash: hashOfSigned(lines, sections) };
    });
    await tx.insert(operationReportRequests).values(rows);
    tell(change, report);
    return { report, asked: String(rows.length) };
  });
}

function sectionToSign(code: string, texts: readonly Text[], results: Figures): SignedSection {
  const text = texts.find(({ section }) => section === code);
  if (!text || isEmptyText(text.body)) throw new Problem("invalid", "operation_report.signature.wordless");
  return signable(text, results);
}

function signable({ section, version, body }: Text, results: Figures): SignedSection {
  const said = { code: section, version, text: body, named: namedLines(results, body) };
  return { ...said, hash: sha256(JSON.stringify([said.code, said.version, said.text, said.named])) };
}

/** Signs what was asked, under one's own name. */
export async function signFigures(acting: Acting, command: Command<SignatureGiven>): Promise<Outcome> {
  return write(acting, "operation_report.sign", command, (change) => answer(change, command.input, ""));
}

/** Says why it is not signed. */
export async function refuseToSign(acting: Acting, command: Command<SignatureRefused>): Promise<Outcome> {
  return write(acting, "operation_report.refuse", command, (change) =>
    answer(change, command.input, command.input.reason),
  );
}

async function answer(change: Change, { report, request, hash }: SignatureGiven, reason: string): Promise<Outcome> {
  const { tx, self } = change;
  const {
    operationId,
    agencyId,
    administrationId,
    id: signedBy,
  } = mustBeAllowed(self, "operation_report.sign", self.member ?? {});
  const of = { operationId, report, administration: administrationId };
  const asked = await newestRequest(tx, of);
  if (!asked || !(await wasAsked(tx, of, request)))
    throw new Problem("not-found", "operation_report.signature.unknown");
  // Asked anew meanwhile, of other figures or words: those are looked at first.
  if (asked.id !== request || asked.hash !== hash) throw new Problem("stale", "operation_report.signature.moved");
  const { person: signer, agency } = await namesOf(tx, self.person.id, agencyId);
  const said = reason === "" ? ("signed" as const) : ("refused" as const);
  const to = { operationId, requestId: request, reportId: report, administrationId, hash };
  const added = await tx
    .insert(operationReportSignatures)
    .values({ ...to, answer: said, reason, signedBy, signer, agency })
    .onConflictDoNothing()
    .returning({ request: operationReportSignatures.requestId });
  if (added.length === 0) throw new Problem("conflict", "operation_report.signature.answered");
  tell(change, report);
  return { report, request, answer: said };
}

/** What everything that can be signed is now, by which PostgreSQL tells a signature of this from one of an earlier state. */
export function signableNow(results: Figures, texts: readonly Text[]): SignableHashes {
  const codes = [...new Set(results.figures.byReporter.flatMap(({ key }) => key.reporter ?? []))];
  return {
    lines: Object.fromEntries(codes.map((code) => [code, hashOfLines(ownLines(results, code))])),
    none: hashOfLines([]),
    sections: Object.fromEntries(texts.map((text) => [text.section, signable(text, results).hash])),
  };
}

function hashOfLines(lines: readonly FigureLine[]): string {
  return sha256(lines.map(({ line, value }) => `${line}\t${value}\n`).join(""));
}

/** What a signature is of: every line with its value, and every section as it was worded and what its figures said. */
export function hashOfSigned(lines: readonly FigureLine[], sections: readonly SignedSection[]): string {
  return sha256([hashOfLines(lines), ...sections.map(({ code, hash }) => `${code}\t${hash}`)].join("\n"));
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

const tell = (change: Change, report: Id) => change.note(anEvent("operation_report.changed", { report }, "operation"));
