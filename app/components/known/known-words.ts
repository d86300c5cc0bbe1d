import { useFormat } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { localDateIn } from "#app/domain/calendar.ts";

/** "12 May 2026, 18:00 in Ha Noi": a moment by the wall clock of the operation. */
export function useMomentWords(): (at: number) => string {
  const format = useFormat();
  const { zone } = useWorkspace().operation.plan;
  return (at) => `${format.day(localDateIn(zone, new Date(at)))}, ${format.timeIn(new Date(at), zone)}`;
}
