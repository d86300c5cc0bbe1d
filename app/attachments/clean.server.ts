import { fileTypeFromBuffer } from "file-type";
import { isMediaType, MEDIA, type MediaType } from "../domain/attachment.ts";
import { Problem } from "../domain/problem.ts";
import { cleanImage } from "./clean-image.server.ts";
import { cleanOffice } from "./clean-office.server.ts";
import { cleanPdf } from "./clean-pdf.server.ts";

/** What others are shown of a file: made anew, so that nothing of its maker or of what else it carried is in it. */
export type Cleaned = {
  view: { bytes: Uint8Array; mediaType: string };
  /** WebP. */
  thumb: Uint8Array | null;
  width: number | null;
  height: number | null;
};

/** What the content says it is; its name and what the sender calls it do not count. */
export async function mediaTypeOf(bytes: Uint8Array): Promise<MediaType> {
  const found = await fileTypeFromBuffer(bytes);
  if (found && isMediaType(found.mime)) return found.mime;
  if (found?.mime === "application/x-cfb") throw new Problem("invalid", "attachment.old_office");
  throw new Problem("invalid", "attachment.type");
}

/** Throws a Problem that says what is wrong with the file. */
export async function cleaned(bytes: Uint8Array, mediaType: MediaType): Promise<Cleaned> {
  switch (MEDIA[mediaType]) {
    case "image":
      return cleanImage(bytes);
    case "pdf":
      return cleanPdf(bytes);
    case "office":
      return cleanOffice(bytes, mediaType);
  }
}
