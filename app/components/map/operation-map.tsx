import { lazy, Suspense, useMemo } from "react";
import { LoadingFrame } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { mapData } from "./map-data.ts";
import { useMapNames } from "./map-names.ts";
import { MapTable } from "./map-table.tsx";
import { countryNames, NO_NAMES, type OperationMapProps } from "./operation-map-props.ts";
import "./map.css";

const View = lazy(() =>
  import("./operation-map-view.client.tsx").then(({ OperationMapView }) => ({ default: OperationMapView })),
);

/** The operation's map. The drawing loads only in the browser and only where it is used; without scripts it is a table. */
export function OperationMap(props: OperationMapProps) {
  const hydrated = useHydrated();
  if (!hydrated) return <StillMap {...props} />;
  return (
    <Suspense fallback={<MapWaiting />}>
      <View {...props} />
    </Suspense>
  );
}

/** Before scripts run: room for the map, and the same in rows for those whose browser runs none. */
function StillMap(props: OperationMapProps) {
  return (
    <>
      <noscript>
        <TableOfMap {...props} />
      </noscript>
      <MapWaiting />
    </>
  );
}

function TableOfMap(props: OperationMapProps) {
  const text = useText();
  const data = useMemo(() => mapData(props.source), [props.source]);
  const words = useMapNames(countryNames(props), props.placeNames ?? NO_NAMES);
  return (
    <>
      <p className="caption">{text("map.no_script")}</p>
      <MapTable data={data} names={words} />
    </>
  );
}

function MapWaiting() {
  const text = useText();
  return (
    <section className="map map-waiting" aria-label={text("map.title")}>
      <LoadingFrame rows={0}>{text("map.loading")}</LoadingFrame>
    </section>
  );
}
