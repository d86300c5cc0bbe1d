import { ImageIcon } from "@phosphor-icons/react/dist/ssr/Image";
import { useId, useState } from "react";
import { IconButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useMap } from "./map-context.ts";
import type { MapData } from "./map-data.ts";
import type { MapPicture } from "./operation-map-props.ts";

/** The map as a picture to take away: lines that can be drawn on, or pixels. */
export function PictureMenu({ data, picture }: { data: MapData; picture: MapPicture }) {
  const { map } = useMap();
  const text = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const save = async (kind: "svg" | "png") => {
    setOpen(false);
    const { saveMap } = await import("./save-map.ts");
    const words = {
      title: picture.title,
      under: picture.under,
      goods: data.slots.map((slot) => ({ slot, name: text(`slot.${slot}`) })),
      corridors: {
        one: text("map.key.cases", { n: 1 }),
        many: text("map.cases.short", { n: 10 }),
        intended: text("map.key.intended"),
      },
      certain: { confirmed: text("map.key.confirmed"), provisional: text("map.key.provisional") },
    };
    await saveMap(map, words, { kind, name: picture.name });
  };
  return (
    <fieldset className="map-layers" onKeyDown={(event) => event.key === "Escape" && setOpen(false)}>
      <legend className="aside">{text("linked.picture")}</legend>
      <IconButton
        icon={ImageIcon}
        label={text("linked.picture")}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      />
      <ul id={id} className="map-layer-list" hidden={!open}>
        {(["png", "svg"] as const).map((kind) => (
          <li key={kind}>
            <button type="button" className="menu-item" onClick={() => void save(kind)}>
              {text(`linked.picture.${kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
