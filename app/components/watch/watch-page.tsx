import { useRevalidator } from "@remix-run/react";
import { wasLost } from "#app/components/form/line-loss.ts";
import { useFormKey } from "#app/components/tally/tally-answer.ts";
import { useRenewalByFrames } from "#app/components/tally/use-tallies-home.ts";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useFrames } from "#app/live/live-context.tsx";
import { AlarmNotices } from "./alarm-notices.tsx";
import { HandoverPanel } from "./handover-panel.tsx";
import { LogPanel } from "./log-panel.tsx";
import { OtherRosters, RosterPanel } from "./roster-panel.tsx";
import type { WatchPageProps } from "./watch-types.ts";
import "./watch.css";

/** The watch of an agency: who is on duty, what is handed over, what was written down. */
export function WatchPage(props: WatchPageProps) {
  const { agencies, agencyId, alarms, log, handover, answer } = props;
  const text = useText();
  const { revalidate } = useRevalidator();
  useRenewalByFrames();
  useFrames("desk", revalidate);
  const key = useFormKey(answer);
  return (
    <div className="view">
      <header className="view-head">
        <h1>{text("watch.title", { agency: agencies[agencyId] ?? "" })}</h1>
      </header>
      <AlarmNotices alarms={alarms} agencies={agencies} />
      {wasLost(answer) && (
        <Notice tone="warn" title={text("tally.lost.title")}>
          {text("tally.lost.text")}
        </Notice>
      )}
      <div className="watch-columns">
        <div className="stack gap-4">
          {handover && <HandoverPanel {...props} handover={handover} formKey={key} />}
          {log && <LogPanel {...props} log={log} formKey={key} />}
        </div>
        <div className="stack gap-4">
          <RosterPanel {...props} formKey={key} />
          <OtherRosters {...props} />
        </div>
      </div>
    </div>
  );
}
