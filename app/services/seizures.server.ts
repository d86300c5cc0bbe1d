import { and, eq } from "drizzle-orm";
import { anEvent } from "#db/queries/events.server.ts";
import { judgingOf } from "#db/queries/judging.server.ts";
import { isNarrower } from "#db/queries/reach.server.ts";
import { addOrder } from "#db/queries/seizure-history.server.ts";
import { addSeizureRows } from "#db/queries/seizure-rows.server.ts";
import {
  seizureFactCodes,
  seizureFactItems,
  seizureFactNodes,
  seizureFacts,
  seizureNominal,
  seizures,
} from "#db/schema.ts";
import type { Id } from "../domain/id.ts";
import { keepFieldTest } from "../domain/laboratory.ts";
import { Problem } from "../domain/problem.ts";
import type { SeizureInput } from "../domain/seizure.ts";
import type { Order } from "../domain/seizure-form/amend.ts";
import { mustBeReaders, resolveAudience } from "./audience.server.ts";
import { type Countable, factsOf } from "./facts-of.server.ts";
import type { Acting } from "./house.server.ts";
import { mustBePossible } from "./possible-reports.server.ts";
import { caseRow, factRows } from "./release.server.ts";
import {
  type Current,
  changeable,
  end,
  type Fact,
  mustStand,
  renewAudience,
  renewNames,
} from "./seizure-versions.server.ts";
import { type Change, type Command, type Outcome, write } from "./write.server.ts";

export type Base = { facts: number; case: number; nominal: number };
/** `order`: on whose word, for the owner alone. */
export type Amendment = { seizure: SeizureInput; base: Base; kind: string; reason: string; order?: Order };
export type Standing = { seizure: Id; base: number; reason: string };

/** Corrects a released seizure: a new version of what changed, who, when, kind and why kept; a stale base is refused. */
export async function amendSeizure(acting: Acting, command: Command<Amendment>): Promise<Outcome> {
  return write(acting, "seizure.amend", command, async (change): Promise<Outcome> => {
    const { seizure: told, base, kind, reason, order } = command.input;
    const current = await changeable(change, told.id, "seizure.amend");
    const { member, fact, kase, nominal } = current;
    const input = kind === "laboratory" ? keepFieldTest(kase.input, told) : told;
    mustStand(fact);
    mustMatch(base, current, input);
    const named = { ...kase.input, nominal: nominal?.nominal ?? null };
    await mustBeReaders(change.tx, member, input, named);
    await mustBePossible(change.tx, change.self.now, [input]);

    const { tx, note } = change;
    const body = { seizure: input.id, revision: kase.version + 1, kind };
    const begunBy = note(anEvent("seizure.amended", body, "unit", fact.unitId));
    const judging = await judgingOf(tx, input);
    const times = { clearedAt: fact.clearedAt, releasedAt: fact.releasedAt };
    const countable = factsOf(input, judging, member.operation, times);
    const before = factsOf(kase.input, await judgingOf(tx, kase.input), member.operation, times);
    const part = {
      operationId: member.operationId,
      agencyId: fact.agencyId,
      unitId: fact.unitId,
      shared: fact.shared,
    };

    const counted = !sameFacts(before, countable);
    if (counted) await renewFacts(change, fact, countable, begunBy, kind);
    const audienceId = await resolveAudience(tx, member, input.audience);
    await end(change, seizures, input.id, begunBy);
    const renewed = caseRow(input, {
      ...part,
      version: kase.version + 1,
      begunBy,
      audienceId,
      authorId: member.id,
      receipt: kase.receipt,
      messageNo: fact.messageNo,
      changeKind: kind,
      changeReason: reason,
    });
    await addSeizureRows(tx, { seizures: [renewed] });
    if (order && order.reference + order.approver !== "") {
      const { operationId, agencyId, unitId } = part;
      await addOrder(tx, { operationId, seizureId: input.id, version: kase.version + 1, agencyId, unitId, ...order });
    }
    if (audienceId !== kase.audienceId) await renewAudience(change, kase, audienceId, begunBy);
    await renewNames(change, member, { ...part, id: input.id, begunBy }, nominal, input.nominal);
    if (fact.shared) {
      note(anEvent("seizure.amended", body, "desk"));
      await tellReaders(change, current, { audienceId, recipients: input.nominal?.recipients ?? [], counted });
    }
    return { seizure: input.id, version: String(kase.version + 1) };
  });
}

type Told = { audienceId: Id; recipients: readonly Id[]; counted: boolean };

/**
 * Facts that have changed are told with them, to all; of the case alone those hear who read it, or did until now. Whoever
 * loses the case or the names in it is to have neither on the screen any more.
 */
async function tellReaders({ tx, note }: Change, { kase, nominal }: Current, now: Told) {
  const { operationId, id, audienceId } = kase;
  const closes = now.audienceId !== audienceId && (await isNarrower(tx, operationId, now.audienceId, audienceId));
  const closesNames = nominal?.nominal.recipients.some((agency) => !now.recipients.includes(agency)) ?? false;
  if (closes || closesNames) note(anEvent("seizure.narrowed", { seizure: id }, "operation"));
  if (!now.counted) note(anEvent("case.touched", { case: id, own: false }, "operation"));
}

function mustMatch(base: Base, { fact, kase, nominal }: Current, yours: SeizureInput) {
  const same = base.facts === fact.version && base.case === kase.version && base.nominal === (nominal?.version ?? 0);
  if (same) return;
  const version = { facts: fact.version, case: kase.version, nominal: nominal?.version ?? 0 };
  throw new Problem("stale", "seizure.stale", {}, { current: { input: kase.input, base: version }, yours });
}

function sameFacts(before: Countable, after: Countable): boolean {
  const text = (countable: Countable) =>
    JSON.stringify(countable, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  return text(before) === text(after);
}

/** A corrected fact is provisional again until the coordination unit has looked at it. */
async function renewFacts(change: Change, fact: Fact, countable: Countable, begunBy: Id, kind: string) {
  const version = fact.version + 1;
  await end(change, seizureFacts, fact.id, begunBy);
  const { operationId, id, messageNo, agencyId, unitId, reporter, shared } = fact;
  const keys = { operationId, id, version, begunBy, messageNo, agencyId, unitId, reporter, state: "submitted", shared };
  await addSeizureRows(change.tx, factRows(countable, keys));
  if (shared) change.note(anEvent("seizure.amended", { seizure: id, revision: version, kind }, "operation"));
}

/** Takes a seizure out of current figures and open screens; it stays in its owner's record and in frozen reports. */
export async function withdrawSeizure(acting: Acting, command: Command<Standing>): Promise<Outcome> {
  return write(acting, "seizure.withdraw", command, async (change): Promise<Outcome> => {
    const { seizure: id, base, reason } = command.input;
    if (reason === "")
      throw new Problem("invalid", "body.invalid", {}, { fields: { reason: ["seizure.withdraw.reason"] } });
    const current = await changeable(change, id, "seizure.withdraw");
    const { fact, kase } = current;
    mustStand(fact);
    mustBeVersion(base, fact);
    const begunBy = change.note(anEvent("seizure.withdrawn", { seizure: id }, "unit", fact.unitId));
    if (fact.shared) {
      change.note(anEvent("seizure.withdrawn", { seizure: id }, "operation"));
      change.note(anEvent("seizure.withdrawn", { seizure: id }, "desk"));
    }
    await copyFacts(change, fact, begunBy, "withdrawn");
    await end(change, seizures, id, begunBy);
    const { version, ...rest } = kase;
    const authorId = current.member.id;
    const withdrawn = {
      ...rest,
      version: version + 1,
      begunBy,
      authorId,
      changeKind: "withdrawn",
      changeReason: reason,
    };
    await addSeizureRows(change.tx, { seizures: [withdrawn] });
    await share(change, id, false);
    return { seizure: id, state: "withdrawn" };
  });
}

/** Hides the facts from everybody else's figures for now. */
export async function holdSeizure(acting: Acting, command: Command<Standing>): Promise<Outcome> {
  return write(acting, "seizure.hold", command, (change) => setHeld(change, command.input, true));
}

/** Lets the operation count it. */
export async function unholdSeizure(acting: Acting, command: Command<Standing>): Promise<Outcome> {
  return write(acting, "seizure.unhold", command, (change) => setHeld(change, command.input, false));
}

async function setHeld(change: Change, { seizure: id, base }: Standing, held: boolean): Promise<Outcome> {
  const { fact } = await changeable(change, id, "seizure.hold");
  mustStand(fact);
  mustBeVersion(base, fact);
  if (fact.shared === !held) return { seizure: id, held: String(held) };
  for (const place of ["operation", "unit"] as const) {
    const unit = place === "unit" ? fact.unitId : undefined;
    if (held) change.note(anEvent("seizure.held", { seizure: id }, place, unit));
    else change.note(anEvent("seizure.unheld", { seizure: id, revision: fact.version }, place, unit));
  }
  await share(change, id, !held);
  return { seizure: id, held: String(held) };
}

function mustBeVersion(base: number, fact: Fact) {
  if (base !== fact.version) throw new Problem("stale", "seizure.stale", {}, { current: { version: fact.version } });
}

/** Today's answer to 'may others see it', on every version of every tier: replay asks with today's rights. */
async function share({ tx, self }: Change, id: Id, shared: boolean) {
  const operationId = self.member?.operationId ?? id;
  const whole = [seizureFacts, seizures, seizureNominal];
  const parts = [seizureFactItems, seizureFactNodes, seizureFactCodes];
  await Promise.all([
    ...whole.map((table) =>
      tx
        .update(table)
        .set({ shared })
        .where(and(eq(table.operationId, operationId), eq(table.id, id))),
    ),
    ...parts.map((table) =>
      tx
        .update(table)
        .set({ shared })
        .where(and(eq(table.operationId, operationId), eq(table.seizureId, id))),
    ),
  ]);
}

/** A new version of the facts that differs in its state only. */
async function copyFacts(change: Change, fact: Fact, begunBy: Id, state: string) {
  const { tx } = change;
  const version = fact.version + 1;
  const old = [seizureFactItems, seizureFactNodes, seizureFactCodes].map((table) =>
    and(eq(table.operationId, fact.operationId), eq(table.seizureId, fact.id), eq(table.version, fact.version)),
  );
  const [items, nodes, codes] = await Promise.all([
    tx.select().from(seizureFactItems).where(old[0]),
    tx.select().from(seizureFactNodes).where(old[1]),
    tx.select().from(seizureFactCodes).where(old[2]),
  ]);
  await end(change, seizureFacts, fact.id, begunBy);
  await addSeizureRows(tx, {
    seizureFacts: [{ ...fact, version, begunBy, state }],
    seizureFactItems: items.map((row) => ({ ...row, version })),
    seizureFactNodes: nodes.map((row) => ({ ...row, version })),
    seizureFactCodes: codes.map((row) => ({ ...row, version })),
  });
}
