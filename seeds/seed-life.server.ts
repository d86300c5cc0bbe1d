import { type SQL, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { EntryInput } from "#app/domain/watch/entry.ts";
import { type Sheet, sheetOf } from "#app/domain/watch/sheet.ts";
import { answerQuestion, askQuestion } from "#app/services/checks.server.ts";
import { digestOf, draftSheet } from "#app/services/handover-sheet.server.ts";
import { acceptHandover, signHandover } from "#app/services/handovers.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { amendSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { noteInLog, putOnRoster } from "#app/services/watch.server.ts";
import { type Command, memberOf, type Outcome, read } from "#app/services/write.server.ts";
import type { SeedCorrection, SeedQuestion, SeedRelease, SeedWatch } from "./seed-plan.ts";

/** Acts by the services, and then put back to the time at which they are said to have been done. */

/** Events have no number yet: sealing comes last, and their times are sealed with them. */
async function doneAt<Input>(
  at: string,
  act: (acting: Acting, command: Command<Input>) => Promise<Outcome>,
  acting: Acting,
  input: Input,
): Promise<void> {
  const command = { id: uuid(), input };
  await act(acting, command);
  await put(acting, sql`update events set at = ${at} where command_id = ${command.id} and seq is null`);
}

const put = ({ house }: Acting, statement: SQL) => house.db.execute(statement);

export async function withdrawAsTold(agency: Acting, { input, withdrawn }: SeedRelease): Promise<void> {
  if (!withdrawn) return;
  const { at, reason } = withdrawn;
  await doneAt(at, withdrawSeizure, agency, { seizure: input.id, base: 1, reason });
}

export async function correct(agency: Acting, { input, kind, reason, at }: SeedCorrection): Promise<void> {
  const base = { facts: 1, case: 1, nominal: 0 };
  await doneAt(at, amendSeizure, agency, { seizure: input, base, kind, reason });
  await put(
    agency,
    sql`update seizures set at = ${at} where operation_id = ${agency.operationId} and id = ${input.id}
    and version = 2`,
  );
}

export async function askAndAnswer(ocu: Acting, agency: Acting, asked: SeedQuestion): Promise<void> {
  const { seizure, field, question, answer, at } = asked;
  const id = uuid();
  await doneAt(at, askQuestion, ocu, { id, seizure, field, question });
  const answered = new Date(Date.parse(at) + ANSWERED_AFTER).toISOString();
  if (answer !== null) await doneAt(answered, answerQuestion, agency, { question: id, answer });
  await put(
    ocu,
    sql`update questions set asked_at = ${at}, answered_at = case when answer is null then null
    else ${answered}::timestamptz end where operation_id = ${ocu.operationId} and id = ${id}`,
  );
}
const ANSWERED_AFTER = 5 * 3_600_000;

/** Rosters and log, and the last change of the watch with the sheet as it stood then. */
export async function keepWatch(as: (person: string) => Acting, watch: SeedWatch, operation: Members): Promise<void> {
  for (const { person, ...shift } of watch.shifts) {
    const memberId = operation.members.find((member) => member.personId === person)?.id ?? "";
    await putOnRoster(as(person), { id: uuid(), input: { id: uuid(), memberId, ...shift } });
  }
  for (const { person, kind, text, at } of watch.entries) {
    const id = uuid();
    const acting = as(person);
    await doneAt(at, noteInLog, acting, EntryInput.parse({ id, kind, about: null, text }));
    await put(
      acting,
      sql`update watch_entries set at = ${at} where operation_id = ${acting.operationId} and id = ${id}`,
    );
  }
  await changeWatch(as, watch.handover);
}
type Members = { members: readonly { id: string; personId: string }[] };

async function changeWatch(as: (person: string) => Acting, handover: SeedWatch["handover"]): Promise<void> {
  const { signer, taker, signedAt, acceptedAt, remark } = handover;
  const outgoing = as(signer);
  const [sheet, then] = await read(outgoing, async (tx, self) => {
    const now = await draftSheet(tx, memberOf(self), self.now);
    const at = new Date(signedAt);
    return [now, asItStood(await draftSheet(tx, memberOf(self), at), at)];
  });
  const id = uuid();
  await doneAt(signedAt, signHandover, outgoing, { id, seen: digestOf(sheet), remark });
  await doneAt(acceptedAt, acceptHandover, as(taker), { handover: id });
  await put(
    outgoing,
    sql`update watch_handovers set sheet = ${JSON.stringify(then)}::jsonb, signed_at = ${signedAt},
    accepted_at = ${acceptedAt} where operation_id = ${outgoing.operationId} and id = ${id}`,
  );
}

/** Without what has come since. */
function asItStood({ items, scope, since }: Sheet, at: Date): Sheet {
  const open = items.filter((item) => Date.parse(item.since) <= at.getTime());
  return sheetOf(open, scope, at, since === null ? null : new Date(since));
}

/** What waits for clearance has come in over the last hours, one after the other. */
export async function spreadWaiting(lead: Acting, now: Date): Promise<void> {
  await put(
    lead,
    sql`update seizure_reports r set submitted_at = w.at, updated_at = w.at from (
      select id, ${now.toISOString()}::timestamptz - (row_number() over (order by md5(id::text)) * interval '170 minutes') as at
      from seizure_reports where operation_id = ${lead.operationId} and state = 'in_clearance') w
    where r.operation_id = ${lead.operationId} and r.id = w.id`,
  );
}
