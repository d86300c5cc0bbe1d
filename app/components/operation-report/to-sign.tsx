import { Link } from "@remix-run/react";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import type { ToSign } from "./signing-types.ts";
import "./signing.css";

type ToSignProps = { toSign: readonly ToSign[]; administration: string; home: string };

/** Reports of which the reader's administration is asked to sign its figures. */
export function ToSignPanel({ toSign, administration, home }: ToSignProps) {
  const text = useText();
  const country = useCountryNames()[administration] ?? administration;
  if (toSign.length === 0) return null;
  return (
    <Panel title={text("operation_report.to_sign", { country })}>
      <ul className="to-sign">
        {toSign.map(({ report, title, at, answer }) => (
          <li key={report}>
            <Link to={`${home}/reports/${report}/signature`} className="row-link" dir="auto">
              {title}
            </Link>{" "}
            <Tag tone={answer === null ? "lamp" : answer === "signed" ? "passed" : "danger"}>
              {text(`operation_report.signature.state.${answer ?? "open"}`)}
            </Tag>{" "}
            <span className="caption">
              {text("operation_report.to_sign.asked")} <Time at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
