import { Node, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { FigureChip } from "./figure-chip.tsx";

/** A figure in the editor: one letter to the cursor, which says what the report says. */
export const FigureNode = Node.create({
  name: "figure",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    line: {
      default: "",
      parseHTML: (element: HTMLElement) => element.dataset.line ?? "",
      renderHTML: ({ line }: { line?: unknown }) => ({ "data-line": String(line ?? "") }),
    },
  }),
  parseHTML: () => [{ tag: "data[data-line]" }],
  renderHTML: ({ HTMLAttributes }) => ["data", HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(ChipInText),
});

function ChipInText({ node }: NodeViewProps) {
  return (
    <NodeViewWrapper as="span">
      <FigureChip line={String(node.attrs.line)} />
    </NodeViewWrapper>
  );
}
