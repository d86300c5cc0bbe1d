import { todaysZone } from "#app/domain/zone-name.ts";

/** Time zones by their names in the time zone database, made once: server and browser need not know the same ones. */
let zones: readonly string[] | undefined;

export function timeZones(): readonly string[] {
  zones ??= [
    "UTC",
    ...Intl.supportedValuesOf("timeZone")
      .filter((zone) => zone.includes("/"))
      .map(todaysZone),
  ];
  return zones;
}
