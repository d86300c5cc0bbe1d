import { z } from "zod";
import { RunningText } from "../text.ts";
import { REPORT_PARTS } from "./outline.ts";

/** So many letters one section holds. */
export const LONGEST_SECTION = 60_000;
const MOST_NODES = 4_000;

const Mark = z.object({ type: z.enum(["bold", "italic"]) });
const Words = z.object({
  type: z.literal("text"),
  text: RunningText(LONGEST_SECTION),
  marks: z.array(Mark).max(2).optional(),
});
/** A figure of the report in the midst of words: it says whatever the report's figures say. */
const Chip = z.object({ type: z.literal("figure"), attrs: z.object({ line: z.string().min(1).max(200) }) });
const Break = z.object({ type: z.literal("hardBreak") });
const Inline = z.union([Words, Chip, Break]);
export type InlineNode = z.infer<typeof Inline>;

const Paragraph = z.object({ type: z.literal("paragraph"), content: z.array(Inline).optional() });
const Heading = z.object({
  type: z.literal("heading"),
  attrs: z.object({ level: z.literal(3) }),
  content: z.array(Inline).optional(),
});
const Item = z.object({ type: z.literal("listItem"), content: z.array(Paragraph).min(1) });
const list = <Type extends "bulletList" | "orderedList">(type: Type) =>
  z.object({ type: z.literal(type), content: z.array(Item).min(1) });
/** Cases that were cleared stand in their own section alone: each owner clears them for that place. */
export const INSERTABLE_PARTS = REPORT_PARTS.filter((part) => part !== "highlights");
export const PART_FORMS = ["picture", "table"] as const;
export type PartForm = (typeof PART_FORMS)[number];
/** A chart, a map or a table of the report between its paragraphs: whatever stands in its own section. */
const Inserted = z.object({
  type: z.literal("part"),
  attrs: z.object({ part: z.enum(INSERTABLE_PARTS), form: z.enum(PART_FORMS) }),
});
export type InsertedNode = z.infer<typeof Inserted>;
const Block = z.discriminatedUnion("type", [Paragraph, Heading, list("bulletList"), list("orderedList"), Inserted]);
export type BlockNode = z.infer<typeof Block>;

/**
 * What an analyst writes in one section, as the editor has it: paragraphs, headings below the section's own, lists, bold
 * and italic words, figures, and whole tables and pictures of them. Nothing else comes in, so that page, paper and file can show all of it.
 */
export const ReportText = z
  .object({ type: z.literal("doc"), content: z.array(Block).max(MOST_NODES) })
  .refine((doc) => wordsOf(doc).length <= LONGEST_SECTION, "text.long");
export type ReportText = z.infer<typeof ReportText>;

export const NO_TEXT: ReportText = { type: "doc", content: [] };

function paragraphsOf(block: BlockNode): readonly { content?: InlineNode[] }[] {
  if (block.type === "paragraph" || block.type === "heading") return [block];
  if (block.type === "part") return [];
  return block.content.flatMap((item) => item.content);
}

type Doc = { content: readonly BlockNode[] };

function* inlinesOf({ content }: Doc): Generator<InlineNode> {
  for (const block of content) {
    for (const { content: inline = [] } of paragraphsOf(block)) yield* inline;
  }
}

/** Its words alone, without figures. */
export function wordsOf(doc: Doc): string {
  return [...inlinesOf(doc)].map((node) => (node.type === "text" ? node.text : " ")).join("");
}

/** The figures that it names, by the names of their lines. */
export function linesNamedIn(doc: Doc): string[] {
  return [...inlinesOf(doc)].flatMap((node) => (node.type === "figure" ? [node.attrs.line] : []));
}

/** The tables and pictures that stand in it. */
export function partsNamedIn({ content }: Doc): InsertedNode["attrs"]["part"][] {
  return content.flatMap((block) => (block.type === "part" ? [block.attrs.part] : []));
}

export function isEmptyText(doc: Doc): boolean {
  return wordsOf(doc).trim() === "" && linesNamedIn(doc).length + partsNamedIn(doc).length === 0;
}
