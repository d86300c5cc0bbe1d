import { ImageIcon } from "@phosphor-icons/react/dist/ssr/Image";
import { useSaving } from "#app/components/pictures/use-saving.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useMap } from "./map-context.ts";
import type { MapData } from "./map-data.ts";
import { MapMenu } from "./map-menu.tsx";
import type { MapPicture } from "./operation-map-props.ts";
import { usePictureOf } from "./use-picture-of.ts";

/** The map as a picture to take away: lines that can be drawn on, or pixels. */
export function PictureMenu({ data, picture }: { data: MapData; picture: MapPicture }) {
  const { map } = useMap();
  const text = useText();
  const { attempt, failure } = useSaving();
  const words = usePictureOf(data, picture);
  const save = async (kind: "svg" | "png") => {
    const { saveMap } = await import("./save-map.ts");
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
