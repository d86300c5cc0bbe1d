import { type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignInForm } from "#app/components/account/sign-in-form.tsx";
import { SignInFrame } from "#app/components/shell/sign-in-frame.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { deviceOf } from "#app/domain/device.ts";
import { GivenPassword } from "#app/domain/password.ts";
import { Problem } from "#app/domain/problem.ts";
import { answeringForm, readForm, textOf } from "#app/form.server.ts";
import { forAnyone } from "#app/http.server.ts";
import { ownPath } from "#app/own-path.ts";
import { pageTitle } from "#app/page-title.ts";
import { sessionHolds, signIn } from "#app/services/accounts.server.ts";
import { sessionCookie, tokenOfCookie } from "#app/session.server.ts";
import { countTry } from "#app/sign-in-limit.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "sign_in.title") }];

export const loader = forAnyone(async ({ request, context }) => {
  const next = ownPath(new URL(request.url).searchParams.get("next"));
  const token = tokenOfCookie(request.headers.get("Cookie"));
  if (token && (await sessionHolds({ house: context.house, token, operationId: null }))) throw redirect(next ?? "/");
  return { next };
});

/** Unknown account and wrong password are answered alike; how often one may try is counted before either is looked at. */
export const action = forAnyone(async ({ request, context }) => {
  const form = await readForm(request);
  return answeringForm(form, async () => {
    const email = textOf(form, "email").trim().slice(0, 254);
    const password = GivenPassword.safeParse(textOf(form, "password"));
    await countTry(context, email);
    const label = deviceOf(request.headers.get("User-Agent"));
    const opened = await signIn(context.house, { email, password: password.data ?? "", label });
    if (!opened) throw new Problem("invalid", "sign_in.refused");
    await context.limits.signedIn(email, context.address);
    const headers = { "Set-Cookie": sessionCookie(opened.token, { secure: context.secure, hours: opened.hours }) };
    throw redirect(ownPath(form.get("next")) ?? "/", { headers });
  });
});

export default function SignIn() {
  const text = useText();
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SignInFrame title={text("sign_in.title")} help={text("sign_in.no_account")}>
      <SignInForm next={next} refused={answer?.refused} />
    </SignInFrame>
  );
}
