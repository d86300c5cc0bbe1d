import { type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { AccountFrame } from "#app/components/account/account-frame.tsx";
import { PasswordForm } from "#app/components/account/password-form.tsx";
import { PreferencesForm } from "#app/components/account/preferences-form.tsx";
import { SessionsPanel } from "#app/components/account/sessions-panel.tsx";
import { refusalOf } from "#app/components/form/answer.ts";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { useText } from "#app/components/ui/text-context.tsx";
import { isTimeZone } from "#app/domain/calendar.ts";
import { Id } from "#app/domain/id.ts";
import { GivenPassword, Password } from "#app/domain/password.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, commandOf, parsed, readForm, textOf } from "#app/form.server.ts";
import { forPerson } from "#app/http.server.ts";
import { isLocale } from "#app/messages/index.ts";
import { pageTitle } from "#app/page-title.ts";
import { changePassword, changePreferences, endMySession, signOutEverywhere } from "#app/services/accounts.server.ts";
import { read } from "#app/services/write.server.ts";
import { endedSessionCookie } from "#app/session.server.ts";
import { countTry } from "#app/sign-in-limit.server.ts";
import { timeZones } from "#app/time-zones.server.ts";
import { findMyself, listMySessions } from "#db/queries/accounts.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "account.title") }];

export const loader = forPerson(async ({ acting }) =>
  read(acting, async (tx) => {
    const [myself, sessions] = [await findMyself(tx), await listMySessions(tx)];
    if (!myself) throw new Problem("unauthenticated", "session.ended");
    return { myself, sessions, zones: timeZones(), command: uuid() };
  }),
);

const Renewal = z
  .object({ old: GivenPassword, password: Password, again: z.string().transform((typed) => typed.normalize("NFKC")) })
  .refine((chosen) => chosen.password === chosen.again, { path: ["again"], error: "password.mismatch" });

const Preferences = z.object({
  locale: z.string().transform((chosen) => (isLocale(chosen) ? chosen : null)),
  zone: z.string().refine((chosen) => chosen === "" || isTimeZone(chosen), "zone.unknown"),
});

export const action = forPerson(async ({ request, acting, context }) => {
  const form = await readForm(request);
  return answeringForm(form, async (intent) => {
    if (intent === "end") {
      await endMySession(acting, parsed(Id, textOf(form, "session")));
    } else if (intent === "everywhere") {
      await signOutEverywhere(acting);
      throw redirect("/sign-in", { headers: { "Set-Cookie": endedSessionCookie(context.secure) } });
    } else if (intent === "password") {
      const [old, password, again] = ["old_password", "password", "again_password"].map((name) => textOf(form, name));
      const { old: given, password: chosen } = parsed(Renewal, { old, password, again });
      await countTry(context, `password ${acting.token}`);
      await changePassword(acting, { old: given, password: chosen });
    } else {
      if (intent !== "preferences") throw new Problem("invalid", "form.invalid");
      const { locale, zone } = parsed(Preferences, { locale: textOf(form, "locale"), zone: textOf(form, "zone") });
      await changePreferences(acting, commandOf(form, { locale, zone: zone === "" ? null : zone }));
    }
    return { done: intent };
  });
});

export default function Account() {
  const text = useText();
  const { myself, sessions, zones, command } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const done = answer && "done" in answer ? answer.done : undefined;
  return (
    <AccountFrame
      title={text("account.title")}
      lead={text("account.lead", { name: myself.name, unit: myself.unitName, agency: myself.agencyName })}
      administrator={myself.administrator}
    >
      <div className="parts">
        <SessionsPanel sessions={sessions} command={command} ended={done === "end"} />
        <PasswordForm
          command={command}
          email={myself.email}
          refused={refusalOf(answer, "password")}
          changed={done === "password"}
        />
        <PreferencesForm
          command={command}
          zones={zones}
          chosen={{ locale: myself.locale ?? "", zone: myself.zone ?? "" }}
          refused={refusalOf(answer, "preferences")}
          saved={done === "preferences"}
        />
      </div>
    </AccountFrame>
  );
}
