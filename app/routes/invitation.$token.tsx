import { data, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { InvitationForm } from "#app/components/account/invitation-form.tsx";
import { InvitationOver } from "#app/components/account/invitation-over.tsx";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { deviceOf } from "#app/domain/device.ts";
import { Password } from "#app/domain/password.ts";
import { answeringForm, parsed, readForm, textOf } from "#app/form.server.ts";
import { forAnyone } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { acceptInvitation, invitedPerson } from "#app/services/accounts.server.ts";
import { sessionCookie } from "#app/session.server.ts";

export const meta: MetaFunction<typeof loader> = ({ matches }) => [
  { title: pageTitle(matches, "sign_in.title") },
  { name: "robots", content: "noindex" },
];

const GONE = 410;
const Chosen = z
  .object({ password: Password, again: z.string().transform((typed) => typed.normalize("NFKC")) })
  .refine((chosen) => chosen.password === chosen.again, { path: ["again"], error: "password.mismatch" });

export const loader = forAnyone(async ({ params, context }) => {
  const invited = await invitedPerson(context.house, params.token ?? "");
  return data({ invited }, { status: invited ? 200 : GONE });
});

export const action = forAnyone(async ({ request, params, context }) => {
  const form = await readForm(request);
  return answeringForm(form, async () => {
    const { password } = parsed(Chosen, { password: textOf(form, "password"), again: textOf(form, "again_password") });
    const label = deviceOf(request.headers.get("User-Agent"));
    const opened = await acceptInvitation(context.house, { token: params.token ?? "", password, label });
    // Used in the meantime: the page itself says so when it is asked again.
    if (!opened) throw redirect(`/invitation/${params.token}`);
    const headers = { "Set-Cookie": sessionCookie(opened.token, { secure: context.secure, hours: opened.hours }) };
    throw redirect("/", { headers });
  });
});

export default function Invitation() {
  const { invited } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  if (!invited) return <InvitationOver />;
  return <InvitationForm invited={invited} refused={answer?.refused} />;
}
