import { CornersOutIcon } from "@phosphor-icons/react/dist/ssr/CornersOut";
import { MinusIcon } from "@phosphor-icons/react/dist/ssr/Minus";
import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { StackIcon } from "@phosphor-icons/react/dist/ssr/Stack";
import { TableIcon } from "@phosphor-icons/react/dist/ssr/Table";
import type { ReactNode } from "react";
import { IconButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { MapMenu } from "./map-menu.tsx";

export const MAP_LAYERS = ["corridors", "seizures", "labels"] as const;
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
              {text(`map.layer.${layer}`)}
            </label>
          </li>
        ))
      }
    </MapMenu>
  );
}
