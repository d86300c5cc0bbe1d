import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { ZipFile as Packing } from "yazl";

/** The parts of an office's file by their names, in their order. */
export type Parts = Map<string, Buffer>;

/** More than this is no template and no report. */
const MOST_BYTES = 200_000_000;

export async function unpacked(archive: Uint8Array): Promise<Parts> {
  const opened = promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer);
  const zip = await opened(Buffer.from(archive), { lazyEntries: true });
  const parts: Parts = new Map();
  let bytes = 0;
  return new Promise((resolve, reject) => {
    const take = async (entry: Entry) => {
      bytes += entry.uncompressedSize;
      if (bytes > MOST_BYTES) throw new Error("the file is too large unpacked");
      if (!entry.fileName.endsWith("/")) parts.set(entry.fileName, await contentOf(zip, entry));
      zip.readEntry();
    };
    zip.on("error", reject).on("end", () => resolve(parts));
    zip.on("entry", (entry: Entry) => void take(entry).catch(reject));
    zip.readEntry();
  });
}

function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(buffer(stream)))),
  );
}

/** The same parts give the same bytes: when it was written stands in the report itself. */
const WRITTEN = new Date(Date.UTC(2000, 0, 1, 12));

function packed(parts: Parts): Promise<Uint8Array> {
  const zip = new Packing();
  for (const [name, content] of parts) zip.addBuffer(content, name, { mtime: WRITTEN });
  zip.end();
  return buffer(zip.outputStream);
}

const CORE = "docProps/core.xml";

/** An office's file, and workbooks inside it, without the minute at which it was made, so that one version is one file with one sum. */
export async function steadied(parts: Parts): Promise<Uint8Array> {
  for (const [name, content] of parts)
    if (name.endsWith(".xlsx")) parts.set(name, Buffer.from(await steadied(await unpacked(content))));
  const core = parts.get(CORE)?.toString("utf8") ?? "";
  const moment = WRITTEN.toISOString().replace(".000", "");
  parts.set(CORE, Buffer.from(core.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)));
  return packed(parts);
}
