import { useMemo, useState } from "react";
import { doneOf, refusalOf } from "#app/components/form/answer.ts";
import { Done } from "#app/components/form/done.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { DraftHighlights } from "../highlights/draft-highlights.tsx";
import type { FoundCases } from "../highlights/highlight-types.ts";
import { documentOf } from "./document.ts";
import { FiguresOfReport } from "./figure-chip.tsx";
import { PartsOfReport } from "./inserted-part.tsx";
import { LessForm } from "./less-form.tsx";
import { ReadersForm } from "./readers-form.tsx";
import { ReportContents } from "./report-contents.tsx";
import { ReportHead } from "./report-head.tsx";
import { ReportSection } from "./report-section.tsx";
import { ReportState } from "./report-state.tsx";
import type { ReportPageData } from "./report-types.ts";
import { useReportWords } from "./report-words.ts";
import { DraftSigning } from "./signing-panel.tsx";
import "./operation-report.css";

type ReportPageProps = ReportPageData & { id: string; home: string; found: FoundCases | null; answer: unknown };

/** A report in the making: its sections with their figures, and beside them how far it has come. */
export function ReportPage(props: ReportPageProps) {
  const { source, moved, written, highlights, may, aside, home, command, answer } = props;
  const text = useText();
  const words = useReportWords();
  const whole = useMemo(() => documentOf(source, words), [source, words]);
  const [writing, write] = useState<string | null>(null);
  const done = doneOf(answer);
  // What is done in its own place is said there.
  const said = done !== null && text.has(`operation_report.done.${done}`) ? `operation_report.done.${done}` : null;
  const refused = ["reckon", "freeze", "publish", "set_aside"].map((intent) => refusalOf(answer, intent)).find(Boolean);
  return (
    <FiguresOfReport results={source.results} asOf={source.asOf} moved={moved}>
      <PartsOfReport document={whole}>
        <div className="view report">
          <ReportHead document={whole} home={home}>
            <Tag>{text("operation_report.state.draft")}</Tag>
          </ReportHead>
          <FormErrors refused={refused} />
          <Done when={said !== null}>{said !== null && text.label(said)}</Done>
          {aside && <Notice tone="warn">{text("operation_report.aside.note")}</Notice>}
          <div className="report-columns-two">
            <div className="report-body">
              {whole.sections.map((section) => (
                <ReportSection
                  key={section.code}
                  section={section}
                  results={source.results}
                  about={{ kind: source.kind, subject: source.subject ?? null }}
                  written={written[section.code]}
                  command={command}
                  answer={answer}
                  threads={props.threads}
                  mayWrite={may.write}
                  isWritten={writing === section.code}
                  write={(on) => write(on ? section.code : null)}
                >
                  {section.code === "highlights" ? (
                    <DraftHighlights {...props} lines={highlights} audience={source.audience} mayWrite={may.write} />
                  ) : null}
                </ReportSection>
              ))}
            </div>
            <aside className="report-side">
              <ReportState {...props} document={whole} />
              <ReadersForm
                {...{ audience: source.audience, effects: props.readers, mayChange: may.write, command, answer }}
              />
              <LessForm suppression={props.suppression} mayChange={may.write} command={command} answer={answer} />
              <DraftSigning signings={props.signings} mayAsk={may.write} command={command} answer={answer} />
              <ReportContents document={whole} />
            </aside>
          </div>
        </div>
      </PartsOfReport>
    </FiguresOfReport>
  );
}
