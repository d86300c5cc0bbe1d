import { PencilSimpleIcon } from "@phosphor-icons/react/dist/ssr/PencilSimple";
import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import { doneOf } from "#app/components/form/answer.ts";
import { Done } from "#app/components/form/done.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { LoadingFrame } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { isEmptyText } from "#app/domain/operation-report/report-text.ts";
import type { ReportResults } from "#app/domain/operation-report/results.ts";
import { Comments } from "./comments.tsx";
import type { DocumentSection } from "./document-types.ts";
import { PartView } from "./part-view.tsx";
import type { About } from "./proposed.ts";
import { ReportTextView } from "./report-text-view.tsx";
import type { ReportPageData } from "./report-types.ts";

const SectionEditor = lazy(() => import("./section-editor.tsx"));

type ReportSectionProps = {
  section: DocumentSection;
  results: ReportResults;
  about: About;
  written: ReportPageData["written"][string] | undefined;
  command: string;
  answer: unknown;
  threads: ReportPageData["threads"];
  mayWrite: boolean;
  isWritten: boolean;
  write: (on: boolean) => void;
  /** What stands in the place of a part that is not counted. */
  children?: ReactNode;
};

/** One section of a draft: its words, or the place to write them, and the figures that belong to it. */
export function ReportSection(props: ReportSectionProps) {
  const { section, results, about, written, command, answer, threads, mayWrite, isWritten, write, children } = props;
  const text = useText();
  const kept = doneOf(answer) === "write" && sectionOf(answer) === section.code;
  useStopped(kept ? answer : null, () => write(false));
  return (
    <section id={`section-${section.code}`} className="report-section" aria-labelledby={`head-${section.code}`}>
      <header className="report-section-head">
        <h2 id={`head-${section.code}`}>
          <span className="report-number">{section.number}</span> {section.title}
        </h2>
        {written && (
          <span className="caption">
            {written.author} · <Time at={written.at} />
          </span>
        )}
        <span className="spacer" />
        {mayWrite && !isWritten && (
          <Button type="button" size="small" icon={PencilSimpleIcon} onClick={() => write(true)}>
            {text(isEmptyText(section.text) ? "operation_report.write" : "operation_report.edit")}
          </Button>
        )}
      </header>
      <Done when={kept && !isWritten}>{text("operation_report.kept")}</Done>
      {isWritten ? (
        <Suspense fallback={<LoadingFrame rows={3}>{null}</LoadingFrame>}>
          <SectionEditor
            section={section}
            results={results}
            about={about}
            version={written?.version ?? 0}
            command={command}
            answer={answer}
            stop={() => write(false)}
          />
        </Suspense>
      ) : (
        <ReportTextView text={section.text} />
      )}
      {children ?? section.parts.map((part) => <PartView key={part.part} part={part} />)}
      <Comments section={section.code} {...{ threads, mayWrite, command, answer }} />
    </section>
  );
}

/** Once for each answer: what was kept is no longer written. */
function useStopped(answer: unknown, stop: () => void) {
  const last = useRef<unknown>(null);
  useEffect(() => {
    if (answer === null || answer === last.current) return;
    last.current = answer;
    stop();
  });
}

function sectionOf(answer: unknown): string {
  return typeof answer === "object" && answer !== null && "section" in answer ? String(answer.section) : "";
}
