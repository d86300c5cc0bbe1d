import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";

type Standing = {
  machine: boolean;
  state: "active" | "suspended";
  access: { accepted: boolean; invitedUntil: string | null; lastUsedAt?: string | null } | null;
};

/** Whether and how an account can be used now, in a few words. */
export function useAccessWords({ machine, state, access }: Standing): string {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  if (state === "suspended") return text("people.state.suspended");
  if (machine || !access) return "";
  if (!access.accepted) {
    return access.invitedUntil
      ? text("people.state.invited", { until: format.moment(access.invitedUntil) })
      : text("people.state.not_invited");
  }
  return access.lastUsedAt
    ? text("people.state.active", { at: format.relative(access.lastUsedAt, now) })
    : text("people.state.never");
}
