import { ImageIcon } from "@phosphor-icons/react/dist/ssr/Image";
import { useSaving } from "#app/components/pictures/use-saving.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWidthsOf } from "./corridor-key.tsx";
import { useCorridorWords } from "./corridor-words.ts";
import { useMap } from "./map-context.ts";
import type { MapData } from "./map-data.ts";
import { MapMenu } from "./map-menu.tsx";
import type { MapPicture } from "./operation-map-props.ts";

/** The map as a picture to take away: lines that can be drawn on, or pixels. */
export function PictureMenu({ data, picture }: { data: MapData; picture: MapPicture }) {
  const { map } = useMap();
  const text = useText();
  const { attempt, failure } = useSaving();
  const { look } = useCorridorWords(data.look);
  const widths = useWidthsOf(data.look)(data);
  const save = async (kind: "svg" | "png") => {
    const { saveMap } = await import("./save-map.ts");
    const words = {
      title: picture.title,
      under: [look.join(" · "), ...picture.under],
      goods: data.slots.map((slot) => ({ slot, name: text(`slot.${slot}`) })),
      corridors: { widths, intended: data.look.view === "trade_flow" ? text("map.key.intended") : null },
      certain: { confirmed: text("map.key.confirmed"), provisional: text("map.key.provisional") },
    };
    await saveMap(map, words, { kind, name: picture.name });
  };
  return (
    <>
      <MapMenu icon={ImageIcon} label={text("linked.picture")}>
        {(close) =>
          (["png", "svg"] as const).map((kind) => (
            <li key={kind}>
              <button
                type="button"
                className="menu-item"
                onClick={() => {
                  close();
                  attempt(() => save(kind));
                }}
              >
                {text(`linked.picture.${kind}`)}
              </button>
            </li>
          ))
        }
      </MapMenu>
      {failure}
    </>
  );
}
