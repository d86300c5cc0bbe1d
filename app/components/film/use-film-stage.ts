import { useMemo, useState } from "react";
import type { MapStage } from "#app/components/map/stage.ts";

/** What a page that plays a film on its map keeps for both: whether it is being played, and what the map stands on. */
export function useFilmStage() {
  const [stage, setStage] = useState<MapStage | null>(null);
  const [playing, setPlaying] = useState(false);
  const map = useMemo(() => ({ playing, onStage: setStage }), [playing]);
  return { stage, setPlaying, map };
}
