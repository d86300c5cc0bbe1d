import { z } from "zod";
import { Id } from "../id.ts";
import { RequiredText, Text } from "../text.ts";

/** `correction` and `kept` are about an earlier entry: nothing in the log is ever changed. */
export const ENTRY_KINDS = ["note", "promise", "correction", "kept"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

const LONGEST = 1000;

/** What is written into the log of the own watch. That a promise was kept may be said without a word more. */
export const EntryInput = z.discriminatedUnion("kind", [
  z.object({ id: Id, kind: z.enum(["note", "promise"]), about: z.null(), text: RequiredText(LONGEST) }),
  z.object({ id: Id, kind: z.literal("correction"), about: Id, text: RequiredText(LONGEST) }),
  z.object({ id: Id, kind: z.literal("kept"), about: Id, text: Text(LONGEST) }),
]);
export type EntryInput = z.infer<typeof EntryInput>;

/** An entry of the log as it was written. */
export type Entry = {
  id: Id;
  kind: EntryKind;
  about: Id | null;
  text: string;
  author: string;
  at: string;
};
