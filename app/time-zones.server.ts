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

/** Where the capital of a country with several zones is: its administration works by that clock. */
const CAPITALS: Readonly<Record<string, string>> = {
  AR: "America/Argentina/Buenos_Aires",
  AU: "Australia/Sydney",
  BR: "America/Sao_Paulo",
  CA: "America/Toronto",
  CD: "Africa/Kinshasa",
  CL: "America/Santiago",
  CN: "Asia/Shanghai",
  CY: "Asia/Nicosia",
  DE: "Europe/Berlin",
  EC: "America/Guayaquil",
  ES: "Europe/Madrid",
  FM: "Pacific/Pohnpei",
  ID: "Asia/Jakarta",
  KI: "Pacific/Tarawa",
  KZ: "Asia/Almaty",
  MN: "Asia/Ulaanbaatar",
  MX: "America/Mexico_City",
  MY: "Asia/Kuala_Lumpur",
  NZ: "Pacific/Auckland",
  PF: "Pacific/Tahiti",
  PG: "Pacific/Port_Moresby",
  PT: "Europe/Lisbon",
  RU: "Europe/Moscow",
  UA: "Europe/Kyiv",
  US: "America/New_York",
  UZ: "Asia/Tashkent",
};

/** The zone of an administration by the code of its country; null where it is no country's, or has none that we know. */
export function zoneOfCountry(code: string): string | null {
  if (!/^[A-Z]{2}$/.test(code)) return null;
  const country: Intl.Locale & { timeZones?: string[]; getTimeZones?: () => string[] } = new Intl.Locale(`und-${code}`);
  // Newer programs have the method, older ones the property.
  return CAPITALS[code] ?? country.getTimeZones?.()[0] ?? country.timeZones?.[0] ?? null;
}
