import { SelectionPlusIcon } from "@phosphor-icons/react/dist/ssr/SelectionPlus";
import { useState } from "react";
import { IconButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { CorridorLook } from "./corridor-look.ts";
import { useCorridorWords } from "./corridor-words.ts";
import { AreaLayer, DrawArea } from "./map-area.tsx";
import { boundsOf } from "./map-bounds.ts";
import { type Choice, contentOf, placesOf } from "./map-choice.ts";
import { useMap } from "./map-context.ts";
import { MapControls, type MapLayer } from "./map-controls.tsx";
import type { MapData } from "./map-data.ts";
import type { MapNames } from "./map-names.ts";
import { useNarrowings } from "./map-narrow.ts";
import { MapPanel } from "./map-panel.tsx";
import type { MapLink, MapPicture } from "./operation-map-props.ts";
import { PictureMenu } from "./picture-menu.tsx";
import { PrintedMap } from "./printed-map.tsx";
import { RoutesMenu } from "./routes-menu.tsx";

type OperationOverlayProps = {
  data: MapData;
  names: MapNames;
  hidden: ReadonlySet<MapLayer>;
  onToggle: (layer: MapLayer) => void;
  onTable: () => void;
  choice: Choice | null;
  onChoose: (choice: Choice | null) => void;
  seizureHref?: (id: string) => string;
  linked?: MapLink;
  picture?: MapPicture;
  onLook: (look: CorridorLook) => void;
};

const FIT = { padding: 60, maxZoom: 5 };
const NEAR = { padding: 120, maxZoom: 9 };

/** What floats over the map: the controls, and the panel of what is opened. */
export function OperationOverlay(props: OperationOverlayProps) {
  const { data, names, hidden, onToggle, onTable, choice, onChoose, seizureHref, linked, picture } = props;
  const { map } = useMap();
  const text = useText();
  const corridorWords = useCorridorWords(data.look);
  const content = choice && contentOf(choice, data, names, corridorWords.way);
  const show = (keys: readonly string[] | null, options: typeof FIT) => {
    const bounds = boundsOf(keys ? data.places.withKeys(keys).map(({ at }) => at) : data.places.points());
    if (bounds) map.fitBounds([bounds.west, bounds.south, bounds.east, bounds.north], options);
  };
  const narrowingsOf = useNarrowings(names);
  const [drawing, setDrawing] = useState(false);
  const leave = () => {
    setDrawing(false);
    map.getCanvas().focus();
  };
  const close = () => {
    onChoose(null);
    map.getCanvas().focus();
  };
  const keys = choice && choice.kind !== "corridor" ? placesOf(choice, data).map(({ key }) => key) : [];
  const nearer = keys.length > 1 ? () => show(keys, NEAR) : undefined;
  return (
    <>
      <MapControls
        onZoom={(step) => (step > 0 ? map.zoomIn() : map.zoomOut())}
        onFit={() => show(null, FIT)}
        onTable={onTable}
        layers={{ hidden, onToggle }}
      >
        <RoutesMenu source={data.source} look={data.look} onLook={props.onLook} />
        {linked && <IconButton icon={SelectionPlusIcon} label={text("linked.draw")} onClick={() => setDrawing(true)} />}
        {picture && <PictureMenu data={data} picture={picture} />}
      </MapControls>
      {picture && <PrintedMap data={data} picture={picture} />}
      {linked && <AreaLayer box={linked.filter.box} />}
      {linked && drawing && (
        <DrawArea
          onDrawn={(box) => {
            linked.commit({ ...linked.filter, box });
            leave();
          }}
          onLeave={leave}
        />
      )}
      {content && choice && (
        <MapPanel
          content={content}
          seizureHref={seizureHref}
          narrowings={
            linked &&
            narrowingsOf(choice, data).map(({ label, change }) => ({
              label,
              to: linked.addressOf({ ...linked.filter, ...change }),
            }))
          }
          onNearer={nearer}
          onClose={close}
        />
      )}
    </>
  );
}
