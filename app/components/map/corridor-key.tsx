import { useText } from "#app/components/ui/text-context.tsx";
import { corridorWidth, quantityWidth } from "./corridor-features.ts";
import type { CorridorLook } from "./corridor-look.ts";
import { useCorridorWords } from "./corridor-words.ts";
import type { MapData } from "./map-data.ts";

const CASES = [1, 5, 10] as const;
/** The most of a quantity, and a line of half its width above the thinnest. */
const SHARES = [0.25, 1] as const;

/** How wide a line is for how many cases or how much, which view it is, and that dashes are only intended. */
export function CorridorKey({ data }: { data: Pick<MapData, "look" | "corridors"> }) {
  const text = useText();
  const { look } = useCorridorWords(data.look);
  const widths = useWidthsOf(data.look)(data);
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

/** Examples of widths with what they stand for, for the corridors that are drawn. */
export function useWidthsOf(look: CorridorLook) {
  const text = useText();
  const { sum } = useCorridorWords(look);
  return ({ corridors }: Pick<MapData, "corridors">): { width: number; name: string }[] => {
    if (look.quantity === null)
      return CASES.map((n) => ({ width: corridorWidth(n), name: text("map.key.cases", { n }) }));
    const most = Number(corridors[0]?.quantity?.amount ?? 0);
    if (most === 0) return [];
    return SHARES.map((share) => {
      const amount = Number((most * share).toPrecision(3));
      return { width: quantityWidth(amount, most), name: sum(String(amount)) };
    });
  };
}

function Line({ width, dashes }: { width: number; dashes?: string }) {
  return (
    <svg width="38" height="12" viewBox="0 0 38 12" aria-hidden="true">
      <path d="M1 6H37" className="map-corridor-line" strokeWidth={width} strokeDasharray={dashes} />
    </svg>
  );
}
