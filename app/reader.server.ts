import type { AppLoadContext } from "@remix-run/node";
import { readerOfPerson } from "#db/queries/readers.server.ts";
import "./messages/all.server.ts";
import { isLocale } from "./messages/index.ts";
import { chosenPreferences, type Preferences, preferencesOf } from "./preferences.ts";
import { read } from "./services/write.server.ts";
import { tokenOfCookie } from "./session.server.ts";

/** Who reads a page, and how. */
export type Reader = Preferences & { person: { name: string; agency: string } | null };

/** The device's choice first, then the person's, then what the browser asks for. */
export async function readerOf(request: Request, context: AppLoadContext): Promise<Reader> {
  const drawn = preferencesOf(request);
  const person = await signedIn(request, context);
  if (!person) return { ...drawn, person: null };
  const chosen = chosenPreferences(request);
  const locale = chosen.locale ?? (isLocale(person.locale) ? person.locale : drawn.locale);
  const zone = chosen.zone ?? person.zone ?? drawn.zone;
  return { ...drawn, locale, zone, person: { name: person.name, agency: person.agency } };
}

/** Null without a session, and while the database is away: the page's own loader says so better than the frame could. */
async function signedIn(request: Request, context: AppLoadContext) {
  const token = tokenOfCookie(request.headers.get("Cookie"));
  if (!token) return null;
  try {
    const acting = { house: context.house, token, operationId: null };
    return await read(acting, (tx, self) => readerOfPerson(tx, self.person.id));
  } catch {
    return null;
  }
}
