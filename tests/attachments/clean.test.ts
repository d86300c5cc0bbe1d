import { inflateSync } from "node:zlib";
import { PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { cleaned, mediaTypeOf } from "#app/attachments/clean.server.ts";
import { withoutJpegNotes, withoutPngNotes } from "#app/attachments/segments.ts";
import { Problem } from "#app/domain/problem.ts";
import { aPdf, aPhoto, aVastPng, aWordDocument, zipped } from "./sample-files.ts";

async function clean(bytes: Uint8Array) {
  return cleaned(bytes, await mediaTypeOf(bytes));
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const thrown = await clean(bytes).then(
    () => null,
    (error: unknown) => error,
  );
  return thrown instanceof Problem ? thrown.message : String(thrown);
}

const PRIVATE = /Nguyen|Secretphone|Post 7/;

describe("a picture", () => {
  test("is shown upright, without position, device and owner, and with a small one beside it", async () => {
    const photo = await aPhoto();
    expect((await sharp(photo).metadata()).exif?.toString("latin1")).toMatch(/Secretphone/);
    const { view, thumb, width, height } = await clean(photo);
    expect([width, height]).toEqual([480, 640]);
    const head = await sharp(view.bytes).metadata();
    expect([head.exif, head.xmp, head.iptc, head.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(view.bytes).toString("latin1")).not.toMatch(PRIVATE);
    expect((await sharp(thumb ?? Buffer.alloc(0)).metadata()).height).toBe(360);
  });

  test("loses what was hidden behind it", async () => {
    const polyglot = Buffer.concat([await aPhoto(), await zipped({ "page.html": "<script>alert(1)</script>" })]);
    const { view } = await clean(polyglot);
    expect(Buffer.from(view.bytes).includes("page.html")).toBe(false);
  });

  test("of more points than a camera has is refused before it is drawn", async () => {
    expect(await refusal(await aVastPng(50_000))).toBe("attachment.pixels");
  });

  test("that breaks off is refused", async () => {
    const photo = await sharp({ create: { width: 900, height: 900, channels: 3, background: "#123" } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(await refusal(photo.subarray(0, photo.length / 2))).toBe("attachment.damaged");
  });
});

describe("a PDF", () => {
  test("keeps its pages and loses its makers, scripts, files inside and the notes of its pictures", async () => {
    const pdf = await aPdf();
    expect(Buffer.from(pdf).toString("latin1")).toMatch(PRIVATE);
    const { view } = await clean(pdf);
    const again = await PDFDocument.load(view.bytes, { updateMetadata: false });
    expect(again.getPageCount()).toBe(1);
    expect([again.getAuthor(), again.getProducer()]).toEqual([undefined, undefined]);
    const texts = again.context.enumerateIndirectObjects().map(([, object]) => {
      if (!(object instanceof PDFRawStream)) return object.toString();
      const bytes = Buffer.from(object.getContents());
      return object.dict.toString().includes("FlateDecode")
        ? inflateSync(bytes).toString("latin1")
        : bytes.toString("latin1");
    });
    const all = texts.join("\n");
    expect(all).not.toMatch(PRIVATE);
    expect(all).not.toMatch(/JavaScript|EmbeddedFile|app\.alert|4e677579656e/i);
  });

  test("that is no PDF behind its first line is refused", async () => {
    expect(await refusal(Buffer.from("%PDF-1.7\nnothing of it"))).toBe("attachment.damaged");
  });
});

describe("an office document", () => {
  test("keeps its text and loses its author everywhere", async () => {
    const { view } = await clean(await aWordDocument());
    const text = await unzipped(view.bytes);
    expect(text).toContain("Waybill 4711");
    expect(text).not.toMatch(PRIVATE);
    expect(await mediaTypeOf(view.bytes)).toMatch(/wordprocessingml/);
  });

  test.each([
    ["a program", { "word/vbaProject.bin": "x" }, "attachment.macros"],
    ["another file inside", { "word/embeddings/oleObject1.bin": "x" }, "attachment.embedded"],
  ])("with %s is refused", async (_, more, key) => {
    expect(await refusal(await aWordDocument(more))).toBe(key);
  });
});

test.each([
  [
    "an old Office file",
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
    "attachment.old_office",
  ],
  [
    "a drawing that can hold scripts",
    Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    "attachment.type",
  ],
  ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "attachment.type"],
  ["a program", Buffer.from([0x4d, 0x5a, 0x90, 0, ...Array(600).fill(0)]), "attachment.type"],
  ["an archive", Buffer.from("504b0506000000000000000000000000000000000000", "hex"), "attachment.type"],
  ["nothing that is known", Buffer.from([1, 2, 3, 4]), "attachment.type"],
])("%s is refused, whatever its name says", async (_, bytes, key) => {
  expect(await refusal(bytes)).toBe(key);
});

test("notes of pictures are cut out without drawing them anew, and what is no such picture stays as it is", async () => {
  const photo = await aPhoto();
  const cut = withoutJpegNotes(photo);
  expect((await sharp(cut).metadata()).exif).toBeUndefined();
  expect((await sharp(cut).raw().toBuffer()).equals(await sharp(photo).raw().toBuffer())).toBe(true);
  const png = await sharp(photo)
    .png()
    .withExif({ IFD0: { Artist: "Officer Nguyen" } })
    .toBuffer();
  expect(Buffer.from(withoutPngNotes(png)).toString("latin1")).not.toMatch(PRIVATE);
  expect((await sharp(Buffer.from(withoutPngNotes(png))).metadata()).width).toBe(640);
  for (const none of [new Uint8Array(0), new Uint8Array([0xff, 0xd8, 0xff]), Buffer.from("text")]) {
    expect(withoutPngNotes(none)).toEqual(none);
    expect(Buffer.from(withoutJpegNotes(none)).equals(Buffer.from(none))).toBe(true);
  }
});

async function unzipped(bytes: Uint8Array): Promise<string> {
  const { fromBuffer } = await import("yauzl");
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      let text = "";
      zip.on("entry", (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          stream.on("data", (piece: Buffer) => {
            text += piece.toString("latin1");
          });
          stream.on("end", () => zip.readEntry());
        });
      });
      zip.on("end", () => resolve(text));
      zip.readEntry();
    });
  });
}
