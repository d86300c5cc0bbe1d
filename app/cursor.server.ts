import { z } from "zod";
import type { Cursor } from "#db/queries/seizures.server.ts";
import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";

const Shape = z.object({ value: z.string().regex(/^[0-9:. +-]{10,40}$/), id: Id });

/** The place in a list as one opaque word for an address. */
export function encodeCursor(cursor: Cursor | null): string | null {
  return cursor && Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Null without one; a word that no list gave is refused. */
export function decodeCursor(word: string | null): Cursor | null {
  if (word === null || word === "") return null;
  try {
    return Shape.parse(JSON.parse(Buffer.from(word, "base64url").toString("utf8")));
  } catch {
    throw new Problem("invalid", "cursor.malformed", {}, { fields: { cursor: ["cursor.malformed"] } });
  }
}
