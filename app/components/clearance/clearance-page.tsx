import { ChecksIcon } from "@phosphor-icons/react/dist/ssr/Checks";
import { Form, Link, useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { useOwnReportChanges } from "#app/live/live-context.tsx";
import { DecideBar } from "./decide-bar.tsx";
import { readTrayAnswer, type TrayAnswer } from "./tray-answer.ts";
import { TrayRow } from "./tray-row.tsx";
import type { TrayReport } from "./tray-types.ts";
import "#app/components/seizure/seizure.css";
import "./clearance.css";

type ClearancePageProps = { reports: readonly TrayReport[]; total: number; zone: string; answer: unknown };

/** The national tray: everything that waits, the longest first, decided on together or one by one. */
export function ClearancePage({ reports, total, zone, answer }: ClearancePageProps) {
  const text = useText();
  const { revalidate } = useRevalidator();
  useOwnReportChanges(revalidate);
  const said = readTrayAnswer(answer);
  const home = `/operations/${useWorkspace().operation.id}/seizures`;
  const onHold = reports.filter(({ hold }) => hold).length;
  return (
    <div className="view">
      <header className="view-head">
        <h1>{text("clearance.title")}</h1>
        <span className="caption">
          {text("clearance.count", { n: total - onHold })}
          {onHold > 0 && ` · ${text("clearance.count.on_hold", { n: onHold })}`}
        </span>
      </header>
      <Outcome said={said} reports={reports} />
      {reports.length === 0 ? (
        <EmptyState level={2} icon={ChecksIcon} title={text("clearance.empty.title")}>
          {text("clearance.empty.text")} <Link to={home}>{text("seizures.title")}</Link>
        </EmptyState>
      ) : (
        <Tray reports={reports} total={total} zone={zone} home={home} said={said} />
      )}
    </div>
  );
}

type TrayProps = { reports: readonly TrayReport[]; total: number; zone: string; home: string; said: TrayAnswer };

/** What changed while it was chosen is no longer chosen: nobody approves what he has not seen. */
const keyOf = ({ id, version }: TrayReport) => `${id} ${version}`;

function Tray({ reports, total, zone, home, said }: TrayProps) {
  const text = useText();
  const hydrated = useHydrated();
  const { refused } = said;
  const labels = {
    chosen: text("clearance.chosen"),
    note: text("clearance.note"),
    givenAt: text("clearance.given"),
  };
  const typed = refused?.form.chosen ?? [];
  const [keys, setKeys] = useState(() => new Set(reports.filter(({ id }) => typed.includes(id)).map(keyOf)));
  const choosable = reports.filter(({ approvedByMe, hold }) => !approvedByMe && !hold);
  const chosen = reports.filter((report) => keys.has(keyOf(report)));
  const choose = (report: TrayReport, yes: boolean) => {
    const others = [...keys].filter((key) => key !== keyOf(report));
    setKeys(new Set(yes ? [...others, keyOf(report)] : others));
  };
  const all = choosable.length > 0 && choosable.every((report) => keys.has(keyOf(report)));
  return (
    <Form method="post" replace preventScrollReset className="tray">
      <FormState refused={refused}>
        <FormErrors refused={refused} labels={labels} />
        {hydrated && (
          <label className="check tray-all">
            <input
              type="checkbox"
              className="check-box"
              checked={all}
              onChange={() => setKeys(new Set(all ? [] : choosable.map(keyOf)))}
            />
            <span>{text("clearance.choose_all", { n: choosable.length })}</span>
          </label>
        )}
        <ul className="tray-rows">
          {reports.map((report) => (
            <TrayRow
              key={keyOf(report)}
              report={report}
              home={home}
              chosen={keys.has(keyOf(report))}
              choose={(yes) => choose(report, yes)}
              refused={said.decided.find(({ seizure, state }) => seizure === report.id && state === null)}
            />
          ))}
        </ul>
        {total > reports.length && <p className="caption">{text("clearance.first", { n: reports.length, total })}</p>}
        <DecideBar chosen={chosen} zone={zone} open={refused !== undefined} key={said.round} />
      </FormState>
    </Form>
  );
}

/** What became of the reports decided on: how many went where, and that the others stayed. */
function Outcome({ said, reports }: { said: TrayAnswer; reports: readonly TrayReport[] }) {
  const text = useText();
  const { decided, lost } = said;
  const went = [...new Set(decided.flatMap(({ state }) => state ?? []))];
  const refused = decided.filter(({ state }) => state === null);
  const gone = refused.filter(({ seizure }) => !reports.some(({ id }) => id === seizure));
  return (
    <>
      {lost && (
        <Notice tone="warn" title={text("report.lost.title")}>
          {text("clearance.lost")}
        </Notice>
      )}
      <Done when={went.length > 0}>
        {went.map((state) => (
          <p key={state}>
            {text.label(`clearance.done.${state}`, { n: decided.filter((one) => one.state === state).length })}
          </p>
        ))}
      </Done>
      {refused.length > 0 && (
        <Notice tone="warn" title={text("clearance.refused_some", { n: refused.length })}>
          {gone.length > 0 ? text("clearance.gone", { n: gone.length }) : text("clearance.refused_why")}
        </Notice>
      )}
    </>
  );
}
