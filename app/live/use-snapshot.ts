import { useSyncExternalStore } from "react";
import type { FactFilter } from "../domain/fact-filter.ts";
import type { EvaluatedFigures, Today } from "../domain/figures/result.ts";
import type { Snapshot } from "./snapshot.ts";

/** Draws again after every fold; the number tells one state of the snapshot from the next. */
export function useSnapshotVersion(snapshot: Snapshot): number {
  return useSyncExternalStore(snapshot.watch, snapshot.version, snapshot.version);
}

/** The figures of a filter, current after every fold. Filter and day are kept by whoever asks. */
export function useFigures(snapshot: Snapshot, filter: FactFilter, today: Today): EvaluatedFigures {
  useSnapshotVersion(snapshot);
  return snapshot.figures(filter, today);
}
