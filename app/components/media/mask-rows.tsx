import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import { IconButton } from "#app/components/ui/button.tsx";
import { NumberInput, Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { MASK_KINDS } from "#app/domain/media.ts";
import type { DrawnMask } from "./masks.ts";

type RowsProps = {
  masks: readonly DrawnMask[];
  change: (mask: DrawnMask) => void;
  remove: (id: number) => void;
};

const SIDES = ["x", "y", "width", "height"] as const;

/** Each mask in numbers: the way in for whoever has no pointer, and what is sent. */
export function MaskRows({ masks, change, remove }: RowsProps) {
  const text = useText();
  return (
    <ul className="mask-rows">
      {masks.map((mask, at) => (
        <li key={mask.id}>
          <Select
            name="mask_kind[]"
            aria-label={text("media.mask.kind", { n: at + 1 })}
            value={mask.kind}
            options={MASK_KINDS.map((value) => ({ value, label: text(`media.mask.kind.${value}`) }))}
            onChange={({ currentTarget: { value } }) => {
              const kind = MASK_KINDS.find((one) => one === value);
              if (kind) change({ ...mask, kind });
            }}
          />
          {SIDES.map((side) => (
            <NumberInput
              key={side}
              whole
              name={`mask_${side}[]`}
              aria-label={text(`media.mask.${side}`, { n: at + 1 })}
              title={text(`media.mask.${side}`, { n: at + 1 })}
              value={String(mask[side])}
              onChange={({ currentTarget: { value } }) =>
                change({ ...mask, [side]: Number(value.replace(/\D/g, "").slice(0, 5)) })
              }
            />
          ))}
          <IconButton
            icon={TrashIcon}
            label={text("media.mask.remove", { n: at + 1 })}
            onClick={() => remove(mask.id)}
          />
        </li>
      ))}
    </ul>
  );
}
