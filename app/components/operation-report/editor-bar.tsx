import { ArrowClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ArrowClockwise";
import { ArrowCounterClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ArrowCounterClockwise";
import { ChartBarIcon } from "@phosphor-icons/react/dist/ssr/ChartBar";
import { HashIcon } from "@phosphor-icons/react/dist/ssr/Hash";
import { ListBulletsIcon } from "@phosphor-icons/react/dist/ssr/ListBullets";
import { ListNumbersIcon } from "@phosphor-icons/react/dist/ssr/ListNumbers";
import { TextBIcon } from "@phosphor-icons/react/dist/ssr/TextB";
import { TextHIcon } from "@phosphor-icons/react/dist/ssr/TextH";
import { TextItalicIcon } from "@phosphor-icons/react/dist/ssr/TextItalic";
import { type Editor, useEditorState } from "@tiptap/react";
import type { ReactNode } from "react";
import { Button, IconButton } from "#app/components/ui/button.tsx";
import type { IconOf } from "#app/components/ui/icon.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

type Act = { name: "bold" | "italic" | "heading" | "list" | "numbers" | "undo" | "redo"; icon: IconOf; on?: boolean };

/** What is looked for, to be put in. */
export type Finding = "figure" | "part" | null;

type EditorBarProps = { editor: Editor | null; finding: Finding; find: (what: Finding) => void; children: ReactNode };

/** What can be done with the words under the cursor. Ctrl+B, Ctrl+I and Ctrl+Z do the same. */
export function EditorBar({ editor, finding, find, children }: EditorBarProps) {
  const text = useText();
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now?.isActive("bold") ?? false,
      italic: now?.isActive("italic") ?? false,
      heading: now?.isActive("heading") ?? false,
      list: now?.isActive("bulletList") ?? false,
      numbers: now?.isActive("orderedList") ?? false,
    }),
  });
  const acts: Act[] = [
    { name: "bold", icon: TextBIcon, on: on?.bold },
    { name: "italic", icon: TextItalicIcon, on: on?.italic },
    { name: "heading", icon: TextHIcon, on: on?.heading },
    { name: "list", icon: ListBulletsIcon, on: on?.list },
    { name: "numbers", icon: ListNumbersIcon, on: on?.numbers },
    { name: "undo", icon: ArrowCounterClockwiseIcon },
    { name: "redo", icon: ArrowClockwiseIcon },
  ];
  return (
    <div className="editor-bar" role="toolbar" aria-label={text("operation_report.write")}>
      {acts.map(({ name, icon, on: active }) => (
        <IconButton
          key={name}
          type="button"
          size="small"
          icon={icon}
          label={text(`operation_report.editor.${name}`)}
          aria-pressed={active}
          onClick={() => editor && ACTS[name](editor)}
        />
      ))}
      {FOUND.map(({ what, icon }) => (
        <Button
          key={what}
          type="button"
          size="small"
          icon={icon}
          aria-expanded={finding === what}
          onClick={() => find(finding === what ? null : what)}
        >
          {text(`operation_report.editor.${what}`)}
        </Button>
      ))}
      {children}
    </div>
  );
}

const FOUND = [
  { what: "figure", icon: HashIcon },
  { what: "part", icon: ChartBarIcon },
] as const;

const ACTS: Record<Act["name"], (editor: Editor) => void> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  heading: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  list: (editor) => editor.chain().focus().toggleBulletList().run(),
  numbers: (editor) => editor.chain().focus().toggleOrderedList().run(),
  undo: (editor) => editor.chain().focus().undo().run(),
  redo: (editor) => editor.chain().focus().redo().run(),
};
