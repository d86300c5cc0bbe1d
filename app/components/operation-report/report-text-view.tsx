import type { ReactNode } from "react";
import type { BlockNode, InlineNode, ReportText } from "#app/domain/operation-report/report-text.ts";
import { FigureChip } from "./figure-chip.tsx";
import { InsertedPart } from "./inserted-part.tsx";

/** What is written in a section, with its figures. */
export function ReportTextView({ text }: { text: ReportText }) {
  return (
    <div className="report-text">
      {text.content.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no names; they stand where they stand.
        <Block key={at} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { block: BlockNode }) {
  if (block.type === "paragraph") return <p>{inline(block.content)}</p>;
  if (block.type === "heading") return <h3 className="heading">{inline(block.content)}</h3>;
  if (block.type === "part") return <InsertedPart {...block.attrs} />;
  const List = block.type === "bulletList" ? "ul" : "ol";
  return (
    <List>
      {block.content.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        <li key={at}>{item.content.map((paragraph) => inline(paragraph.content))}</li>
      ))}
    </List>
  );
}

function inline(nodes: readonly InlineNode[] = []): ReactNode {
  return nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    <Inline key={at} node={node} />
  ));
}

function Inline({ node }: { node: InlineNode }) {
  if (node.type === "hardBreak") return <br />;
  if (node.type === "figure") return <FigureChip line={node.attrs.line} />;
  const marks = new Set(node.marks?.map(({ type }) => type));
  const words = marks.has("italic") ? <em>{node.text}</em> : node.text;
  return marks.has("bold") ? <strong>{words}</strong> : words;
}
