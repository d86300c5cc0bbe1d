import { useText } from "#app/components/ui/text-context.tsx";
import { boundsOf } from "./map-bounds.ts";
import { type Choice, contentOf } from "./map-choice.ts";
import { useMap } from "./map-context.ts";
import { MapControls, type MapLayer } from "./map-controls.tsx";
import type { MapData } from "./map-data.ts";
import type { MapNames } from "./map-names.ts";
import { MapPanel } from "./map-panel.tsx";

type OperationOverlayProps = {
  data: MapData;
  names: MapNames;
  hidden: ReadonlySet<MapLayer>;
  onToggle: (layer: MapLayer) => void;
  onTable: () => void;
  choice: Choice | null;
  onChoose: (choice: Choice | null) => void;
  seizureHref?: (id: string) => string;
};

const FIT = { padding: 60, maxZoom: 5 };
const NEAR = { padding: 120, maxZoom: 9 };

/** What floats over the map: the controls, and the panel of what is opened. */
export function OperationOverlay(props: OperationOverlayProps) {
  const { data, names, hidden, onToggle, onTable, choice, onChoose, seizureHref } = props;
  const { map } = useMap();
  const text = useText();
  const content = choice && contentOf(choice, data, names, ({ kind }) => text(`map.corridor.${kind}`));
  const show = (keys: readonly string[] | null, options: typeof FIT) => {
    const bounds = boundsOf(data.places.filter(({ key }) => keys?.includes(key) ?? true).map(({ at }) => at));
    if (bounds) map.fitBounds([bounds.west, bounds.south, bounds.east, bounds.north], options);
  };
  const close = () => {
    onChoose(null);
    map.getCanvas().focus();
  };
  const nearer = choice?.kind === "places" && choice.keys.length > 1 ? () => show(choice.keys, NEAR) : undefined;
  return (
    <>
      <MapControls
        onZoom={(step) => (step > 0 ? map.zoomIn() : map.zoomOut())}
        onFit={() => show(null, FIT)}
        onTable={onTable}
        layers={{ hidden, onToggle }}
      />
      {content && <MapPanel content={content} seizureHref={seizureHref} onNearer={nearer} onClose={close} />}
    </>
  );
}
