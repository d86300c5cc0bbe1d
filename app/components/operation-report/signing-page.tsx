import { SignatureIcon } from "@phosphor-icons/react/dist/ssr/Signature";
import { Link } from "@remix-run/react";
import { doneOf, refusalOf } from "#app/components/form/answer.ts";
import { Done } from "#app/components/form/done.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import { FiguresNamed } from "./figure-chip.tsx";
import { PartTableView } from "./part-view.tsx";
import { ReportTextView } from "./report-text-view.tsx";
import { useReportWords } from "./report-words.ts";
import { signedTable } from "./signed-table.ts";
import { SigningAnswer } from "./signing-answer.tsx";
import type { SigningPageData } from "./signing-types.ts";
import "./operation-report.css";
import "./signing.css";

type SigningPageProps = SigningPageData & { home: string; answer: unknown };

/** Everything that an administration is asked to sign of a report, on one page, and its answer. */
export function SigningPage(props: SigningPageProps) {
  const { administration, asked, home, answer } = props;
  const text = useText();
  const country = useCountryNames()[administration] ?? administration;
  const refused = ["sign", "refuse"].map((intent) => refusalOf(answer, intent)).find(Boolean);
  const done = doneOf(answer);
  return (
    <div className="view signing">
      <header className="view-head">
        <div>
          <p>
            <Link to={`${home}/reports`} className="link">
              {text("operation_report.list.title")}
            </Link>
          </p>
          <h1 className="title">{text("operation_report.sign.title", { country })}</h1>
          {asked && (
            <p className="muted" dir="auto">
              {asked.title}
            </p>
          )}
        </div>
      </header>
      <FormErrors refused={refused} labels={{ reason: text("operation_report.sign.reason") }} />
      <Done when={done !== null}>{done !== null && text.label(`operation_report.sign.done.${done}`)}</Done>
      {asked ? (
        <WhatIsSigned {...props} asked={asked} country={country} />
      ) : (
        <EmptyState level={2} icon={SignatureIcon} title={text("operation_report.sign.nothing", { country })}>
          {text("operation_report.sign.nothing.text")}
        </EmptyState>
      )}
    </div>
  );
}

type Asked = NonNullable<SigningPageData["asked"]>;

function WhatIsSigned(props: SigningPageProps & { asked: Asked; country: string }) {
  const { asked, country } = props;
  const text = useText();
  const format = useFormat();
  const words = useReportWords();
  const table = signedTable(asked.lines, words);
  return (
    <>
      <p className="report-lead">
        <span className="strong">
          {text("operation_report.sign.readers", { readers: text(`operation_report.audience.${asked.audience}`) })}
        </span>
        <br />
        <span className="muted">{text(`operation_report.sign.readers.${asked.audience}`)}</span>
      </p>
      {asked.answer === null && <p className="report-lead">{text("operation_report.sign.lead")}</p>}
      <Panel title={text("operation_report.sign.figures")}>
        {table ? (
          <PartTableView title={text("operation_report.sign.figures")} table={table} />
        ) : (
          <p className="signing-words">{text("operation_report.sign.figures.none", { country })}</p>
        )}
        <p className="caption signing-words">
          {text("operation_report.sign.as_of", { country, at: format.moment(asked.asOf) })}
        </p>
      </Panel>
      {asked.sections.map(({ code, version, text: said, named }) => (
        <Panel
          key={code}
          title={text.label(`operation_report.section.${code}`)}
          note={text("operation_report.sign.version", { n: version })}
        >
          <div className="signing-words">
            <FiguresNamed lines={named} asOf={asked.asOf}>
              <ReportTextView text={said} />
            </FiguresNamed>
          </div>
        </Panel>
      ))}
      <p className="caption signing-hash">{text("operation_report.sign.hash", { hash: asked.hash })}</p>
      {asked.answer ? <Answered {...asked.answer} /> : <SigningAnswer {...props} />}
    </>
  );
}

function Answered({ signed, signer, agency, at, reason }: NonNullable<Asked["answer"]>) {
  const text = useText();
  const title = text(signed ? "operation_report.sign.signed" : "operation_report.sign.refused", { signer, agency });
  return (
    <Notice tone={signed ? "passed" : "warn"} title={title}>
      <Time at={at} as="exact" />
      {reason !== "" && (
        <>
          <br />
          <span dir="auto">{reason}</span>
        </>
      )}
    </Notice>
  );
}
