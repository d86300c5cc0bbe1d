import { useFormat, useText } from "#app/components/ui/text-context.tsx";

/** An instant by the operation's clock, the reader's where it shows something else, and UTC. */
export function TimeInZones({ at, zone }: { at: Date | string; zone: string }) {
  const text = useText();
  const format = useFormat();
  const [there, here, utc] = [format.timeIn(at, zone), format.timeIn(at, format.zone), format.timeUtc(at)];
  const same = there.startsWith(format.time(at));
  return <>{same ? text("plan.times.same", { there, utc }) : text("plan.times.both", { there, here, utc })}</>;
}
