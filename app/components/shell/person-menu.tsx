import { CheckIcon } from "@phosphor-icons/react/dist/ssr/Check";
import { SignOutIcon } from "@phosphor-icons/react/dist/ssr/SignOut";
import { Form, Link, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { FormEvent, ReactNode } from "react";
import { Icon, type IconOf } from "#app/components/ui/icon.tsx";
import { Menu } from "#app/components/ui/menu.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { LANGUAGES, LOCALES } from "#app/messages/index.ts";
import { DENSITIES, type Preferences, THEMES } from "#app/preferences.ts";

export type ShellPerson = {
  name: string;
  /** Agency and country, under the name. */
  agency?: string;
  /** Whether the person takes part in more than one operation and reads what is counted there. */
  several?: boolean;
};

/** More ways behind the person: own account, accounts of the installation. */
export type ShellLink = { to: string; label: string; icon: IconOf };

type PersonMenuProps = { person: ShellPerson; links?: readonly ShellLink[] };

/** The person's initials; behind them language, appearance and the way out, all as plain forms. */
export function PersonMenu({ person, links = [] }: PersonMenuProps) {
  const text = useText();
  return (
    <Menu summaryClass="initials" label={text("shell.person", { name: person.name })} summary={initialsOf(person.name)}>
      <div className="menu-group">
        <p className="menu-person">
          <b>{person.name}</b>
          {person.agency && <span className="caption">{person.agency}</span>}
        </p>
        {links.map(({ to, label, icon }) => (
          <Link key={to} to={to} className="menu-item">
            <Icon of={icon} />
            {label}
          </Link>
        ))}
      </div>
      <PreferenceChoices />
      <Form method="post" action="/sign-out" reloadDocument className="menu-group" onSubmit={leaveNothingBehind}>
        <button type="submit" className="menu-item">
          <Icon of={SignOutIcon} />
          {text("shell.sign_out")}
        </button>
      </Form>
    </Menu>
  );
}

/** What waits on this device for a line would stay behind, locked: then the outbox asks what is to become of it. */
function leaveNothingBehind(event: FormEvent<HTMLFormElement>) {
  event.preventDefault();
  const form = event.currentTarget;
  import("#app/outbox/start.ts")
    .then(({ waitingHere }) => waitingHere())
    .catch(() => 0)
    .then((n) => (n > 0 ? location.assign("/outbox#sign-out") : form.submit()));
}

/** First letters of the first and the last word: "Lê Thị Mai" is LM. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => Array.from(word ?? "")[0] ?? "");
  return letters.join("").toLocaleUpperCase();
}

/** What the page is drawn with now, as the document's loader gave it. */
export function usePreferences(): Preferences | undefined {
  return useRouteLoaderData<Preferences>("root");
}

function PreferenceChoices() {
  const text = useText();
  const now = usePreferences();
  return (
    <PreferenceForm className="menu-group">
      <p className="menu-name">{text("shell.language")}</p>
      {LOCALES.filter((locale) => locale !== "pseudo").map((locale) => (
        <MenuChoice key={locale} name="locale" value={locale} on={now?.locale === locale}>
          <span lang={LANGUAGES[locale].tag}>{LANGUAGES[locale].ownName}</span>
        </MenuChoice>
      ))}
      {LANGUAGES[text.locale].draft && <p className="menu-note">{text("shell.language.draft")}</p>}
      <p className="menu-name">{text("shell.theme")}</p>
      {THEMES.map((theme) => (
        <MenuChoice key={theme} name="theme" value={theme} on={now?.theme === theme}>
          {text(`shell.theme.${theme}`)}
        </MenuChoice>
      ))}
      <p className="menu-name">{text("shell.density")}</p>
      {DENSITIES.map((density) => (
        <MenuChoice key={density} name="density" value={density} on={now?.density === density}>
          {text(`shell.density.${density}`)}
        </MenuChoice>
      ))}
    </PreferenceForm>
  );
}

type MenuChoiceProps = { name: string; value: string; on: boolean; children: ReactNode };

function MenuChoice({ name, value, on, children }: MenuChoiceProps) {
  return (
    <button type="submit" name={name} value={value} className="menu-item" aria-pressed={on}>
      <Icon of={CheckIcon} className={on ? undefined : "menu-unchecked"} />
      {children}
    </button>
  );
}

/** Sets one preference and comes back to this page as a new document, drawn so from its first byte. */
export function PreferenceForm({ className, children }: { className?: string; children: ReactNode }) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/preferences" reloadDocument className={className}>
      <input type="hidden" name="back" value={pathname + search} />
      {children}
    </Form>
  );
}
