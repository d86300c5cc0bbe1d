import { redirect } from "@remix-run/node";
import { readForm } from "#app/form.server.ts";
import { forAnyone } from "#app/http.server.ts";
import { preferenceCookies } from "#app/preferences.ts";

/** Language, theme and density, from any page and back to it; a plain form, so it works before scripts do. */
export const action = forAnyone(async ({ request }) => {
  const form = await readForm(request);
  const headers = new Headers();
  for (const cookie of preferenceCookies(form)) headers.append("Set-Cookie", cookie);
  return redirect(ownPath(form.get("back")), { status: 303, headers });
});

/** Nothing to see here. */
export function loader() {
  return redirect("/");
}

/** A path of this installation: never another host, whatever the form says. */
function ownPath(back: FormDataEntryValue | null): string {
  return typeof back === "string" && /^\/(?![/\\])/.test(back) ? back : "/";
}
