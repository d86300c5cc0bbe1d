declare module "virtual:texts" {
  import type { Locale, TextFiles } from "#app/messages/index.ts";
  /** Where the build has put the texts of each language. */
  export const TEXTS: Record<Locale, TextFiles>;
}
