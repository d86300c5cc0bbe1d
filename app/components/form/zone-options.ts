import type { Option } from "#app/components/ui/inputs.tsx";
import type { Format } from "#app/messages/format.ts";

/** Zones by the towns that people know them by, with their own name behind where it says more. */
export function zoneOptions(zones: readonly string[], format: Format): Option[] {
  return zones
    .map((zone) => ({ value: zone, label: labelOf(format.zoneName(zone), zone) }))
    .sort((left, right) => (left.label < right.label ? -1 : 1));
}

function labelOf(town: string, zone: string): string {
  return town === zone ? zone : `${town} (${zone})`;
}
