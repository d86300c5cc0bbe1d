import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { daysBetween, instantAt, isLocalDate, isTimeZone } from "#app/domain/calendar.ts";
import type { Times } from "./plan-times.tsx";
import { TimeInZones } from "./time-in-zones.tsx";
import "./plan.css";

/** What the times mean, in the operation's zone and the reader's; silent while they are incomplete. */
export function TimesUnderstood({ times }: { times: Times }) {
  const text = useText();
  const format = useFormat();
  const { "plan.zone": zone, "plan.startsOn": startsOn, "plan.endsOn": endsOn, "plan.cutOff": cutOff } = times;
  const complete = isLocalDate(startsOn) && isLocalDate(endsOn) && isTimeZone(zone) && /^\d\d:\d\d$/.test(cutOff);
  if (!complete || startsOn > endsOn || zone === "") return <output className="understood" />;
  const at = instantAt(zone, startsOn, cutOff);
  return (
    <output className="understood">
      <b>{text("plan.understood.days", { n: daysBetween(startsOn, endsOn) + 1 })}</b>{" "}
      {text("plan.understood.range", { range: format.dayRange(startsOn, endsOn), zone: format.zoneName(zone) })}{" "}
      {text("plan.cut_off")}: <TimeInZones at={at} zone={zone} />
    </output>
  );
}
