import { Form } from "@remix-run/react";
import { AskPassword, AskText } from "#app/components/form/ask.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormAnswer } from "#app/form-answer.ts";

/** Address and password. A new document answers, since language and rights of the whole page change with it. */
export function SignInForm({ next, refused }: { next: string | null; refused: FormAnswer | undefined }) {
  const text = useText();
  return (
    <FormState refused={refused}>
      <Form method="post" reloadDocument className="stack gap-4">
        <FormErrors refused={refused} />
        {next && <input type="hidden" name="next" value={next} />}
        <AskText
          name="email"
          label={text("sign_in.email")}
          input={{ type: "email", autoComplete: "username", required: true, autoFocus: !refused, spellCheck: false }}
        />
        <AskPassword name="password" label={text("sign_in.password")} autoComplete="current-password" />
        <Button type="submit" kind="primary" size="large" wide>
          {text("sign_in.submit")}
        </Button>
      </Form>
    </FormState>
  );
}
