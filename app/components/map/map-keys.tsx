import { useState } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import { CorridorKey } from "./corridor-key.tsx";
import type { MapData } from "./map-data.ts";
import { MapLegend } from "./map-legend.tsx";
import { RouteUnknownBox } from "./route-unknown-box.tsx";

type MapKeysProps = { data: MapData; missing: boolean; quietCorridors: number };

/** Legend, corridor scale and what is not known: always beside the map, folded away where there is little room. */
export function MapKeys({ data, missing, quietCorridors }: MapKeysProps) {
  const text = useText();
  const [roomy] = useState(() => window.matchMedia("(width >= 960px)").matches);
  return (
    <details className="map-keys" open={roomy}>
      <summary>{text("map.key")}</summary>
      <div className="map-keys-boxes">
        <MapLegend slots={data.slots} missing={missing} />
        <div className="map-routes">
          <CorridorKey data={data} />
          <RouteUnknownBox
            knowledge={data.knowledge}
            undrawn={{ places: data.places.undrawn, corridors: quietCorridors }}
          />
        </div>
      </div>
    </details>
  );
}
