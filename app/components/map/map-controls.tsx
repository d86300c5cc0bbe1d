import { CornersOutIcon } from "@phosphor-icons/react/dist/ssr/CornersOut";
import { MinusIcon } from "@phosphor-icons/react/dist/ssr/Minus";
import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { StackIcon } from "@phosphor-icons/react/dist/ssr/Stack";
import { TableIcon } from "@phosphor-icons/react/dist/ssr/Table";
import type { ReactNode } from "react";
import { IconButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { PLACE_LAYERS, PLACE_SHAPES, type PlaceLayer } from "./map-image-names.ts";
import { MapMenu } from "./map-menu.tsx";

export const MAP_LAYERS = ["corridors", "seizures", "labels", ...PLACE_LAYERS] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

type MapControlsProps = {
  onZoom: (step: 1 | -1) => void;
  /** Left out where there is nothing to fit. */
  onFit?: () => void;
  /** Left out where there is no table to change to. */
  onTable?: () => void;
  /** A button of the page, among the others. */
  children?: ReactNode;
  layers?: { hidden: ReadonlySet<MapLayer>; onToggle: (layer: MapLayer) => void };
};

export function MapControls({ onZoom, onFit, onTable, children, layers }: MapControlsProps) {
  const text = useText();
  return (
    <div className="map-controls">
      <div className="map-control-group">
        <IconButton icon={PlusIcon} label={text("map.control.zoom_in")} onClick={() => onZoom(1)} />
        <IconButton icon={MinusIcon} label={text("map.control.zoom_out")} onClick={() => onZoom(-1)} />
      </div>
      {(layers || onFit || onTable) && (
        <div className="map-control-group">
          {layers && <LayerMenu {...layers} />}
          {onFit && <IconButton icon={CornersOutIcon} label={text("map.control.fit")} onClick={onFit} />}
          {children}
          {onTable && <IconButton icon={TableIcon} label={text("map.control.table")} onClick={onTable} />}
        </div>
      )}
    </div>
  );
}

function LayerMenu({ hidden, onToggle }: NonNullable<MapControlsProps["layers"]>) {
  const text = useText();
  return (
    <MapMenu icon={StackIcon} label={text("map.control.layers")}>
      {() =>
        MAP_LAYERS.map((layer) => (
          <li key={layer}>
            <label>
              <input type="checkbox" checked={!hidden.has(layer)} onChange={() => onToggle(layer)} />
              {isPlaceLayer(layer) && <PlaceShape layer={layer} />}
              {text(`map.layer.${layer}`)}
            </label>
          </li>
        ))
      }
    </MapMenu>
  );
}

const isPlaceLayer = (layer: MapLayer): layer is PlaceLayer => PLACE_LAYERS.some((one) => one === layer);

/** The shape by which places of this kind are told on the map. */
function PlaceShape({ layer }: { layer: PlaceLayer }) {
  const points = PLACE_SHAPES[layer].map((point) => point.join(",")).join(" ");
  return (
    <svg viewBox="-6 -6 12 12" width={12} height={12} aria-hidden="true">
      <polygon points={points} fill="none" stroke="currentColor" strokeWidth={1.2} strokeLinejoin="round" />
    </svg>
  );
}
