import type { ReactNode } from "react";
import { Logo } from "#app/components/ui/logo.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { LANGUAGES, LOCALES } from "#app/messages/index.ts";
import { THEMES } from "#app/preferences.ts";
import { PreferenceForm, usePreferences } from "./person-menu.tsx";
import { River } from "./river.tsx";
import "./door.css";

type SignInFrameProps = {
  title: string;
  /** The form. */
  children: ReactNode;
  /** What to do without an account; the demonstration's accounts. */
  help?: ReactNode;
};

/** The door: one half a river at night, the other the form. Also for invitations and forgotten sessions. */
export function SignInFrame({ title, children, help }: SignInFrameProps) {
  const text = useText();
  return (
    <div className="door">
      <header className="door-picture">
        <River />
        <div className="door-name">
          <Logo size={44} />
          <span>{text("shell.product")}</span>
        </div>
        <p className="door-claim">{text("sign_in.claim")}</p>
      </header>
      <main className="door-form form-large" id="content">
        <h1 className="title">{title}</h1>
        {children}
        {help && <div className="door-help">{help}</div>}
        <DoorFoot />
      </main>
    </div>
  );
}

function DoorFoot() {
  const text = useText();
  const now = usePreferences();
  return (
    <footer className="door-foot">
      <PreferenceForm className="door-choices">
        {LOCALES.filter((locale) => locale !== "pseudo").map((locale) => (
          <DoorChoice
            key={locale}
            name="locale"
            value={locale}
            on={now?.locale === locale}
            lang={LANGUAGES[locale].tag}
          >
            {LANGUAGES[locale].ownName}
          </DoorChoice>
        ))}
        <span className="spacer" />
        {THEMES.map((theme) => (
          <DoorChoice key={theme} name="theme" value={theme} on={now?.theme === theme}>
            {text(`shell.theme.${theme}`)}
          </DoorChoice>
        ))}
      </PreferenceForm>
      {LANGUAGES[text.locale].draft && <p className="caption">{text("shell.language.draft")}</p>}
      <p className="caption">{text("sign_in.logged")}</p>
    </footer>
  );
}

type DoorChoiceProps = { name: string; value: string; on: boolean; lang?: string; children: string };

function DoorChoice({ on, ...rest }: DoorChoiceProps) {
  return <button type="submit" className="door-choice" aria-pressed={on} {...rest} />;
}
