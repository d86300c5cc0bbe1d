import { Form } from "@remix-run/react";
import { AskPassword } from "#app/components/form/ask.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { SignInFrame } from "#app/components/shell/sign-in-frame.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { RichText, useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";

type InvitationFormProps = {
  invited: { name: string; email: string; agency: string; expiresAt: string };
  refused: FormAnswer | undefined;
};

/** The first password of an account. The address stands in the form too, so that the browser keeps both together. */
export function InvitationForm({ invited, refused }: InvitationFormProps) {
  const text = useText();
  const format = useFormat();
  const { name, email, agency, expiresAt } = invited;
  return (
    <SignInFrame
      title={text("invitation.title", { name })}
      help={text("invitation.until", { until: format.moment(expiresAt) })}
    >
      <p className="muted">
        <RichText id="invitation.text" values={{ agency, email }} />
      </p>
      <FormState refused={refused}>
        <Form method="post" reloadDocument className="stack gap-4">
          <FormErrors
            refused={refused}
            labels={{ password: text("invitation.password"), again: text("invitation.again") }}
          />
          <input type="hidden" name="username" value={email} autoComplete="username" />
          <AskPassword
            name="password"
            label={text("invitation.password")}
            hint={text("invitation.password.hint")}
            autoComplete="new-password"
          />
          <AskPassword
            name="again"
            field="again_password"
            label={text("invitation.again")}
            autoComplete="new-password"
          />
          <Button type="submit" kind="primary" size="large" wide>
            {text("invitation.submit")}
          </Button>
        </Form>
      </FormState>
    </SignInFrame>
  );
}
