import { todaysZone } from "./domain/zone-name.ts";
import { isLocale, type Locale, preferredLocale } from "./messages/index.ts";

export const THEMES = ["dark", "light"] as const;
export const DENSITIES = ["dense", "comfortable"] as const;

/** How a reader wants the pages drawn. Kept in cookies, so that the first byte is already right: nothing flashes. */
export type Preferences = {
  locale: Locale;
  theme: (typeof THEMES)[number];
  density: (typeof DENSITIES)[number];
  /** IANA zone of the browser as its scripts last told it; UTC before. */
  zone: string;
};

const YEAR = 31_536_000;

/** What was chosen on this device; a choice that nobody has made is missing. */
export function chosenPreferences(request: Request): Partial<Preferences> {
  const cookies = cookiesOf(request);
  const locale = cookies.get("naga_locale");
  return {
    locale: isLocale(locale) ? locale : undefined,
    theme: THEMES.find((theme) => theme === cookies.get("naga_theme")),
    density: DENSITIES.find((density) => density === cookies.get("naga_density")),
    zone: knownZone(cookies.get("naga_zone")) ?? undefined,
  };
}

export function preferencesOf(request: Request): Preferences {
  const { locale, theme, density, zone } = chosenPreferences(request);
  return {
    locale: locale ?? preferredLocale(request.headers.get("Accept-Language")),
    theme: theme ?? "dark",
    density: density ?? "dense",
    zone: zone ?? "UTC",
  };
}

/** The cookies that a preferences form sets; what it does not name or misspells stays as it was. */
export function preferenceCookies(form: FormData): string[] {
  const locale = form.get("locale");
  const theme = THEMES.find((known) => known === form.get("theme"));
  const density = DENSITIES.find((known) => known === form.get("density"));
  return [
    ...(isLocale(locale) ? [cookie("naga_locale", locale)] : []),
    ...(theme ? [cookie("naga_theme", theme)] : []),
    ...(density ? [cookie("naga_density", density)] : []),
  ];
}

function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax`;
}

function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.get("Cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return new Map(pairs.map(([name = "", value = ""]) => [name, value]));
}

function knownZone(encoded: string | undefined): string | null {
  if (!encoded || encoded.length > 80) return null;
  try {
    const zone = decodeURIComponent(encoded);
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return todaysZone(zone);
  } catch {
    return null;
  }
}
