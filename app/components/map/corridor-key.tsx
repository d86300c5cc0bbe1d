import { useText } from "#app/components/ui/text-context.tsx";
import { corridorWidth, quantityWidth } from "./corridor-features.ts";
import { useCorridorWords } from "./corridor-words.ts";
import type { MapData } from "./map-data.ts";

const CASES = [1, 5, 10] as const;
/** The most of a quantity, and a line of half its width above the thinnest. */
const SHARES = [0.25, 1] as const;

/** How wide a line is for how many cases or how much, which view it is, and that dashes are only intended. */
export function CorridorKey({ data }: { data: Pick<MapData, "look" | "corridors"> }) {
  const text = useText();
  const { look } = useCorridorWords(data.look);
  const widths = useWidths(data);
  return (
    <>
      <p className="caption map-corridor-look">{look.join(" · ")}</p>
      <ul className="map-corridor-key">
        {widths.map(({ width, name }) => (
          <li key={name}>
            <Line width={width} />
            {name}
          </li>
        ))}
        {data.look.view === "trade_flow" && (
          <li>
            <Line width={2} dashes="5.4 5" />
            {text("map.key.intended")}
          </li>
        )}
      </ul>
    </>
  );
}

/** Examples of widths with what they stand for. */
export function useWidths({ look, corridors }: Pick<MapData, "look" | "corridors">): { width: number; name: string }[] {
  const text = useText();
  const { sum } = useCorridorWords(look);
  if (look.quantity === null)
    return CASES.map((n) => ({ width: corridorWidth(n), name: text("map.key.cases", { n }) }));
  const most = Number(corridors[0]?.quantity?.amount ?? 0);
  if (most === 0) return [];
  return SHARES.map((share) => {
    const amount = Number((most * share).toPrecision(3));
    return { width: quantityWidth(amount, most), name: sum(String(amount)) };
  });
}

function Line({ width, dashes }: { width: number; dashes?: string }) {
  return (
    <svg width="38" height="12" viewBox="0 0 38 12" aria-hidden="true">
      <path d="M1 6H37" className="map-corridor-line" strokeWidth={width} strokeDasharray={dashes} />
    </svg>
  );
}
