import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import sharp from "sharp";
import { ZipFile } from "yazl";

const GPS = {
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 13/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "105/1 48/1 0/1" },
};
const OWNER = { IFD0: { Make: "Secretphone", Artist: "Officer Nguyen", Copyright: "Post 7" } };

/** A photograph as phones make them: with position, maker and owner, lying on its side. */
export function aPhoto({ width = 640, height = 480 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#7a5533" } })
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({ ...GPS, ...OWNER })
    .toBuffer();
}

/** A PDF that tells of its maker in every way there is, does something by itself, and carries a photograph. */
export async function aPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setAuthor("Officer Nguyen");
  document.setProducer("Secretphone");
  const page = document.addPage([300, 300]);
  page.drawImage(await document.embedJpg(await aPhoto()), { x: 0, y: 0, width: 200, height: 150 });
  page.drawText("Waybill 4711");
  document.addJavaScript("greet", "app.alert('Officer Nguyen')");
  await document.attach(new TextEncoder().encode("Officer Nguyen"), "names.txt");
  const remark = document.context.obj({
    Type: "Annot",
    Subtype: "Text",
    T: PDFString.of("Officer Nguyen"),
    Contents: PDFString.of("weighed twice"),
    Rect: [0, 0, 10, 10],
  });
  page.node.set(PDFName.of("Annots"), document.context.obj([document.context.register(remark)]));
  const xmp = document.context.stream("<x:xmpmeta>Officer Nguyen</x:xmpmeta>", { Type: "Metadata", Subtype: "XML" });
  document.catalog.set(PDFName.of("Metadata"), document.context.register(xmp));
  return document.save({ useObjectStreams: false });
}

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const BODY = `<w:document><w:body><w:ins w:id="1" w:author="Officer Nguyen" w:date="2026-01-01"><w:t>Waybill 4711</w:t></w:ins></w:body></w:document>`;
const CORE = `<cp:coreProperties><dc:creator>Officer Nguyen</dc:creator></cp:coreProperties>`;

/** A Word document with its author in its properties, at a change and in a picture; `more`: further parts of it. */
export async function aWordDocument(more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  const parts: Record<string, string | Buffer> = {
    "[Content_Types].xml": TYPES,
    "word/document.xml": BODY,
    "docProps/core.xml": CORE,
    "word/media/image1.jpg": await aPhoto(),
    ...more,
  };
  return zipped(parts);
}

export async function zipped(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** The head of a PNG that claims to be of so many points, and nothing behind it. */
export async function aVastPng(edge: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  png.writeUInt32BE(edge, 16);
  png.writeUInt32BE(edge, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
