import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { Alarm } from "#app/domain/watch/alarm.ts";

/** Where on the page of the watch an agency's roster begins. */
export const rosterOf = (agencyId: string) => `roster-${agencyId}`;
/** Where a handover waits to be taken. */
export const HANDOVER = "handover";

/** The address of what a warning is about: the roster of the agency that has nobody, or the handover that nobody took. */
export function useWarningPlace() {
  const { operation } = useWorkspace();
  return (kind: Alarm["kind"], agencyId: string) =>
    `/operations/${operation.id}/watch#${kind === "handover" ? HANDOVER : rosterOf(agencyId)}`;
}
