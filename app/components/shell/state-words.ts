import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { daysBetween } from "#app/domain/calendar.ts";
import type { OperationKind, OperationState } from "#app/domain/operation.ts";

type Standing = {
  kind: OperationKind;
  state: OperationState;
  startsOn: string;
  endsOn: string;
  followUpEndsOn: string;
  today: string;
};

/** Where an operation stands, in words: "Active, day 122 of 154", "Planning, starts in 24 days". */
export function useStateWords({ kind, state, startsOn, endsOn, followUpEndsOn, today }: Standing): string {
  const text = useText();
  const format = useFormat();
  const until = daysBetween(today, startsOn);
  if (state === "planning" && until < 0) return text("home.state.planning_late", { day: format.dayShort(startsOn) });
  if (state === "planning") return text("home.state.planning", { n: until });
  if (state === "active" && until > 0) return text("home.state.active_before", { n: until });
  if (state === "active") {
    const days = daysBetween(startsOn, endsOn) + 1;
    const key = kind === "exercise" ? "home.state.exercise" : "home.state.active";
    return text(key, { day: Math.min(days, 1 - until), days });
  }
  if (state === "follow_up")
    return text("home.state.follow_up", { n: Math.max(0, daysBetween(today, followUpEndsOn)) });
  return state === "closed"
    ? text("home.state.closed", { day: format.day(followUpEndsOn) })
    : text(`home.state.${state}`);
}
