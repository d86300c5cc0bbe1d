import { forgetKept, keptName } from "#app/components/seizure/kept-form.ts";
import { Id } from "#app/domain/id.ts";
import type { OutboxContent } from "#app/domain/outbox/entry.ts";
import { fieldsOf } from "#app/domain/seizure-form/fields.ts";
import { currentAccount } from "#app/outbox/account.ts";
import { canKeep } from "#app/outbox/database.ts";
import { addEntry, letFilesGo } from "#app/outbox/entries.ts";
import { openKits } from "#app/outbox/kits.ts";
import { SHELL, shellIsKept } from "#app/outbox/shell.ts";

/** What a page could not send: the form as it was posted, and the address it was for. */
export type Lost = {
  as: "new" | "draft" | "amend" | "tally";
  params: Readonly<Record<string, string | undefined>>;
  form: FormData;
};

/**
 * Keeps on this device what did not get through, and turns to the page that sends it. False where nothing can be kept
 * or that page would not open: then the form stays as it is.
 */
export async function keepLost(lost: Lost): Promise<boolean> {
  if (!canKeep() || !(await shellIsKept())) return false;
  const account = await currentAccount();
  const operation = Id.safeParse(lost.params.operationId);
  if (!account?.key || !operation.success) return false;
  const found = lost.as === "tally" ? await tallyOf(account.person, lost) : reportOf(lost);
  if (!found) return false;
  await addEntry({ ...found, owner: account.person, operation: operation.data });
  if (found.content.kind === "report") {
    await letFilesGo(account.person, String(found.content.fields.id));
    for (const purpose of ["new", `${lost.as}-${found.content.fields.id}`]) {
      forgetKept(keptName(account.person, operation.data, purpose));
    }
  }
  location.assign(SHELL);
  return true;
}

type Found = { id: string; content: OutboxContent };

function reportOf({ as, params, form }: Lost): Found | null {
  const step = form.get("step") !== null || (form.get("send") ?? "report") !== "report";
  const posted = fieldsOf(form);
  const fields = { ...posted, ...(params.seizureId && { id: params.seizureId }) };
  const id = Id.safeParse(posted.commandId);
  if (step || as === "tally" || !id.success) return null;
  return { id: id.data, content: { kind: "report", as, fields } };
}

async function tallyOf(person: string, { params, form }: Lost): Promise<Found | null> {
  const id = Id.safeParse(form.get("command"));
  const pairs = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const day = params.day ?? pairs.find(([name]) => /^tallies\.\d+\.day$/.test(name))?.[1];
  const agency = params.agencyId ?? (await openKits(person)).get(params.operationId ?? "")?.tally?.agency;
  if (form.get("intent") !== "post" || form.get("step") !== null || !id.success || !day || !agency) return null;
  return { id: id.data, content: { kind: "tally", agency, day, pairs } };
}
