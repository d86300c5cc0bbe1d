import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { precisionWithin } from "#app/domain/place-precision.ts";
import { useSet } from "./report-context.ts";

/** How long a phone may look for satellites, and how old a position may be that it still has. */
const PATIENCE = { enableHighAccuracy: true, timeout: 30_000, maximumAge: 60_000 };

type Asked = { is: "idle" | "asking" | "denied" | "away" } | { is: "taken"; metres: number };

/** The phone's own position, asked for by a tap alone; the browser then asks its user. */
export function PlaceHere({ path }: { path: string }) {
  const text = useText();
  const format = useFormat();
  const set = useSet();
  const [asked, setAsked] = useState<Asked>({ is: "idle" });
  // Browsers tell a position to https pages alone, and to nobody without scripts.
  const offered = useHydrated() && window.isSecureContext && "geolocation" in navigator;
  if (!offered) return null;

  function ask() {
    setAsked({ is: "asking" });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        set({
          [`${path}.lat`]: coords.latitude.toFixed(5),
          [`${path}.lon`]: coords.longitude.toFixed(5),
          [`${path}.precision`]: precisionWithin(coords.accuracy),
          [`${path}.placeId`]: "",
        });
        setAsked({ is: "taken", metres: Math.ceil(coords.accuracy) });
      },
      (refusal) => setAsked({ is: refusal.code === refusal.PERMISSION_DENIED ? "denied" : "away" }),
      PATIENCE,
    );
  }

  return (
    <div className="stack place-here">
      <Button type="button" size="large" wide busy={asked.is === "asking"} onClick={ask}>
        {text(asked.is === "asking" ? "report.place.here.asking" : "report.place.here")}
      </Button>
      <p className="field-hint" aria-live="polite">
        {asked.is === "taken" && text("report.place.here.taken", { metres: format.number(asked.metres) })}
        {(asked.is === "denied" || asked.is === "away") && text(`report.place.here.${asked.is}`)}
      </p>
    </div>
  );
}
