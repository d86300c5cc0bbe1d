import type { Icon as Drawn } from "@phosphor-icons/react";
import { type ReactNode, useId, useState } from "react";
import { IconButton } from "#app/components/ui/button.tsx";

type MapMenuProps = { icon: Drawn; label: string; children: (close: () => void) => ReactNode };

/** A button of the map with a short list beside it. */
export function MapMenu({ icon, label, children }: MapMenuProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <fieldset className="map-layers" onKeyDown={(event) => event.key === "Escape" && close()}>
      <legend className="aside">{label}</legend>
      <IconButton icon={icon} label={label} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} />
      <ul id={id} className="map-layer-list" hidden={!open}>
        {children(close)}
      </ul>
    </fieldset>
  );
}
