import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { CONTROL_KINDS } from "#app/domain/tally/control-kinds.ts";
import type { CasesOfGroup } from "#app/domain/tally/difference.ts";
import type { TallyInput } from "#app/domain/tally/tally.ts";

type Said = Pick<TallyInput, "nil" | "arrested" | "controls"> & { groups: readonly CasesOfGroup[] };

/** What a tally says, in one line: "nil", or goods with their cases and quantities, persons, controls. */
export function useTallyWords() {
  const text = useText();
  const format = useFormat();
  const amount = ({ quantity, unit }: { quantity: string; unit: string }) => format.quantity(quantity, unit);
  return ({ nil, groups, arrested, controls }: Said) => {
    const goods = groups.map(({ group, cases, quantities }) =>
      [`${text.commodity(group)}: ${text("tally.cases.n", { n: cases })}`, ...quantities.map(amount)].join(", "),
    );
    const done = CONTROL_KINDS.flatMap((kind) =>
      controls[kind] === null ? [] : [`${text(`tally.controls.${kind}`)} ${format.number(controls[kind])}`],
    );
    return [
      ...(nil ? [text("tally.mark.nil")] : goods),
      ...(arrested === null ? [] : [`${text("tally.arrested")} ${format.number(arrested)}`]),
      ...done,
    ].join("; ");
  };
}
