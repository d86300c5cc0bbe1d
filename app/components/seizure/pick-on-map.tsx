import { useState } from "react";
import { PlacePicker } from "#app/components/map/place-picker.tsx";
import { NumberInput, Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useBoundariesUrl } from "#app/components/workspace/use-workspace.ts";
import { useReport, useSet, useTyped } from "./report-context.ts";

/** A point: clicked on the map, or typed as it stands on a receiver. How exact it is has to be said. */
export function PickOnMap({ path, name }: { path: string; name: string }) {
  const text = useText();
  const { isKept } = useReport();
  const [lat, lon] = [useTyped(`${path}.lat`), useTyped(`${path}.lon`)];
  const [open, setOpen] = useState(false);
  return (
    <details
      className="more-tiles place-point"
      open={lat !== "" || lon !== "" || undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="tile">{text("report.place.map")}</summary>
      {/* The map comes over the line; a form that is written without one has the numbers. */}
      {open && !isKept && <OnMap path={path} name={name} />}
      <Position path={path} />
    </details>
  );
}

function OnMap({ path, name }: { path: string; name: string }) {
  const { own } = useReport().choices;
  const picked = pickedOf(useTyped(`${path}.lat`), useTyped(`${path}.lon`));
  const country = useTyped(`${path}.country`) || own.country;
  const boundariesUrl = useBoundariesUrl();
  const set = useSet();
  return (
    <PlacePicker
      name={name}
      value={picked}
      country={country}
      boundariesUrl={boundariesUrl}
      onPick={({ lat, lon }) =>
        set({
          [`${path}.lat`]: String(lat),
          [`${path}.lon`]: String(lon),
          [`${path}.placeId`]: "",
          [`${path}.precision`]: "exact",
        })
      }
    />
  );
}

function pickedOf(lat: string, lon: string) {
  const [north, east] = [Number(lat.replace(",", ".")), Number(lon.replace(",", "."))];
  const whole = lat.trim() !== "" && lon.trim() !== "" && Math.abs(north) <= 90 && Math.abs(east) <= 180;
  return whole ? { lat: north, lon: east } : null;
}

function Position({ path }: { path: string }) {
  const text = useText();
  const { choices } = useReport();
  const [lat, lon] = [useTyped(`${path}.lat`), useTyped(`${path}.lon`)];
  const precision = useTyped(`${path}.precision`);
  const set = useSet();
  const precisions = (choices.codes.geo_precision ?? []).filter((code) => code !== "country");
  return (
    <div className="place-position">
      <NumberInput
        name={`${path}.lat`}
        aria-label={text("report.place.lat")}
        placeholder={text("report.place.lat")}
        value={lat}
        onChange={(event) => set({ [`${path}.lat`]: event.currentTarget.value })}
      />
      <NumberInput
        name={`${path}.lon`}
        aria-label={text("report.place.lon")}
        placeholder={text("report.place.lon")}
        value={lon}
        onChange={(event) => set({ [`${path}.lon`]: event.currentTarget.value })}
      />
      <Select
        name={`${path}.precision`}
        aria-label={text("report.place.precision")}
        none={text("report.place.precision")}
        options={precisions.map((code) => ({ value: code, label: text.code("geo_precision", code) }))}
        value={precision === "country" ? "" : precision}
        onChange={(event) => set({ [`${path}.precision`]: event.currentTarget.value })}
      />
    </div>
  );
}
