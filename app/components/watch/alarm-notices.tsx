import { BellRingingIcon } from "@phosphor-icons/react/dist/ssr/BellRinging";
import { Link } from "@remix-run/react";
import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import type { Alarm } from "#app/domain/watch/alarm.ts";
import { useWarningPlace } from "./warning-place.ts";
import type { AgencyNames } from "./watch-types.ts";
import "./watch.css";

type AlarmNoticesProps = { alarms: readonly Alarm[]; agencies: AgencyNames };

/** Said aloud: who is missing on a roster, and which handover nobody has taken; each leads to what it is about. */
export function AlarmNotices({ alarms, agencies }: AlarmNoticesProps) {
  const text = useText();
  const placeOf = useWarningPlace();
  const words = useAlarmWords(agencies);
  if (alarms.length === 0) return null;
  return (
    <div className="watch-alarms" role="alert">
      {alarms.map((alarm) => {
        const { title, more } = words(alarm);
        return (
          <Notice
            key={`${alarm.kind} ${alarm.agencyId} ${alarm.from}`}
            tone="warn"
            icon={BellRingingIcon}
            title={title}
            act={<Link to={placeOf(alarm.kind, alarm.agencyId)}>{text(`watch.alarm.to.${alarm.kind}`)}</Link>}
          >
            {more}
          </Notice>
        );
      })}
    </div>
  );
}

function useAlarmWords(agencies: AgencyNames) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  return (alarm: Alarm) => {
    const { kind, agencyId, from, until } = alarm;
    const values = { agency: agencies[agencyId] ?? "", from: format.moment(from) };
    if (kind === "handover") return { title: text("watch.alarm.handover", values), more: null };
    if (alarm.unkept) return { title: text("watch.alarm.gap.unkept", values), more: null };
    const title = text(new Date(from) <= now ? "watch.alarm.gap.now" : "watch.alarm.gap.soon", values);
    const more = until ? text("watch.alarm.gap.until", { at: format.moment(until) }) : text("watch.alarm.gap.open");
    return { title, more };
  };
}
