import { SignInFrame } from "#app/components/shell/sign-in-frame.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** An invitation that was used, replaced or has run out: what to do about it. */
export function InvitationOver() {
  const text = useText();
  return (
    <SignInFrame title={text("invitation.over.title")}>
      <p className="muted">{text("invitation.over.text")}</p>
      <LinkButton to="/sign-in" kind="primary" size="large" wide>
        {text("sign_in.submit")}
      </LinkButton>
    </SignInFrame>
  );
}
