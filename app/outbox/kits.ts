import { v7 as uuid } from "uuid";
import { OutboxKit } from "../domain/outbox/kit.ts";
import type { FormFields } from "../domain/seizure-form/rows.ts";
import { openKey } from "./account.ts";
import { outboxDatabase } from "./database.ts";
import { sealJson, unsealJson } from "./seal.ts";

/** Lists change by the day at most; a phone is not asked to load them at each page. */
const FRESH_MS = 6 * 60 * 60_000;

/** Fetches the forms of an operation, where they are not here yet or old. Answers whether they are here. */
export async function keepKit(person: string, operation: string): Promise<boolean> {
  const database = await outboxDatabase();
  const known = await database.get("kits", [person, operation]);
  if (known && Date.now() - known.at < FRESH_MS) return true;
  const key = await openKey(person);
  if (!key) return known !== undefined;
  const answer = await fetch(`/operations/${operation}/outbox`, { headers: { Accept: "application/json" } });
  if (!answer.ok) return known !== undefined;
  const kit = OutboxKit.parse(await answer.json());
  // Somebody else has signed in meanwhile: their forms are not this person's.
  if (kit.person !== person) return false;
  const content = await sealJson(key, kit, `kit ${operation}`);
  await database.put("kits", { person, operation, at: Date.now(), content });
  return true;
}

/** The forms that are here, by operation; none while it is locked. */
export async function openKits(person: string): Promise<Map<string, OutboxKit>> {
  const key = await openKey(person);
  const kits = new Map<string, OutboxKit>();
  if (!key) return kits;
  for (const { operation, content } of await (await outboxDatabase()).getAllFromIndex("kits", "person", person)) {
    const kit = OutboxKit.safeParse(await unsealJson(key, content, `kit ${operation}`));
    if (kit.success) kits.set(operation, kit.data);
  }
  return kits;
}

/** A form that nobody has written in yet, with ids of its own. */
export function freshForm(initial: FormFields): FormFields {
  return { ...initial, id: uuid(), commandId: uuid(), draftCommandId: uuid() };
}
