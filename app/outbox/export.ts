import { z } from "zod";
import { OutboxContent, OutboxEntry } from "../domain/outbox/entry.ts";
import { addEntry, fileOf, type OpenEntry } from "./entries.ts";
import { keyOfWords, seal, unseal } from "./seal.ts";

const KIND = "naga-outbox-1";
export const FILE_NAME = "naga-outbox.nagabox";
export const LEAST_WORDS = 12;
const SALT = 16;
const IV = 12;

const Carried = z.object({
  kind: z.literal(KIND),
  owner: z.string(),
  entries: z.array(OutboxEntry.extend({ content: OutboxContent, file: z.string().nullable() })),
});

/** Everything that waits, in one file that its passphrase alone opens: salt, nonce, then the sealed contents. */
export async function fileOfOutbox(owner: string, entries: readonly OpenEntry[], words: string): Promise<Blob> {
  const carried = await Promise.all(
    entries.map(async ({ answer: _said, ...entry }) => ({
      ...entry,
      file: await base64Of(await fileOf({ ...entry, answer: null })),
    })),
  );
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const json = new TextEncoder().encode(JSON.stringify({ kind: KIND, owner, entries: carried }));
  const { iv, data } = await seal(await keyOfWords(words, salt), json, KIND);
  return new Blob([salt, iv, data], { type: "application/octet-stream" });
}

export type BroughtIn = { n: number } | { refused: "file_words" | "file_other" | "file_kind" };

/** Puts what a file carries into the outbox of the same person; what is here already stays single. */
export async function bringIn(owner: string, file: Blob, words: string): Promise<BroughtIn> {
  const bytes = await file.arrayBuffer();
  if (bytes.byteLength <= SALT + IV) return { refused: "file_kind" };
  const salt = new Uint8Array(bytes.slice(0, SALT));
  const sealed = { iv: new Uint8Array(bytes.slice(SALT, SALT + IV)), data: bytes.slice(SALT + IV) };
  const open = await unseal(await keyOfWords(words, salt), sealed, KIND).catch(() => null);
  if (open === null) return { refused: "file_words" };
  const carried = Carried.safeParse(JSON.parse(new TextDecoder().decode(open)));
  if (!carried.success) return { refused: "file_kind" };
  if (carried.data.owner !== owner) return { refused: "file_other" };
  for (const { id, operation, content, state, file: content64 } of carried.data.entries) {
    const blob = content64 === null ? undefined : blobOf(content64);
    await addEntry({ id, owner, operation, content, file: blob, state: state === "held" ? "held" : "waiting" });
  }
  return { n: carried.data.entries.length };
}

function blobOf(base64: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]);
}

function base64Of(file: Blob | null): Promise<string | null> {
  if (file === null) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
