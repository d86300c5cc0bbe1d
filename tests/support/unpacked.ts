import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";

const opened = promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer);

/** The files of an archive by their names. */
export async function unpacked(archive: Buffer): Promise<Map<string, Buffer>> {
  const zip = await opened(archive, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve(files));
    zip.on("entry", (entry: Entry) => {
      zip.openReadStream(entry, (fault, stream) => {
        if (fault) return reject(fault);
        buffer(stream).then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
}

/** Names of files that are not in SHA256SUMS, or are something else than it says; and of those that it names in vain. */
export function wrongSums(files: ReadonlyMap<string, Buffer>): string[] {
  const said = new Map(
    String(files.get("SHA256SUMS"))
      .trimEnd()
      .split("\n")
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
  const found = [...files.keys()].filter((name) => name !== "SHA256SUMS");
  const sum = (name: string) =>
    createHash("sha256")
      .update(files.get(name) ?? "")
      .digest("hex");
  return [...new Set([...found, ...said.keys()])].filter((name) => said.get(name) !== sum(name));
}
