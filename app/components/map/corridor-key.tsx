import { useText } from "#app/components/ui/text-context.tsx";
import { corridorWidth } from "./corridor-features.ts";

const EXAMPLES = [1, 5, 10] as const;

/** How wide a line is for how many cases, and that dashes are only intended. */
export function CorridorKey() {
  const text = useText();
  return (
    <ul className="map-corridor-key">
      {EXAMPLES.map((cases) => (
        <li key={cases}>
          <svg width="38" height="12" viewBox="0 0 38 12" aria-hidden="true">
            <path d="M1 6H37" className="map-corridor-line" strokeWidth={corridorWidth(cases)} />
          </svg>
          {text("map.key.cases", { n: cases })}
        </li>
      ))}
      <li>
        <svg width="38" height="12" viewBox="0 0 38 12" aria-hidden="true">
          <path d="M1 6H37" className="map-corridor-line" strokeWidth="2" strokeDasharray="5.4 5" />
        </svg>
        {text("map.key.intended")}
      </li>
    </ul>
  );
}
