import { lazy, Suspense } from "react";
import { LoadingFrame } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { MapParticipant } from "./base-layer.tsx";
import type { CountryNames, PlaceNames } from "./map-names.ts";
import "./map.css";

export type SeizureMapProps = {
  fact: SeizureFact;
  participants: readonly MapParticipant[];
  names?: CountryNames;
  placeNames?: PlaceNames;
  boundariesUrl?: string | null;
};

const View = lazy(() =>
  import("./seizure-map-view.client.tsx").then(({ SeizureMapView }) => ({ default: SeizureMapView })),
);

/** Where one seizure was made and how the goods travelled. The page lists the route in words, so this adds no table. */
export function SeizureMap(props: SeizureMapProps) {
  const hydrated = useHydrated();
  const text = useText();
  const waiting = (
    <div className="map map-waiting">
      <LoadingFrame rows={0}>{text("map.loading")}</LoadingFrame>
    </div>
  );
  return hydrated ? (
    <Suspense fallback={waiting}>
      <View {...props} />
    </Suspense>
  ) : (
    waiting
  );
}
