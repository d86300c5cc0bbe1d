import { ListItem } from "@tiptap/extension-list";
import { EditorContent, useEditor } from "@tiptap/react";
import { StarterKit } from "@tiptap/starter-kit";
import { useEffect, useRef, useState } from "react";
import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { ReportResults } from "#app/domain/operation-report/results.ts";
import type { DocumentSection } from "./document-types.ts";
import { EditorBar, type Finding } from "./editor-bar.tsx";
import { FigureFinder } from "./figure-finder.tsx";
import { FigureNode } from "./figure-node.tsx";
import { PartFinder } from "./part-finder.tsx";
import { PartNode } from "./part-node.tsx";
import { type About, proposedText } from "./proposed.ts";
import { ReportTextView } from "./report-text-view.tsx";
import { useReportWords } from "./report-words.ts";

/** What a section may hold: the same that `ReportText` takes in. */
const EXTENSIONS = [
  StarterKit.configure({
    heading: { levels: [3] },
    ...{ blockquote: false, code: false, codeBlock: false, strike: false, horizontalRule: false },
    ...{ link: false, underline: false, listItem: false, trailingNode: false },
  }),
  ListItem.extend({ content: "paragraph+" }),
  FigureNode,
  PartNode,
];

type SectionEditorProps = {
  section: DocumentSection;
  results: ReportResults;
  about: About;
  /** The version that stands now. */
  version: number;
  command: string;
  answer: unknown;
  stop: () => void;
};

/** Writes one section: words, lists and figures. What another wrote meanwhile stands below, and nothing typed is lost. */
export default function SectionEditor({ section, results, about, version, command, answer, stop }: SectionEditorProps) {
  const text = useText();
  const words = useReportWords();
  const [body, setBody] = useState(JSON.stringify(section.text));
  const [finding, find] = useState<Finding>(null);
  const editor = useEditor({
    extensions: EXTENSIONS,
    // An empty text has no paragraph yet that one could write in.
    content: section.text.content.length > 0 ? section.text : "",
    immediatelyRender: false,
    autofocus: "end",
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": text("operation_report.editor", { section: section.title }),
        class: "report-text report-writing",
      },
    },
    onUpdate: ({ editor: now }) => setBody(JSON.stringify(now.getJSON())),
  });
  const refused = refusalOf(answer, "write");
  const own = refused?.form.section === section.code ? refused : undefined;
  const { base, theirs } = useBase(version, own?.problem === "operation_report.section.stale");
  const proposed = proposedText(section.code, results, words, about);
  return (
    <CommandForm
      command={command}
      intent="write"
      hidden={{ section: section.code, base: String(base) }}
      className="stack report-editor"
    >
      <input type="hidden" name="text" value={body} />
      <FormErrors refused={own} />
      <EditorBar editor={editor} finding={finding} find={find}>
        {proposed.content.length > 0 && (
          <Button
            type="button"
            size="small"
            title={text("operation_report.editor.propose.hint")}
            onClick={() => editor?.chain().focus("end").insertContent(proposed.content).run()}
          >
            {text("operation_report.editor.propose")}
          </Button>
        )}
      </EditorBar>
      {finding === "part" && (
        <PartFinder
          insert={(attrs) => {
            // After what is selected, which may be the one that was put in last; and with a place to go on writing.
            const put = [{ type: "part", attrs }, { type: "paragraph" }];
            editor?.chain().focus().insertContentAt(editor.state.selection.to, put).run();
            find(null);
          }}
        />
      )}
      {finding === "figure" && (
        <FigureFinder
          insert={(line) => editor?.chain().focus().insertContent({ type: "figure", attrs: { line } }).run()}
        />
      )}
      <EditorContent editor={editor} />
      {theirs && (
        <section className="report-theirs">
          <p className="strong">{text("operation_report.editor.theirs")}</p>
          <ReportTextView text={section.text} />
        </section>
      )}
      <div className="report-editor-foot">
        <Send>{text("operation_report.keep")}</Send>
        <Button type="button" onClick={stop}>
          {text("operation_report.stop")}
        </Button>
      </div>
    </CommandForm>
  );
}

/** What was read when writing began; after a refusal what stands now, which is then shown too. */
function useBase(version: number, stale: boolean) {
  const [base, setBase] = useState(version);
  const [theirs, show] = useState(false);
  const told = useRef(false);
  useEffect(() => {
    if (!stale) told.current = false;
    if (!stale || told.current || version === base) return;
    told.current = true;
    setBase(version);
    show(true);
  }, [stale, version, base]);
  return { base, theirs };
}
