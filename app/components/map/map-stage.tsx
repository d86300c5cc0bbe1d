import { useEffect } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWidthsOf } from "./corridor-key.tsx";
import type { CorridorLook } from "./corridor-look.ts";
import { useCorridorWords } from "./corridor-words.ts";
import { useMap } from "./map-context.ts";
import type { MapLayer } from "./map-controls.tsx";
import type { MapStage } from "./stage.ts";

type TellStageProps = {
  look: CorridorLook;
  hidden: ReadonlySet<MapLayer>;
  onStage: (stage: MapStage | null) => void;
};

/** Tells the page of its map, and again when it is looked at otherwise; null once there is none any more. */
export function TellStage({ look, hidden, onStage }: TellStageProps) {
  const { map, tokens } = useMap();
  const text = useText();
  const widthsOf = useWidthsOf(look);
  const words = useCorridorWords(look);
  const said = words.look.join(" · ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: words change with the language, and that is another page.
  useEffect(() => {
    const keyOf: MapStage["keyOf"] = (data, slots) => ({
      goods: slots.map((slot) => ({ slot, name: text(`slot.${slot}`) })),
      corridors: { widths: widthsOf(data), intended: look.view === "trade_flow" ? text("map.key.intended") : null },
      certain: { confirmed: text("map.key.confirmed"), provisional: text("map.key.provisional") },
    });
    onStage({ map, tokens, look, hidden, said, keyOf });
    return () => onStage(null);
  }, [map, tokens, look, hidden, onStage]);
  return null;
}
