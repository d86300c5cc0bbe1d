import { lineValues, valueOfLine } from "./lines.ts";
import type { BlockNode, InlineNode, ReportText } from "./report-text.ts";
import type { ReportResults } from "./results.ts";

type Frozen = { texts: Readonly<Record<string, ReportText>>; results: Pick<ReportResults, "figures" | "counts"> };

/** The name of a paragraph: its section, and its place among the paragraphs there. */
export const paragraphLine = (section: string, number: number): string => `${section}/¶${number}`;

/** Which paragraph a line is; null for a figure. */
export function paragraphOf(line: string): { section: string; number: number } | null {
  const [, section, number] = /^([a-z_]+)\/¶([1-9]\d{0,3})$/.exec(line) ?? [];
  return section && number ? { section, number: Number(number) } : null;
}

/** The paragraphs of a section as plain words, with what the figures among them say. */
export function paragraphsIn({ texts, results }: Frozen, section: string): string[] {
  const values = lineValues(results);
  const plain = (nodes: readonly InlineNode[] = []) =>
    nodes.map((node) => {
      if (node.type === "text") return node.text;
      return node.type === "figure" ? (valueOfLine(values, node.attrs.line) ?? "–") : " ";
    });
  return (texts[section]?.content ?? []).flatMap(contentsOf).map((nodes) => plain(nodes).join("").trim());
}

function contentsOf(block: BlockNode): (readonly InlineNode[] | undefined)[] {
  if (block.type === "paragraph" || block.type === "heading") return [block.content];
  if (block.type === "part") return [];
  return block.content.flatMap((item) => item.content.map(({ content }) => content));
}

/** What a frozen version says in that line; null where it has no such line. */
export function saidIn(frozen: Frozen, line: string): string | null {
  const paragraph = paragraphOf(line);
  if (!paragraph) return valueOfLine(lineValues(frozen.results), line);
  return paragraphsIn(frozen, paragraph.section)[paragraph.number - 1] || null;
}
