import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { DroppedValue } from "#app/domain/fact-filter.ts";

/** What the address asked for and is not shown so: nobody should take a wider figure for the one that was asked. */
export function DroppedValues({ dropped }: { dropped: readonly DroppedValue[] }) {
  const text = useText();
  const format = useFormat();
  if (dropped.length === 0) return null;
  const values = format.list(dropped.map(({ name, value }) => `${name}=${value.slice(0, 40)}`));
  return <Notice tone="warn">{text("totals.dropped", { values, n: dropped.length })}</Notice>;
}
