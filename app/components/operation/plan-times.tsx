import { type FormEvent, useState } from "react";
import { AskChoice, AskDay, AskText } from "#app/components/form/ask.tsx";
import { useTyped } from "#app/components/form/form-context.tsx";
import { zoneOptions } from "#app/components/form/zone-options.ts";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { PlanSection } from "./plan-section.tsx";
import { TimesUnderstood } from "./times-understood.tsx";

type PlanTimesProps = {
  zones: readonly string[];
  /** Zone and first day rest under counted days once the operation is active. */
  fixed?: boolean;
};

const TIMES = ["plan.zone", "plan.startsOn", "plan.endsOn", "plan.cutOff"] as const;
type TimeName = (typeof TIMES)[number];
export type Times = Record<TimeName, string>;

/** The time box: zone, days of the phases, the daily deadline; said back in words as it is typed. */
export function PlanTimes({ zones, fixed = false }: PlanTimesProps) {
  const text = useText();
  const format = useFormat();
  const { times, follow } = useTimes();
  const locked = fixed ? "" : undefined;
  return (
    <PlanSection id="time" title={text("plan.time")} lead={text("plan.time.lead")}>
      <div onChange={follow} className="plan-fields">
        <AskChoice
          name="plan.zone"
          label={text("plan.zone")}
          hint={text("plan.zone.hint")}
          options={zoneOptions(zones, format)}
          lockedBy={locked}
        />
        <div className="fields">
          <AskDay name="plan.startsOn" label={text("plan.starts_on")} lockedBy={locked} />
          <AskDay name="plan.endsOn" label={text("plan.ends_on")} />
        </div>
        <div className="fields">
          <AskDay
            name="plan.followUpEndsOn"
            label={text("plan.follow_up_ends_on")}
            hint={text("plan.follow_up.hint")}
          />
          <AskDay name="plan.debriefOn" label={text("plan.debrief_on")} hint={text("plan.debrief.hint")} />
        </div>
        <div className="fields">
          <AskText
            name="plan.cutOff"
            label={text("plan.cut_off")}
            hint={text("plan.cut_off.hint")}
            input={{ type: "time" }}
          />
          <AskText
            name="plan.lateLimitHours"
            label={text("plan.late_limit")}
            hint={text("plan.late_limit.hint")}
            input={{ inputMode: "numeric", after: text("plan.hours") }}
          />
        </div>
        <TimesUnderstood times={times} />
      </div>
    </PlanSection>
  );
}

function useTimes() {
  const [times, setTimes] = useState<Times>({
    "plan.zone": useTyped("plan.zone"),
    "plan.startsOn": useTyped("plan.startsOn"),
    "plan.endsOn": useTyped("plan.endsOn"),
    "plan.cutOff": useTyped("plan.cutOff"),
  });
  const follow = ({ target }: FormEvent<HTMLElement>) => {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const name = TIMES.find((known) => known === target.name);
    if (name) setTimes((before) => ({ ...before, [name]: target.value }));
  };
  return { times, follow };
}
