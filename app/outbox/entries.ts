import { v7 as uuid } from "uuid";
import { OutboxAnswer } from "../domain/outbox/answer.ts";
import { type EntryState, OutboxContent, OutboxEntry, subjectOf, subjectOfReport } from "../domain/outbox/entry.ts";
import { openKey } from "./account.ts";
import { outboxDatabase, type StoredEntry } from "./database.ts";
import { tellNews } from "./news.ts";
import { seal, sealJson, unseal, unsealJson } from "./seal.ts";

/** An entry as its owner sees it. */
export type OpenEntry = OutboxEntry & { content: OutboxContent; answer: OutboxAnswer | null };

/** Why something could not be kept. */
export class NotKept extends Error {
  constructor(readonly why: "locked" | "full") {
    super(`not kept: ${why}`);
  }
}

type Added = {
  id?: string;
  owner: string;
  operation: string;
  content: OutboxContent;
  file?: Blob;
  state?: EntryState;
  last?: boolean;
};

/** The key of the words for it. */
export function whyNotKept(failed: unknown): string {
  return failed instanceof NotKept ? `outbox.${failed.why}` : "general";
}

/** Keeps something to be sent; under an id that is known already it takes the place of what was kept before. */
export async function addEntry({ id = uuid(), owner, operation, content, file, state = "waiting", last }: Added) {
  const key = await keyFor(owner);
  const database = await outboxDatabase();
  const sealed = await sealJson(key, content, id);
  const sealedFile = file && (await seal(key, await file.arrayBuffer(), `${id} file`));
  const change = database.transaction(["entries", "files"], "readwrite");
  try {
    const known = await change.objectStore("entries").get(id);
    const entry: StoredEntry = {
      ...{ id, owner, operation, state, content: sealed, answer: null, tries: 0 },
      ...{ kind: content.kind, subject: subjectOf(content) },
      place: known?.place ?? (await lastPlace(change.objectStore("entries").index("owner"), owner)) + 1,
      bytes: file?.size ?? sealed.data.byteLength,
      edition: (known?.edition ?? 0) + 1,
      last: last ?? known?.last ?? false,
      wroteAt: known?.wroteAt ?? new Date().toISOString(),
    };
    await change.objectStore("entries").put(entry);
    if (sealedFile) await change.objectStore("files").put({ entry: id, content: sealedFile });
    await change.done;
  } catch (failed) {
    change.done.catch(() => {});
    throw isFull(failed) ? new NotKept("full") : failed;
  }
  tellNews({ changed: true });
  return id;
}

type OwnerIndex = { getAll: (owner: string) => Promise<StoredEntry[]> };

async function lastPlace(index: OwnerIndex, owner: string): Promise<number> {
  return Math.max(0, ...(await index.getAll(owner)).map(({ place }) => place));
}

async function keyFor(owner: string): Promise<CryptoKey> {
  const key = await openKey(owner);
  if (!key) throw new NotKept("locked");
  return key;
}

function isFull(failed: unknown): boolean {
  return failed instanceof DOMException && failed.name === "QuotaExceededError";
}

/** What waits for a person, without a key: enough to count it and to put it in order. */
export async function entriesOf(owner: string): Promise<OutboxEntry[]> {
  const all = await (await outboxDatabase()).getAllFromIndex("entries", "owner", owner);
  return all.map((entry) => OutboxEntry.parse(entry));
}

/** The same in the clear; null while it is locked. What a later version has written and this one cannot read is left out. */
export async function openEntries(owner: string): Promise<OpenEntry[] | null> {
  const key = await openKey(owner);
  if (!key) return null;
  const all = await (await outboxDatabase()).getAllFromIndex("entries", "owner", owner);
  const opened = await Promise.all(all.map((entry) => openWith(key, entry)));
  return opened.filter((entry) => entry !== null);
}

export async function openEntry(owner: string, id: string): Promise<OpenEntry | null> {
  const key = await openKey(owner);
  const entry = await (await outboxDatabase()).get("entries", id);
  return key && entry?.owner === owner ? openWith(key, entry) : null;
}

async function openWith(key: CryptoKey, stored: StoredEntry): Promise<OpenEntry | null> {
  const content = OutboxContent.safeParse(await unsealJson(key, stored.content, stored.id));
  if (!content.success) return null;
  const said = stored.answer && (await unsealJson(key, stored.answer, `${stored.id} answer`));
  const answer = OutboxAnswer.safeParse(said);
  return { ...OutboxEntry.parse(stored), content: content.data, answer: answer.success ? answer.data : null };
}

/** The bytes of a file that waits. */
export async function fileOf(entry: OpenEntry): Promise<File | null> {
  if (entry.content.kind !== "file") return null;
  const stored = await (await outboxDatabase()).get("files", entry.id);
  if (!stored) return null;
  const { name, type } = entry.content;
  return new File([await unseal(await keyFor(entry.owner), stored.content, `${entry.id} file`)], name, { type });
}

/** Where it stands from now on, and what the server said. */
export async function settle(entry: OutboxEntry, state: EntryState, answer: OutboxAnswer | null, tries = 0) {
  const sealed = answer && (await sealJson(await keyFor(entry.owner), answer, `${entry.id} answer`));
  const same = (stored: StoredEntry) => stored.edition === entry.edition;
  await change(entry.id, (stored) => (same(stored) ? { ...stored, state, answer: sealed, tries } : stored));
}

/** The server has it. What its owner has written meanwhile stays, and the server will say that it differs. */
export async function noteTaken({ id, edition }: OutboxEntry): Promise<void> {
  const stored = await (await outboxDatabase()).get("entries", id);
  if (stored?.edition !== edition) return;
  tellNews({ taken: id });
  await takeAway([id]);
}

async function change(id: string, to: (stored: StoredEntry) => StoredEntry): Promise<void> {
  const tx = (await outboxDatabase()).transaction("entries", "readwrite");
  const stored = await tx.store.get(id);
  // Taken away meanwhile: it stays away.
  if (stored) await tx.store.put(to(stored));
  await tx.done;
  tellNews({ changed: true });
}

/** Takes entries away: sent, or thrown away by their owner. */
export async function takeAway(ids: readonly string[]): Promise<void> {
  const tx = (await outboxDatabase()).transaction(["entries", "files"], "readwrite");
  for (const id of ids) {
    void tx.objectStore("entries").delete(id);
    void tx.objectStore("files").delete(id);
  }
  await tx.done;
  tellNews({ changed: true });
}

/** The report is on its way or there: its photos may follow. */
export async function letFilesGo(owner: string, record: string): Promise<void> {
  const subject = subjectOfReport(record);
  for (const { id, ...entry } of await entriesOf(owner)) {
    if (entry.subject === subject && entry.state === "held") {
      await change(id, (stored) => ({ ...stored, state: "waiting" }));
    }
  }
}

/** What the server has taken by another way, from the form on the page: it must not wait here as well. */
export async function forgetReport(owner: string, record: string): Promise<void> {
  const subject = subjectOfReport(record);
  const gone = (await entriesOf(owner)).filter((entry) => entry.subject === subject && entry.kind === "report");
  if (gone.length > 0) await takeAway(gone.map(({ id }) => id));
  await letFilesGo(owner, record);
}
