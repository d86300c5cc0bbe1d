import { Link } from "@remix-run/react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { needsWords, outlineOf } from "#app/domain/operation-report/outline.ts";
import { isEmptyText } from "#app/domain/operation-report/report-text.ts";
import { OpenHighlights, openAmong } from "../highlights/open-highlights.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { OpenComments } from "./comments.tsx";
import type { ReportDocument } from "./document-types.ts";
import { EditionLinks } from "./edition-files.tsx";
import type { EditionLine, ReportPageData } from "./report-types.ts";
import { UnsignedYet } from "./signing-panel.tsx";

type ReportStateProps = ReportPageData & { id: string; home: string; document: ReportDocument };

/** How far a report has come: its figures, what is missing, its frozen versions, and what can be done with it. */
export function ReportState(props: ReportStateProps) {
  return (
    <>
      <FiguresState {...props} />
      <Missing {...props} />
      <Editions {...props} />
    </>
  );
}

function FiguresState({ source, moved, highlights, may, command, reckoning, editions }: ReportStateProps) {
  const text = useText();
  const open = openAmong(highlights).length;
  const format = useFormat();
  const at = format.moment(source.asOf);
  return (
    <Panel title={text("operation_report.figures_of", { at })}>
      <div className="stack">
        <p>
          {moved.length === 0
            ? text("operation_report.up_to_date")
            : text("operation_report.moved", { n: moved.length })}
        </p>
        {moved.length > 0 && (
          <details>
            <summary>{text("operation_report.moved.show")}</summary>
            <ChangesTable changes={moved} />
          </details>
        )}
        {may.write && (
          <div className="report-acts">
            <CommandForm command={command} intent="reckon">
              <Send kind={moved.length > 0 ? "primary" : "plain"}>{text("operation_report.reckon")}</Send>
            </CommandForm>
            <ConfirmSend
              command={command}
              intent="freeze"
              hidden={{ reckoning: String(reckoning) }}
              kind={moved.length > 0 ? "plain" : "primary"}
              label={text("operation_report.freeze")}
              title={text("operation_report.freeze.ask", { n: (editions[0]?.number ?? 0) + 1 })}
              confirm={text("operation_report.freeze")}
              keep={text("operation_report.stop")}
            >
              {text("operation_report.freeze.text", { at })}{" "}
              {open > 0 && text("operation_report.highlight.left_out", { n: open })}
            </ConfirmSend>
          </div>
        )}
      </div>
    </Panel>
  );
}

/** What a report still lacks, each with a way to it. */
function Missing({ source, document, highlights, may, command, signings, threads }: ReportStateProps) {
  const text = useText();
  const { counts, figures } = source.results;
  const wordless = outlineOf(source.kind)
    .filter((section) => needsWords(section) && isEmptyText(source.texts[section.code] ?? { content: [] }))
    .flatMap(({ code }) => document.sections.filter((section) => section.code === code));
  const { silent } = counts.participation;
  const { missing } = counts.agencyDays;
  const { provisional } = figures.cases;
  return (
    <Panel title={text("operation_report.missing")}>
      <ul className="report-missing">
        {wordless.map(({ code, title }) => (
          <li key={code}>
            <a href={`#section-${code}`} className="link">
              {text("operation_report.missing.words", { section: title })}
            </a>
          </li>
        ))}
        {wordless.length === 0 && <li>{text("operation_report.missing.none")}</li>}
        <OpenHighlights lines={highlights} />
        {silent > 0 && <li>{text("operation_report.missing.silent", { n: silent })}</li>}
        {missing > 0 && <li>{text("operation_report.missing.tallies", { n: missing })}</li>}
        <UnsignedYet signings={signings} />
        <OpenComments threads={threads} />
        {provisional > 0 && <li>{text("operation_report.missing.provisional", { n: provisional })}</li>}
      </ul>
      {may.write && (
        <CommandForm command={command} intent="set_aside" hidden={{ aside: "yes" }}>
          <Send kind="plain" size="small">
            {text("operation_report.aside")}
          </Send>
        </CommandForm>
      )}
      {may.takeUp && (
        <CommandForm command={command} intent="set_aside" hidden={{ aside: "no" }}>
          <Send>{text("operation_report.take_up")}</Send>
        </CommandForm>
      )}
    </Panel>
  );
}

function Editions({ editions, id, home, may, command }: ReportStateProps) {
  const text = useText();
  return (
    <Panel title={text("operation_report.editions")}>
      {editions.length === 0 && <p className="muted">{text("operation_report.editions.none")}</p>}
      <ul className="report-editions">
        {editions.map((edition) => (
          <li key={edition.number}>
            <EditionState edition={edition} place={`${home}/reports/${id}/versions/${edition.number}`} />
            {may.publish && edition.publishedAt === null && (
              <ConfirmSend
                command={command}
                intent="publish"
                hidden={{ edition: String(edition.number) }}
                kind="primary"
                size="small"
                label={text("operation_report.act.publish")}
                title={text("operation_report.publish.ask", { n: edition.number })}
                confirm={text("operation_report.act.publish")}
                keep={text("operation_report.stop")}
              >
                {text("operation_report.publish.text", {
                  audience: text(`operation_report.audience.${edition.audience}`),
                })}
              </ConfirmSend>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function EditionState({ edition, place }: { edition: EditionLine; place: string }) {
  const text = useText();
  const { number, frozenAt, publishedAt } = edition;
  const state = publishedAt ? "published" : "frozen";
  return (
    <div>
      <Link to={place} className="row-link">
        {text("operation_report.edition", { n: number })}
      </Link>{" "}
      <span className="caption">
        {text.label(`operation_report.edition.${state}`, { at: "" })} <Time at={publishedAt ?? frozenAt} />
      </span>
      <EditionLinks home={place} />
    </div>
  );
}
