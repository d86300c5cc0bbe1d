import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import type { Edition, SectionText } from "#db/queries/operation-reports.server.ts";
import { listParticipants } from "#db/queries/operations.server.ts";
import {
  answerTo,
  namesOf,
  newestRequest,
  requestsTo,
  signedIn,
  signingsOf,
} from "#db/queries/report-signing.server.ts";
import type { ReportBeside } from "./components/operation-report/beside-types.ts";
import type {
  DraftSignings,
  EditionSignatures,
  SigningPageData,
  ToSign,
} from "./components/operation-report/signing-types.ts";
import { may } from "./domain/access.ts";
import type { Id } from "./domain/id.ts";
import { outlineOf } from "./domain/operation-report/outline.ts";
import type { ReportKind } from "./domain/operation-report/report.ts";
import { isEmptyText } from "./domain/operation-report/report-text.ts";
import type { ReportResults } from "./domain/operation-report/results.ts";
import { errataOfEdition } from "./report-errata.server.ts";
import { signableNow } from "./services/report-signing.server.ts";
import { memberOf } from "./services/write.server.ts";

type Draft = { operationId: Id; report: Id; kind: ReportKind; results: ReportResults; texts: readonly SectionText[] };

/** How it stands with the signatures of a draft, for those who write it. */
export async function signingsOfDraft(tx: Tx, draft: Draft): Promise<DraftSignings> {
  const signings = await signingsOf(tx, draft.report, signableNow(draft.results, draft.texts));
  const participants = (await listParticipants(tx, draft.operationId)).filter(
    ({ leftAt, administrationKind }) => leftAt === null && administrationKind !== "organisation",
  );
  const due = new Set(signings.flatMap(({ code, state, moved }) => (state === "signed" || !moved ? [] : (code ?? []))));
  const asked = new Set(signings.flatMap(({ sections }) => sections));
  const worded = new Set(draft.texts.flatMap(({ section, body }) => (isEmptyText(body) ? [] : section)));
  return {
    lines: signings.map(({ at, administration: _, hash: __, ...line }) => ({
      ...line,
      at: at?.toISOString() ?? null,
    })),
    administrations: [...new Map(participants.map((row) => [row.administrationId, row.administrationCode]))].map(
      ([id, code]) => ({ id, code, due: due.has(code) }),
    ),
    sections: outlineOf(draft.kind)
      .filter(({ code }) => worded.has(code))
      .map(({ code }) => ({ code, asked: asked.has(code) })),
  };
}

/** What stands beside a frozen version. */
export async function besideEdition(tx: Tx, edition: Edition): Promise<ReportBeside> {
  return { signatures: await signaturesOfEdition(tx, edition), errata: await errataOfEdition(tx, edition) };
}

/** Who signed what is in it; null where nobody had been asked. */
async function signaturesOfEdition(
  tx: Tx,
  { operationId, reportId, number }: Edition,
): Promise<EditionSignatures | null> {
  const { asked, unsigned, rows } = await signedIn(tx, operationId, reportId, number);
  if (asked === 0) return null;
  const lines = rows.map(({ code, state, sections, signer, agency, at }) => ({
    ...{ code, state, sections, signer, agency },
    at: at?.toISOString() ?? null,
  }));
  return { asked, unsigned, lines };
}

/** Reports of which the reader's administration is asked to sign something, for its contact points. */
export async function reportsToSign(tx: Tx, { operationId, operation, ...member }: Membership): Promise<ToSign[]> {
  if (!may(member, "operation_report.sign", operation.state, member)) return [];
  const asked = await requestsTo(tx, operationId, member.administrationId);
  return asked.map(({ report, title, at, answer, signer }) => ({
    ...{ report, title, answer, signer },
    at: at.toISOString(),
  }));
}

/** What would be signed, on one page; null to whoever signs for no administration. */
export async function signingPage(tx: Tx, self: Self, report: Id): Promise<SigningPageData | null> {
  const member = memberOf(self);
  const { operationId, administrationId: administration, administrationCode, operation } = member;
  if (member.role !== "ncp") return null;
  const request = await newestRequest(tx, { operationId, report, administration });
  const answer = request && (await answerTo(tx, operationId, request.id));
  return {
    administration: administrationCode,
    asked: request && {
      ...{ request: request.id, hash: request.hash, title: request.title, audience: request.audience },
      ...{ lines: request.lines, sections: request.sections },
      asOf: request.asOf.toISOString(),
      at: request.at.toISOString(),
      answer: answer && {
        ...{ signed: answer.answer === "signed", signer: answer.signer, agency: answer.agency, reason: answer.reason },
        at: answer.at.toISOString(),
      },
    },
    signer: await namesOf(tx, self.person.id, member.agencyId),
    maySign: may(member, "operation_report.sign", operation.state, member),
    command: uuid(),
  };
}
