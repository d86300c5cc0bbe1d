import { NumberInput, Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useReport, useSet, useTyped } from "./report-context.ts";

/** A point: typed as it stands on a receiver. How exact it is has to be said. */
export function PickOnMap({ path }: { path: string }) {
  const text = useText();
  const { choices } = useReport();
  const [lat, lon] = [useTyped(`${path}.lat`), useTyped(`${path}.lon`)];
  const precision = useTyped(`${path}.precision`);
  const set = useSet();
  const precisions = (choices.codes.geo_precision ?? []).filter((code) => code !== "country");
  return (
    <details className="more-tiles place-point" open={lat !== "" || lon !== "" || undefined}>
      <summary className="tile">{text("report.place.point")}</summary>
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
          value={precision}
          onChange={(event) => set({ [`${path}.precision`]: event.currentTarget.value })}
        />
      </div>
    </details>
  );
}
