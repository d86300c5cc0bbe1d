import { useState } from "react";
import type { Id } from "#app/domain/id.ts";
import { useArrivals } from "#app/live/live-context.tsx";

const MOST = 40;

/** Ids of the seizures that came while the page was open, newest last, for the lights on the map. */
export function useArrivedIds(): readonly Id[] {
  const [ids, setIds] = useState<readonly Id[]>([]);
  useArrivals(({ facts, late }) => {
    if (!late) setIds((known) => [...known, ...facts.map((fact) => fact.id)].slice(-MOST));
  });
  return ids;
}
