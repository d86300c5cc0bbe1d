import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { ConfirmSend } from "#app/components/form/confirm-send.tsx";
import { wasLost } from "#app/components/form/line-loss.ts";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { CheckRow } from "./check-row.tsx";
import { ClosingHistory } from "./closing-history.tsx";
import type { ClosingPageData } from "./closing-types.ts";
import { KeptUntil } from "./kept-until.tsx";
import "./closing.css";

export type ClosingProps = ClosingPageData & { home: string; answer: unknown };

/** The way to the end of an operation: each check with what is open, a last word of a lead, and what was before. */
export function ClosingPage(props: ClosingProps) {
  const { checks, owesReport, home, answer, closings, reasons } = props;
  const text = useText();
  return (
    <div className="view closing">
      <header className="view-head">
        <h1>{text("closing.title")}</h1>
        <span className="spacer" />
        <Link to={`${home}/help?topic=closing`} className="link">
          {text("export.help")}
        </Link>
      </header>
      <p className="muted closing-lead">{text("closing.lead")}</p>
      {wasLost(answer) && <Notice tone="warn" title={text("tally.lost.title")} />}
      {owesReport && (
        <Notice tone="warn" title={text("closing.owes")}>
          <Link to={`${home}/reports`} className="link">
            {text("closing.check.report.link")}
          </Link>
        </Notice>
      )}
      <Panel title={text("closing.checks")} note={<Sum {...props} />}>
        <ul className="closing-checks">
          {checks.map((check) => (
            <CheckRow key={check.what} check={check} {...props} />
          ))}
        </ul>
        <Last {...props} />
      </Panel>
      <KeptUntil {...props} />
      {closings.length + reasons.length > 0 && <ClosingHistory closings={closings} reasons={reasons} />}
    </div>
  );
}

function Sum({ checks }: ClosingProps) {
  const text = useText();
  return <>{text("closing.sum", { done: checks.filter(({ open }) => open === 0).length, of: checks.length })}</>;
}

/** The last step, or what is in its way. */
function Last({ state, mayClose, maySettle, way, command, answer, home }: ClosingProps) {
  const text = useText();
  const format = useFormat();
  if (state === "closed") return <p className="closing-last strong">{text("closing.is_closed")}</p>;
  if (!maySettle) return null;
  if (way.length > 0) {
    return (
      <div className="closing-last">
        <Refusal refused={refusalOf(answer, "close")} />
        <p className="strong">{text("closing.in_the_way", { n: way.length })}</p>
        <p className="muted">{format.list(way.map((what) => text(`closing.check.${what}`)))}</p>
      </div>
    );
  }
  if (!mayClose) {
    return (
      <p className="closing-last">
        {text("closing.not_yet")}{" "}
        <Link to={`${home}/plan`} className="link">
          {text("closing.to_plan")}
        </Link>
      </p>
    );
  }
  return (
    <div className="closing-last">
      <Refusal refused={refusalOf(answer, "close")} />
      <p className="muted">{text("closing.ready")}</p>
      <ConfirmSend
        command={command}
        intent="close"
        kind="primary"
        label={text("plan.move.debrief_closed")}
        title={text("plan.move.title", { state: text("state.closed") })}
        confirm={text("plan.move.debrief_closed")}
        keep={text("form.keep")}
      >
        {text("plan.move.debrief_closed.text")}
      </ConfirmSend>
    </div>
  );
}
