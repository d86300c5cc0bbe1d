import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { BASE_UNIT } from "#app/domain/base-unit.ts";
import type { Difference } from "#app/domain/tally/difference.ts";

type Matter = Pick<Difference, "group" | "measure">;

/** In words: what differs, each side of it, and both in one sentence. */
export function useDifferenceWords() {
  const text = useText();
  const format = useFormat();
  const about = ({ group, measure }: Matter) =>
    measure === "arrested" ? text("tally.arrested") : text.commodity(group);
  const side = ({ measure }: Pick<Difference, "measure">, amount: number) =>
    measure === "cases" || measure === "arrested"
      ? format.number(amount)
      : format.quantity(String(amount), BASE_UNIT[measure]);
  const whole = ({ said, seen, ...matter }: Difference) =>
    matter.measure === "cases"
      ? text("tally.day.difference", { goods: about(matter), said, seen })
      : text("tally.day.difference.amount", {
          goods: about(matter),
          said: side(matter, said),
          seen: side(matter, seen),
        });
  return { about, side, whole };
}
