import { CommodityMark } from "#app/components/ui/marks.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Slot } from "#app/domain/commodity.ts";
import { PRECISIONS, type Precision } from "#app/domain/place-mark.ts";

type MapLegendProps = {
  /** Kinds of goods that are on the map. */
  slots: readonly Slot[];
  /** Whether a country is hatched. */
  missing: boolean;
};

/** Form and colour say what, fill says how sure, what surrounds a mark says how well its place is known. */
export function MapLegend({ slots, missing }: MapLegendProps) {
  const text = useText();
  return (
    <div className="map-legend">
      <ul className="map-legend-goods">
        {slots.map((slot) => (
          <li key={slot}>
            <CommodityMark slot={slot} />
            {text(`slot.${slot}`)}
          </li>
        ))}
      </ul>
      <ul className="map-legend-sure">
        <li>
          <Sign />
          {text("map.key.confirmed")}
        </li>
        <li>
          <Sign hollow />
          {text("map.key.provisional")}
        </li>
        {missing && (
          <li>
            <span className="map-legend-hatch" aria-hidden="true" />
            {text("map.key.missing")}
          </li>
        )}
      </ul>
      <ul>
        {PRECISIONS.map((precision) => (
          <li key={precision}>
            <Sign precision={precision} />
            {text(`map.precision.${precision}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sign({ hollow = false, precision = "facility" }: { hollow?: boolean; precision?: Precision }) {
  return (
    <svg className="map-sign" width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true">
      {precision === "area" && <circle r="9.5" className="map-sign-area" />}
      {precision === "city" && <circle r="8.5" className="map-sign-ring" />}
      {precision === "country" && <circle r="8.5" className="map-sign-ring map-sign-dotted" />}
      {precision === "exact" && <path d="M-10 0H-6.5M6.5 0H10M0 -10V-6.5M0 6.5V10" className="map-sign-ring" />}
      <circle r="4" className={hollow ? "map-sign-hollow" : "map-sign-dot"} />
    </svg>
  );
}
