import { useMemo, useState } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import { BaseLayer, type MapLabel } from "./base-layer.tsx";
import { corridorFeatures } from "./corridor-features.ts";
import { CorridorLayer } from "./corridor-layer.tsx";
import { boundsOf } from "./map-bounds.ts";
import { clusterFinder, clustersAt } from "./map-clusters.ts";
import { useMap } from "./map-context.ts";
import { MapControls } from "./map-controls.tsx";
import { MapFrame } from "./map-frame.client.tsx";
import { countryNames } from "./operation-map-props.ts";
import { SeizureLayer } from "./seizure-layer.tsx";
import type { SeizureMapProps } from "./seizure-map.tsx";
import { type SeizureRoute, seizureRoute } from "./seizure-route.ts";
import { useMapZoom } from "./use-map-zoom.ts";

const PADDING = 40;

export function SeizureMapView({ fact, participants, names, boundariesUrl = null }: SeizureMapProps) {
  const text = useText();
  const [failed, setFailed] = useState(false);
  const route = useMemo(() => seizureRoute(fact), [fact]);
  const labels = useMemo(() => {
    const known = countryNames({ participants, names });
    return route.countries.flatMap((iso2, order): MapLabel[] => {
      const name = known[iso2];
      return name ? [{ iso2, name, order }] : [];
    });
  }, [route, participants, names]);
  if (failed) return <p className="caption">{text("map.failed_small")}</p>;
  return (
    <section className="map map-small" aria-label={text("map.route.title")}>
      <MapFrame
        label={text("map.route.title")}
        bounds={boundsOf(route.points)}
        padding={PADDING}
        onFail={() => setFailed(true)}
      >
        <BaseLayer participants={participants} labels={labels} boundariesUrl={boundariesUrl} />
        <RouteLayers route={route} />
      </MapFrame>
      <p className="map-disclaimer">{text("map.disclaimer")}</p>
    </section>
  );
}

function RouteLayers({ route }: { route: SeizureRoute }) {
  const { map } = useMap();
  const { step, settled } = useMapZoom();
  const clusters = useMemo(() => clustersAt(route.places, step), [route, step]);
  const features = useMemo(
    () => corridorFeatures(route.corridors, { zoom: settled, clusterAt: clusterFinder(clusters, settled) }),
    [route, clusters, settled],
  );
  const fit = () => {
    const bounds = boundsOf(route.points);
    if (bounds) map.fitBounds([bounds.west, bounds.south, bounds.east, bounds.north], { padding: PADDING, maxZoom: 5 });
  };
  return (
    <>
      <CorridorLayer features={features} chosen={null} visible />
      <SeizureLayer clusters={clusters} visible />
      <MapControls onZoom={(way) => (way > 0 ? map.zoomIn() : map.zoomOut())} onFit={fit} />
    </>
  );
}
