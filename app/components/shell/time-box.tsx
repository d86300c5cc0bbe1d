import { ClockIcon } from "@phosphor-icons/react/dist/ssr/Clock";
import { Icon } from "#app/components/ui/icon.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { daysBetween } from "#app/domain/calendar.ts";

export type TimeBoxProps = {
  startsOn: string;
  endsOn: string;
  /** Follow-up ends on this day. */
  followUpEndsOn: string;
  /** The operational day that is running, in the operation's zone. */
  today: string;
  /** The instant of tonight's cut-off, and the operation's zone; null outside the operational phase. */
  cutOff: { at: string; zone: string } | null;
};

/** Day n of m, and the time to tonight's cut-off in the operation's zone and the reader's. */
export function TimeBox(box: TimeBoxProps) {
  const format = useFormat();
  return (
    <>
      <div className="box">
        <b className="box-main">{useBoxWords(box)}</b>
        <span className="box-note">{format.dayRange(box.startsOn, box.endsOn)}</span>
      </div>
      {box.cutOff && <CutOff {...box.cutOff} />}
    </>
  );
}

/** The same in one short line. */
export function TimeBoxBrief(box: TimeBoxProps) {
  const words = useBoxWords(box);
  const format = useFormat();
  const now = useNow();
  const left = useTimeLeft(box.cutOff?.at);
  return (
    <>
      <b>{words}</b>
      {box.cutOff && (
        <span className="bar-left" title={left ?? undefined}>
          <Icon of={ClockIcon} size={12} />
          <span className="aside">{left}</span>
          <span aria-hidden="true">{format.duration(new Date(box.cutOff.at).getTime() - now.getTime())}</span>
        </span>
      )}
    </>
  );
}

function useTimeLeft(at: string | undefined): string | null {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  return at ? text("shell.cut_off", { duration: format.duration(new Date(at).getTime() - now.getTime()) }) : null;
}

/** "Day 122 of 154" while it runs; how far off or how long over otherwise. */
function useBoxWords({ startsOn, endsOn, followUpEndsOn, today }: TimeBoxProps): string {
  const text = useText();
  const days = daysBetween(startsOn, endsOn) + 1;
  const day = daysBetween(startsOn, today) + 1;
  if (day < 1) return text("shell.box.before", { n: 1 - day });
  if (day <= days) return text("shell.box.day", { day, days });
  const left = daysBetween(today, followUpEndsOn);
  return left >= 0 ? text("shell.box.follow_up", { n: left }) : text("shell.box.over", { n: days });
}

function CutOff({ at, zone }: { at: string; zone: string }) {
  const format = useFormat();
  const left = useTimeLeft(at);
  const there = format.timeIn(at, zone);
  // A reader whose clock shows the same gains more from UTC.
  const here = there.startsWith(format.time(at)) ? format.timeUtc(at) : format.timeIn(at, format.zone);
  return (
    <div className="box">
      <b className="box-main">{left}</b>
      <time className="box-note" dateTime={at} title={format.momentWithUtc(at)}>
        {there} · {here}
      </time>
    </div>
  );
}

/** The share of the time box that is over, 0 to 1. */
export function elapsedShare({ startsOn, endsOn, today }: TimeBoxProps): number {
  const days = daysBetween(startsOn, endsOn) + 1;
  return Math.min(1, Math.max(0, (daysBetween(startsOn, today) + 1) / days));
}
