import { Link } from "@remix-run/react";
import { useMemo } from "react";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { documentOf } from "./document.ts";
import { EditionFiles } from "./edition-files.tsx";
import { Errata } from "./errata.tsx";
import { FiguresOfReport } from "./figure-chip.tsx";
import { PartsOfReport } from "./inserted-part.tsx";
import { MadeFiles } from "./made-files.tsx";
import { PartView } from "./part-view.tsx";
import { ReportContents } from "./report-contents.tsx";
import { ReportHead } from "./report-head.tsx";
import { ReportTextView } from "./report-text-view.tsx";
import type { EditionPageData } from "./report-types.ts";
import { useReportWords } from "./report-words.ts";
import { EditionSigning } from "./signing-panel.tsx";
import { TakingsPanel } from "./takings-panel.tsx";
import "./operation-report.css";

/** A frozen version as it is read: the same today and in ten years. */
export function EditionPage({
  reportId,
  source,
  frozenAt,
  publishedAt,
  since,
  takings,
  files,
  home,
  mayCorrect,
  mayContribute,
  command,
  answer,
}: EditionPageData & { home: string; answer: unknown }) {
  const text = useText();
  const words = useReportWords();
  const whole = useMemo(() => documentOf(source, words), [source, words]);
  const number = source.edition ?? 1;
  const address = `${home}/reports/${reportId}/versions/${number}`;
  return (
    <FiguresOfReport results={source.results} asOf={source.asOf}>
      <PartsOfReport document={whole}>
        <div className="view report">
          <ReportHead document={whole} home={home}>
            <Tag tone={publishedAt ? "passed" : undefined}>{text("operation_report.edition", { n: number })}</Tag>
            <EditionFiles home={address} command={command} />
          </ReportHead>
          <MadeFiles files={files} home={address} answer={answer} />
          <div className="report-columns-two">
            <div className="report-body">
              {publishedAt && (
                <Errata
                  {...{ edition: number, errata: source.beside?.errata ?? [], sections: whole.sections, source }}
                  {...{ mayCorrect, command, answer }}
                />
              )}
              {whole.sections.map(({ code, number: place, title, text: words, parts }) => (
                <section key={code} id={`section-${code}`} className="report-section" aria-labelledby={`head-${code}`}>
                  <header className="report-section-head">
                    <h2 id={`head-${code}`}>
                      <span className="report-number">{place}</span> {title}
                    </h2>
                  </header>
                  <ReportTextView text={words} />
                  {parts.map((part) => (
                    <PartView key={part.part} part={part} />
                  ))}
                </section>
              ))}
            </div>
            <aside className="report-side report-side-after">
              <Panel title={text("operation_report.edition", { n: number })}>
                <ul className="report-missing">
                  <li>
                    {text.label(`operation_report.edition.${publishedAt ? "published" : "frozen"}`, { at: "" })}{" "}
                    <Time at={publishedAt ?? frozenAt} as="moment" />
                  </li>
                  {whole.origin.slice(1).map((line) => (
                    <li key={line} className="report-origin">
                      {line}
                    </li>
                  ))}
                </ul>
              </Panel>
              {source.beside?.signatures && <EditionSigning signatures={source.beside.signatures} />}
              {mayContribute && (
                <Link to={`${address}/contributions`} className="link">
                  {text("contribution.to")}
                </Link>
              )}
              {takings && <TakingsPanel takings={takings} />}
              {since && (
                <Panel title={text("operation_report.changes", { n: since.number })}>
                  <ChangesTable changes={since.changes} />
                </Panel>
              )}
              <ReportContents document={whole} />
            </aside>
          </div>
        </div>
      </PartsOfReport>
    </FiguresOfReport>
  );
}
