import { Link } from "@remix-run/react";
import { TallyWord } from "#app/components/tally/tally-mark.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Segments } from "#app/components/ui/tabs.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { TALLY_MARKS } from "#app/domain/tally/mark.ts";
import "#app/components/tally/tally.css";
import { ClockHelp } from "./clock-help.tsx";
import { ClosingHelp } from "./closing-help.tsx";
import { DashboardHelp } from "./dashboard-help.tsx";
import { FilterHelp } from "./filter-help.tsx";
import { LinkHelp } from "./link-help.tsx";
import { MediaHelp } from "./media-help.tsx";
import { ReportHelp } from "./report-help.tsx";
import "./help.css";

export const HELP_TOPICS = [
  "tallies",
  "clearance",
  "watch",
  "links",
  "imports",
  "exports",
  "filter",
  "reports",
  "media",
  "closing",
  "clocks",
  "dashboards",
  "machines",
] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

type HelpPageProps = {
  topic: HelpTopic;
  /** Of this operation and this agency: help says what holds here. */
  cutOff: string;
  zone: string;
  clearanceSteps: number;
};

/** What an officer needs to know, one screen for each topic. */
export function HelpPage(props: HelpPageProps) {
  const text = useText();
  return (
    <div className="page-main help">
      <header className="page-head">
        <h1 className="title">{text("help.title")}</h1>
        <Segments
          label={text("help.topic")}
          options={HELP_TOPICS.map((value) => ({ value, label: text(`help.${value}`) }))}
          value={props.topic}
          toOf={(value) => `?topic=${value}`}
        />
      </header>
      {props.topic === "tallies" && <TallyHelp {...props} />}
      {props.topic === "clearance" && <ClearanceHelp {...props} />}
      {props.topic === "watch" && <WatchHelp {...props} />}
      {props.topic === "links" && <LinkHelp />}
      {props.topic === "imports" && <ImportHelp />}
      {props.topic === "exports" && <ExportHelp />}
      {props.topic === "filter" && <FilterHelp />}
      {props.topic === "clocks" && <ClockHelp />}
      {props.topic === "reports" && <ReportHelp />}
      {props.topic === "media" && <MediaHelp />}
      {props.topic === "closing" && <ClosingHelp />}
      {props.topic === "dashboards" && <DashboardHelp />}
      {props.topic === "machines" && <MachineHelp />}
    </div>
  );
}

function TallyHelp({ cutOff, zone }: HelpPageProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="help-parts">
      <Panel title={text("help.tallies.why")}>
        <p>{text("help.tallies.why.text")}</p>
        <p className="strong">{text("help.tallies.due", { time: cutOff, zone: format.zoneName(zone) })}</p>
      </Panel>
      <Panel title={text("help.tallies.how")}>
        <ol>
          <li>{text("help.tallies.step.1")}</li>
          <li>{text("help.tallies.step.2")}</li>
          <li>{text("help.tallies.step.3")}</li>
        </ol>
        <p>{text("help.tallies.line")}</p>
      </Panel>
      <Panel title={text("help.tallies.marks")}>
        <dl className="help-marks">
          {TALLY_MARKS.map((mark) => (
            <div key={mark}>
              <dt>
                <TallyWord mark={mark} />
              </dt>
              <dd>{text(`help.tallies.mark.${mark}`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={text("help.tallies.wrong")}>
        <p>{text("help.tallies.wrong.text")}</p>
        <p>{text("help.tallies.asked_back")}</p>
        <p>{text("help.tallies.nil.text")}</p>
        <p>{text("help.tallies.weekly")}</p>
      </Panel>
    </div>
  );
}

function WatchHelp({ cutOff, zone }: HelpPageProps) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="help-parts">
      <Panel title={text("help.watch.why")}>
        <p>{text("help.watch.why.text")}</p>
        <p>{text("help.watch.gap")}</p>
        <p>{text("help.watch.log")}</p>
      </Panel>
      <Panel title={text("help.handover")}>
        <ol>
          <li>{text("help.handover.step.1")}</li>
          <li>{text("help.handover.step.2")}</li>
          <li>{text("help.handover.step.3")}</li>
          <li>{text("help.handover.step.4")}</li>
        </ol>
      </Panel>
      <Panel title={text("help.deadlines")}>
        <p className="strong">{text("help.deadlines.when", { time: cutOff, zone: format.zoneName(zone) })}</p>
        <p>{text("help.deadlines.text")}</p>
        <p>{text("help.deadlines.where")}</p>
      </Panel>
      <Panel title={text("help.here")}>
        <p>{text("help.here.since")}</p>
        <p>{text("help.here.presence")}</p>
      </Panel>
    </div>
  );
}

function ClearanceHelp({ clearanceSteps }: HelpPageProps) {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.clearance.why")}>
        <p>{text("help.clearance.why.text")}</p>
        <p className="strong">{text("help.clearance.steps", { n: clearanceSteps })}</p>
        <p>{text("help.clearance.names")}</p>
      </Panel>
      <Panel title={text("help.clearance.way")}>
        <ol>
          <li>{text("help.clearance.step.1")}</li>
          <li>{text("help.clearance.step.2")}</li>
          <li>{text("help.clearance.step.3")}</li>
          <li>{text("help.clearance.hold")}</li>
          <li>{text("help.clearance.step.4")}</li>
        </ol>
      </Panel>
      <Panel title={text("help.questions")}>
        <p>{text("help.questions.text")}</p>
        <p>{text("help.questions.how")}</p>
        <p>{text("help.questions.twice")}</p>
        <p>{text("help.questions.owner")}</p>
      </Panel>
    </div>
  );
}

function ImportHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.imports.how")}>
        <ol>
          <li>{text("help.imports.step.1")}</li>
          <li>{text("help.imports.step.2")}</li>
          <li>{text("help.imports.step.3")}</li>
          <li>{text("help.imports.step.4")}</li>
        </ol>
      </Panel>
      <Panel title={text("help.imports.again")}>
        <p>{text("help.imports.again.text")}</p>
      </Panel>
      <Panel title={text("help.imports.long")}>
        <p>{text("help.imports.long.text")}</p>
      </Panel>
    </div>
  );
}

function ExportHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.exports.how")}>
        <ol>
          <li>{text("help.exports.step.1")}</li>
          <li>{text("help.exports.step.2")}</li>
          <li>{text("help.exports.step.3")}</li>
          <li>{text("help.exports.step.4")}</li>
        </ol>
      </Panel>
      <Panel title={text("help.exports.marks")}>
        <p>{text("help.exports.marks.text")}</p>
        <p>{text("help.exports.again")}</p>
      </Panel>
      <Panel title={text("help.exports.never")}>
        <p>{text("help.exports.never.text")}</p>
        <p>{text("help.exports.erased")}</p>
      </Panel>
      <Panel title={text("help.exports.shape")}>
        <p>{text("help.exports.shape.text")}</p>
      </Panel>
    </div>
  );
}

function MachineHelp() {
  const text = useText();
  return (
    <div className="help-parts">
      <Panel title={text("help.machines.why")}>
        <p>{text("help.machines.why.text")}</p>
        <p>{text("help.machines.same")}</p>
        <p>
          <Link to="/machines" className="link">
            {text("help.machines.guide")}
          </Link>
        </p>
      </Panel>
      <Panel title={text("help.machines.how")}>
        <ol>
          <li>{text("help.machines.step.1")}</li>
          <li>{text("help.machines.step.2")}</li>
          <li>{text("help.machines.step.3")}</li>
        </ol>
      </Panel>
      <Panel title={text("help.machines.end")}>
        <p>{text("help.machines.renew")}</p>
        <p>{text("help.machines.lost")}</p>
      </Panel>
    </div>
  );
}
