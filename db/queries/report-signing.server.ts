import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { Id } from "../../app/domain/id.ts";
import { REPORT_AUDIENCES } from "../../app/domain/operation-report/report.ts";
import { SIGNED_STATES } from "../../app/domain/operation-report/signing.ts";
import type { Tx } from "../client.server.ts";
import {
  agencies,
  operationReportEditionSignatures,
  operationReportRequests,
  operationReportSignatures,
  persons,
} from "../schema.ts";

/**
 * Hashes of everything that can be signed of a report as it stands: of the lines of each administration that has any, of
 * having none, and of each section.
 */
export type SignableHashes = { lines: Record<string, string>; none: string; sections: Record<string, string> };

const Signing = z.object({
  administration: Id.nullable(),
  code: z.string().nullable(),
  state: z.enum(SIGNED_STATES),
  moved: z.boolean(),
  anew: z.boolean(),
  sections: z.array(z.string()),
  hash: z.string().nullable(),
  signer: z.string().nullable(),
  agency: z.string().nullable(),
  at: z.coerce.date().nullable(),
  reason: z.string().nullable(),
});
/** One administration that was asked. Without its code where its name is not for the reader. */
export type Signing = z.infer<typeof Signing>;

export async function signingsOf(tx: Tx, report: Id, now: SignableHashes): Promise<Signing[]> {
  const rows = await tx.execute(sql`
    select administration_id as administration, code, state, moved, asked_anew as anew, sections, hash, signer, agency, at, reason
    from report_signings(${report}, ${JSON.stringify(now)}::jsonb) order by code, state`);
  return z.array(Signing).parse([...rows]);
}

const Effect = z.object({ audience: z.enum(REPORT_AUDIENCES), signatures: z.number(), highlights: z.number() });
/** What other readers would cost a draft: how many signatures and cleared cases would have to be asked anew. */
export type AudienceEffect = z.infer<typeof Effect>;

export async function audienceEffects(tx: Tx, report: Id, now: SignableHashes): Promise<AudienceEffect[]> {
  const rows = await tx.execute(sql`
    select audience, signatures, highlights from audience_effects(${report}, ${JSON.stringify(now)}::jsonb)`);
  return z.array(Effect).parse([...rows]);
}

export async function freezeSignatures(tx: Tx, report: Id, edition: number, now: SignableHashes): Promise<void> {
  await tx.execute(sql`select freeze_signatures(${report}, ${edition}, ${JSON.stringify(now)}::jsonb)`);
}

export type SigningRequest = typeof operationReportRequests.$inferSelect;
export type Signature = typeof operationReportSignatures.$inferSelect;

const { operationId: inOperation, reportId, administrationId, at, id } = operationReportRequests;

/** What an administration is asked now, report by report, with its answer to that; the latest first. */
export async function requestsTo(tx: Tx, operationId: Id, administration: Id) {
  const newest = tx
    .selectDistinctOn([reportId])
    .from(operationReportRequests)
    .where(and(eq(inOperation, operationId), eq(administrationId, administration)))
    .orderBy(reportId, desc(at), desc(id))
    .as("newest");
  return tx
    .select({
      request: newest.id,
      report: newest.reportId,
      title: newest.title,
      at: newest.at,
      answer: operationReportSignatures.answer,
      signer: operationReportSignatures.signer,
      answeredAt: operationReportSignatures.at,
    })
    .from(newest)
    .leftJoin(
      operationReportSignatures,
      and(
        eq(operationReportSignatures.operationId, newest.operationId),
        eq(operationReportSignatures.requestId, newest.id),
      ),
    )
    .orderBy(desc(newest.at), newest.id);
}

/** How much an administration is asked to sign now and has not answered. */
export async function waitingToSign(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from (
      select distinct on (r.report_id) r.id from operation_report_requests r
      where r.operation_id = (select current_operation()) and r.administration_id = (select signs_for())
      order by r.report_id, r.at desc, r.id desc) newest
    where not exists (select from operation_report_signatures s
      where s.operation_id = (select current_operation()) and s.request_id = newest.id)`);
  return row?.n ?? 0;
}

type Asked = { operationId: Id; report: Id; administration: Id };

/** What that administration is asked to sign of a report now. */
export async function newestRequest(
  tx: Tx,
  { operationId, report, administration }: Asked,
): Promise<SigningRequest | null> {
  const [row] = await tx
    .select()
    .from(operationReportRequests)
    .where(and(eq(inOperation, operationId), eq(reportId, report), eq(administrationId, administration)))
    .orderBy(desc(at), desc(id))
    .limit(1);
  return row ?? null;
}

/** Whether it was ever asked so. */
export async function wasAsked(tx: Tx, { operationId, report, administration }: Asked, request: Id): Promise<boolean> {
  const mine = and(eq(inOperation, operationId), eq(reportId, report), eq(administrationId, administration));
  const found = await tx
    .select({ id })
    .from(operationReportRequests)
    .where(and(mine, eq(id, request)));
  return found.length > 0;
}

export async function answerTo(tx: Tx, operationId: Id, request: Id): Promise<Signature | null> {
  const mine = and(
    eq(operationReportSignatures.operationId, operationId),
    eq(operationReportSignatures.requestId, request),
  );
  const [row] = await tx.select().from(operationReportSignatures).where(mine);
  return row ?? null;
}

const Numbers = z.object({ asked: z.number(), unsigned: z.number() });

/** How many were asked to sign what is in a frozen version, how many have not, and those whose names the reader may know. */
export async function signedIn(tx: Tx, operationId: Id, report: Id, edition: number) {
  const [numbers] = await tx.execute(sql`select asked, unsigned from unsigned_in(${report}, ${edition})`);
  const of = operationReportEditionSignatures;
  const rows = await tx
    .select()
    .from(of)
    .where(and(eq(of.operationId, operationId), eq(of.reportId, report), eq(of.edition, edition)))
    .orderBy(of.code);
  return { ...Numbers.parse(numbers), rows };
}

/** The reader's own name and that of the agency acted for, as both are now. */
export async function namesOf(tx: Tx, personId: Id, agencyId: Id): Promise<{ person: string; agency: string }> {
  const [row] = await tx
    .select({ person: persons.name, agency: agencies.name })
    .from(persons)
    .innerJoin(agencies, eq(agencies.id, agencyId))
    .where(eq(persons.id, personId));
  return row ?? { person: "", agency: "" };
}
