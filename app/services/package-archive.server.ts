import { createHash } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";

type Content = AsyncIterable<Uint8Array | string>;

/** A file of an archive, made when its turn comes: what is in it may depend on those before it. */
export type Entry = { name: string; content: () => Content | Promise<Content> };

/**
 * Files in one as a stream, one after the other, with the SHA-256 of each in a last one, as `sha256sum --check` reads it.
 * A file that breaks off breaks off the archive.
 */
export function archiveStream(entries: Iterable<Entry>, writtenAt: Date): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const sums: string[] = [];
  zip.on("error", (fault: Error) => out.destroy(fault));
  const add = (name: string, stream: () => Readable) =>
    zip.addReadStreamLazy(name, { mtime: writtenAt }, (take) => take(null, stream()));
  for (const { name, content } of entries) {
    add(name, () =>
      Readable.from(
        hashed(content, (sum) => sums.push(`${sum}  ${name}\n`)),
        { objectMode: false },
      ),
    );
  }
  add("SHA256SUMS", () => Readable.from([Buffer.from(sums.join(""))]));
  zip.end();
  zip.outputStream.pipe(out);
  return out;
}

async function* hashed(content: Entry["content"], done: (sum: string) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  for await (const piece of await content()) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    hash.update(bytes);
    if (bytes.length > 0) yield bytes;
  }
  done(hash.digest("hex"));
}

/** Records that are JSON already, as one list, one record a line. */
export async function* jsonList(pages: AsyncIterable<string[]>, count: (n: number) => Promise<void> | void) {
  let first = true;
  yield "[";
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield `${first ? "\n" : ",\n"}${page.join(",\n")}`;
    first = false;
    await count(page.length);
  }
  yield first ? "]\n" : "\n]\n";
}
