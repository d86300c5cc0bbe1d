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

/** The zones of a country by its code; none where it is no country's, or has none that we know. */
export function zonesOfCountry(code: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(code)) return [];
  const country: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] } = new Intl.Locale(`und-${code}`);
  // Newer programs have the method, older ones the property.
  return country.getTimeZones?.() ?? country.timeZones ?? [];
}
