import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from "@cantoo/pdf-lib";
import { Problem } from "../domain/problem.ts";
import type { Cleaned } from "./clean.server.ts";
import { withoutJpegNotes } from "./segments.ts";

/** What tells of people and devices, or does something by itself, wherever in the document it stands. */
const DROPPED = ["Metadata", "PieceInfo", "AA", "OpenAction", "JavaScript", "JS", "EmbeddedFiles", "AF", "Collection"];
/** Remarks carry the name of who made them. */
const REMARKS = new Set(
  "Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink".split(" "),
);
/** Actions that leave the document. */
const ACTIONS = new Set(["JavaScript", "Launch", "SubmitForm", "ImportData", "GoToE", "GoToR", "RichMediaExecute"]);

/**
 * The same pages in a document of their own: no information dictionary, no XMP, no scripts, no files inside, no names at
 * remarks. What no page needs does not come along.
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Cleaned> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const [ref, object] of document.context.enumerateIndirectObjects()) {
      if (object instanceof PDFRawStream) document.context.assign(ref, cleanStream(object));
      for (const dict of dictsIn(object)) cleanDict(dict);
    }
    const made = await PDFDocument.create({ updateMetadata: false });
    for (const page of await made.copyPages(document, document.getPageIndices())) made.addPage(page);
    return { view: { bytes: await made.save(), mediaType: "application/pdf" }, thumb: null, width: null, height: null };
  } catch (error) {
    throw new Problem("invalid", error instanceof EncryptedPDFError ? "attachment.locked" : "attachment.damaged");
  }
}

function cleanDict(dict: PDFDict) {
  const drop = (keys: readonly string[]) => {
    for (const key of keys) dict.delete(PDFName.of(key));
  };
  drop(DROPPED);
  if (REMARKS.has(nameAt(dict, "Subtype"))) drop(["T", "NM", "Popup"]);
  if (nameAt(dict, "Subtype") === "FileAttachment") drop(["FS", "T", "Contents"]);
  if (ACTIONS.has(nameAt(dict, "S"))) drop(dict.keys().map((key) => key.decodeText()));
}

/** Photographs lie in a PDF as they came from the camera. */
function cleanStream(stream: PDFRawStream): PDFRawStream {
  const filter = stream.dict.get(PDFName.of("Filter"));
  const names = filter instanceof PDFArray ? filter.asArray().map(String) : [String(filter)];
  return names.length === 1 && names[0] === "/DCTDecode"
    ? PDFRawStream.of(stream.dict, withoutJpegNotes(stream.getContents()))
    : stream;
}

/** The dictionary of an object, and those that stand inside of it. */
function dictsIn(object: unknown): PDFDict[] {
  const found: PDFDict[] = [];
  const walk = (part: unknown, depth: number) => {
    if (depth > 50) return;
    if (part instanceof PDFStream) walk(part.dict, depth + 1);
    else if (part instanceof PDFArray) for (const one of part.asArray()) walk(one, depth + 1);
    else if (part instanceof PDFDict) {
      found.push(part);
      for (const [, value] of part.entries()) walk(value, depth + 1);
    }
  };
  walk(object, 0);
  return found;
}

function nameAt(dict: PDFDict, key: string): string {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : "";
}
