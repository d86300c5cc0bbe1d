import { createHash } from "node:crypto";
import type { Id } from "../domain/id.ts";
import { canonical } from "../domain/import/case.ts";

/** The same id for the same parts, so that what is repeated meets what it did before. */
export function idFrom(...parts: readonly string[]): Id {
  const bytes = createHash("sha256").update(JSON.stringify(parts)).digest().subarray(0, 16);
  // Version 8, made by whoever makes it, of the usual variant.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The report that an agency's file makes under a national case number, whichever file it is. */
export const reportIdOf = (operationId: Id, agencyId: Id, caseNo: string) =>
  idFrom("import", operationId, agencyId, caseNo);

/** By which equal content is known again, whatever the order of its parts. */
export const hashOfContent = (content: unknown) => createHash("sha256").update(canonical(content)).digest("hex");
