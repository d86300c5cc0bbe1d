import { PathIcon } from "@phosphor-icons/react/dist/ssr/Path";
import { useId, useMemo } from "react";
import { useMeasureOptions } from "#app/components/pivot/amount-words.ts";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { readAmount, writeAmount } from "#app/domain/figures/amounts.ts";
import { addQuantities } from "#app/domain/figures/quantities.ts";
import { type CorridorLook, ROUTE_VIEWS } from "./corridor-look.ts";
import type { MapSource } from "./map-data.ts";
import { MapMenu } from "./map-menu.tsx";

type RoutesMenuProps = { source: MapSource; look: CorridorLook; onLook: (look: CorridorLook) => void };

/** Which legs the map draws, and what their width says. */
export function RoutesMenu(props: RoutesMenuProps) {
  const text = useText();
  const name = useId();
  const { look, onLook } = props;
  return (
    <MapMenu icon={PathIcon} label={text("map.routes")}>
      {() => (
        <>
          {ROUTE_VIEWS.map((view) => (
            <li key={view}>
              <label>
                <input
                  type="radio"
                  name={name}
                  checked={look.view === view}
                  onChange={() => onLook({ ...look, view })}
                />
                {text(`map.routes.${view}`)}
              </label>
            </li>
          ))}
          <li>
            <WidthChoice {...props} />
          </li>
        </>
      )}
    </MapMenu>
  );
}

/** Cases, or a commodity of which quantities are known, those of most cases first. One at a time: units never mix. */
function WidthChoice({ source, look, onLook }: RoutesMenuProps) {
  const text = useText();
  const quantities = useMemo(() => addQuantities(source.facts, source.select(), "commodity").rows, [source]);
  const options = useMeasureOptions(quantities, look.quantity).filter(({ value }) => value !== "persons");
  const choose = (value: string) => {
    const amount = readAmount(value);
    onLook({ ...look, quantity: amount?.kind === "quantity" ? amount : null });
  };
  return (
    <Field label={text("map.routes.width")}>
      <Select
        value={look.quantity ? writeAmount(look.quantity) : ""}
        options={[{ value: "", label: text("choice.cases") }, ...options]}
        onChange={(event) => choose(event.target.value)}
      />
    </Field>
  );
}
