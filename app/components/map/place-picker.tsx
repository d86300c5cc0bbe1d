import { lazy, Suspense } from "react";
import { LoadingFrame } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { withTexts } from "#app/page-texts.ts";
import "./map-frame.css";
import "./map-picker.css";

export type PickedPlace = { lat: number; lon: number };

export type PlacePickerProps = {
  /** Which place it is. */
  name: string;
  value: PickedPlace | null;
  /** Four decimals, about ten metres. */
  onPick: (place: PickedPlace) => void;
  /** Where to begin while nothing is picked: an ISO code, usually the reporter's. */
  country?: string | null;
  boundariesUrl?: string | null;
};

const View = lazy(() =>
  withTexts(() => import("./place-picker-view.client.tsx")).then(({ PlacePickerView }) => ({
    default: PlacePickerView,
  })),
);

/** A click on the map as a position. The form has fields for latitude and longitude too: those are there without scripts. */
export function PlacePicker(props: PlacePickerProps) {
  const hydrated = useHydrated();
  const text = useText();
  if (!hydrated) return null;
  return (
    <Suspense
      fallback={
        <div className="map map-waiting map-small">
          <LoadingFrame rows={0}>{text("map.loading")}</LoadingFrame>
        </div>
      }
    >
      <View {...props} />
    </Suspense>
  );
}
