import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import { Node, type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { Button } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { INSERTABLE_PARTS, PART_FORMS } from "#app/domain/operation-report/report-text.ts";
import { InsertedPart } from "./inserted-part.tsx";

const ATTRIBUTES = { part: "data-part", form: "data-form" } as const;

/** A table or a picture in the editor: one block to the cursor, moved and taken out as a whole. */
export const PartNode = Node.create({
  name: "part",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({ part: kept("part"), form: kept("form") }),
  parseHTML: () => [{ tag: "figure[data-part]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(PartInText),
});

function kept(name: keyof typeof ATTRIBUTES) {
  return {
    default: "",
    parseHTML: (element: HTMLElement) => element.getAttribute(ATTRIBUTES[name]) ?? "",
    renderHTML: (attributes: Record<string, unknown>) => ({ [ATTRIBUTES[name]]: String(attributes[name] ?? "") }),
  };
}

function PartInText({ node, selected, deleteNode }: NodeViewProps) {
  const text = useText();
  const part = INSERTABLE_PARTS.find((one) => one === node.attrs.part);
  const form = PART_FORMS.find((one) => one === node.attrs.form);
  return (
    <NodeViewWrapper className={selected ? "report-inserted report-inserted-on" : "report-inserted"}>
      <div contentEditable={false}>
        {part && form && <InsertedPart part={part} form={form} />}
        <Button type="button" size="small" icon={TrashIcon} onClick={deleteNode}>
          {text("operation_report.inserted.remove")}
        </Button>
      </div>
    </NodeViewWrapper>
  );
}
