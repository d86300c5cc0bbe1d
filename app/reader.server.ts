import type { AppLoadContext } from "@remix-run/node";
import { readerOfPerson } from "#db/queries/readers.server.ts";
import "./messages/all.server.ts";
import { isLocale } from "./messages/index.ts";
import { chosenPreferences, type Preferences, preferencesOf } from "./preferences.ts";
import { SESSION_HOURS } from "./services/sessions.server.ts";
import { read } from "./services/write.server.ts";
import { tokenOfCookie } from "./session.server.ts";

/** Who reads a page, and how. */
/** `several`: whether the reader takes part in more than one operation and reads what is counted there. */
export type Reader = Preferences & {
  person: { id: string; name: string; agency: string; hours: number; several: boolean } | null;
};

/** The device's choice first, then the person's, then what the browser asks for. */
export async function readerOf(request: Request, context: AppLoadContext): Promise<Reader> {
  const drawn = preferencesOf(request);
  const person = await signedIn(request, context);
  if (!person) return { ...drawn, person: null };
  const chosen = chosenPreferences(request);
  const locale = chosen.locale ?? (isLocale(person.locale) ? person.locale : drawn.locale);
  const zone = chosen.zone ?? person.zone ?? drawn.zone;
  const { id, name, agency, several } = person;
  const shown = isShell(request) ? null : { id, name, agency, several, hours: SESSION_HOURS };
  return { ...drawn, locale, zone, person: shown };
}

/** The page that devices keep for times without a line holds nobody's data: who reads it, the device knows itself. */
function isShell(request: Request): boolean {
  return new URL(request.url).pathname === "/outbox";
}

/** Null without a session, and while the database is away: the page's own loader says so better than the frame could. */
async function signedIn(request: Request, context: AppLoadContext) {
  const token = tokenOfCookie(request.headers.get("Cookie"));
  if (!token) return null;
  try {
    const acting = { house: context.house, token, operationId: null };
    return await read(acting, async (tx, self) => {
      const reader = await readerOfPerson(tx, self.person.id);
      return reader && { id: self.person.id, ...reader };
    });
  } catch {
    return null;
  }
}
