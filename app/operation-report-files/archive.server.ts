import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

export type NamedFile = { name: string; content: Uint8Array };

/** The same files give the same bytes: the day stands in the files themselves. */
const WRITTEN = new Date(Date.UTC(2000, 0, 1, 12));

/** Files in one, with the SHA-256 of each beside them, as `sha256sum --check` reads it. */
export async function archiveOf(files: readonly NamedFile[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  const add = (name: string, content: Uint8Array) => zip.addBuffer(Buffer.from(content), name, { mtime: WRITTEN });
  for (const { name, content } of files) add(name, content);
  const sums = files.map(({ name, content }) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`);
  add("SHA256SUMS", Buffer.from(sums.join("")));
  zip.end();
  return buffer(zip.outputStream);
}
