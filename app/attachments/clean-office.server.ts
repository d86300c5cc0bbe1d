import { promisify } from "node:util";
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { ZipFile as NewZip } from "yazl";
import type { MediaType } from "../domain/attachment.ts";
import { Problem } from "../domain/problem.ts";
import type { Cleaned } from "./clean.server.ts";
import { withoutJpegNotes, withoutPngNotes } from "./segments.ts";

const MOST_UNPACKED = 200 * 1024 ** 2;
const MOST_ENTRIES = 5_000;

const CORE =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';
const APP =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>';
const CUSTOM =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>';
const ODF_META =
  '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>';

/** Parts that tell who wrote it, and what stands there instead: a part that is missing makes a document 'damaged'. */
const EMPTIED: Record<string, string> = {
  "docProps/core.xml": CORE,
  "docProps/app.xml": APP,
  "docProps/custom.xml": CUSTOM,
  "meta.xml": ODF_META,
};
/** What acts by itself, or hides another file. */
const REFUSED = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/|Basic\/|Scripts\/)|\.(exe|dll|js|vbs|bat|cmd|scr|ps1)$/i;
const EMBEDDED = /(^|\/)embeddings\/|ObjectReplacements\//i;

/** The same document without author, company, editors' names at remarks and changes, and without notes in its pictures. */
export async function cleanOffice(bytes: Uint8Array, mediaType: MediaType): Promise<Cleaned> {
  const zip = await opened(bytes);
  const made = new NewZip();
  // Readers of OpenDocument look for this entry first, and unpacked.
  for (const { name, content } of (await contentsOf(zip)).sort((left) => (left.name === "mimetype" ? -1 : 0))) {
    made.addBuffer(cleanPart(name, content), name, { compress: name !== "mimetype", mtime: new Date(0) });
  }
  made.end();
  const pieces: Buffer[] = [];
  for await (const piece of made.outputStream) pieces.push(Buffer.from(piece));
  return { view: { bytes: Buffer.concat(pieces), mediaType }, thumb: null, width: null, height: null };
}

function cleanPart(name: string, content: Buffer): Buffer {
  const emptied = EMPTIED[name];
  if (emptied !== undefined) return Buffer.from(emptied);
  if (/\.jpe?g$/i.test(name)) return Buffer.from(withoutJpegNotes(content));
  if (/\.png$/i.test(name)) return Buffer.from(withoutPngNotes(content));
  return /\.xml$/i.test(name) ? Buffer.from(withoutNames(content.toString("utf8"))) : content;
}

/** Names at remarks and changes: as attributes in Word, as elements in Excel, PowerPoint and OpenDocument. */
function withoutNames(xml: string): string {
  return xml
    .replace(/\s(w:author|w:initials|w15:author|w15:userId|userName|initials|displayName|userId)="[^"]*"/g, ' $1=""')
    .replace(/(<p:cmAuthor\b[^>]*\sname=)"[^"]*"/g, '$1""')
    .replace(/<(author|dc:creator|meta:creator-initials|loext:sender-initials)>[^<]*<\/\1>/g, "<$1></$1>");
}

async function opened(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const options = { lazyEntries: true, validateEntrySizes: true };
    return await promisify<Buffer, typeof options, ZipFile>(fromBuffer)(Buffer.from(bytes), options);
  } catch {
    throw new Problem("invalid", "attachment.damaged");
  }
}

type Part = { name: string; content: Buffer };

function contentsOf(zip: ZipFile): Promise<Part[]> {
  const parts: Part[] = [];
  let unpacked = 0;
  return new Promise((resolve, reject) => {
    const refuse = (key: string) => reject(new Problem("invalid", key));
    zip.on("entry", (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      if (entry.isEncrypted()) return refuse("attachment.locked");
      if (unpacked > MOST_UNPACKED || parts.length >= MOST_ENTRIES) return refuse("attachment.bomb");
      if (REFUSED.test(entry.fileName)) return refuse("attachment.macros");
      if (EMBEDDED.test(entry.fileName)) return refuse("attachment.embedded");
      if (entry.fileName.endsWith("/")) return zip.readEntry();
      bytesOf(zip, entry).then(
        (content) => {
          parts.push({ name: entry.fileName, content });
          zip.readEntry();
        },
        () => refuse("attachment.damaged"),
      );
    });
    zip.on("end", () => resolve(parts));
    zip.on("error", () => refuse("attachment.damaged"));
    zip.readEntry();
  });
}

type OpenStream = (entry: Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void;

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream: NodeJS.ReadableStream = await promisify(zip.openReadStream.bind(zip) as OpenStream)(entry);
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
