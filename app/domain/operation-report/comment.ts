import { z } from "zod";
import { Id } from "../id.ts";
import { RequiredText } from "../text.ts";
import { isSection } from "./outline.ts";

/** What somebody who writes a report says of a section of it: first of a thread, or in one. */
export const CommentSaid = z.object({
  report: Id,
  section: z.string().refine(isSection, "operation_report.section.unknown"),
  thread: Id.nullable(),
  body: RequiredText(2000, "operation_report.comment.missing"),
});
export type CommentSaid = z.infer<typeof CommentSaid>;

export const ThreadMarked = z.object({ report: Id, thread: Id, resolved: z.boolean() });
export type ThreadMarked = z.infer<typeof ThreadMarked>;
