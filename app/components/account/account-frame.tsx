import { AddressBookIcon } from "@phosphor-icons/react/dist/ssr/AddressBook";
import { BookOpenTextIcon } from "@phosphor-icons/react/dist/ssr/BookOpenText";
import { StackIcon } from "@phosphor-icons/react/dist/ssr/Stack";
import { UserCircleIcon } from "@phosphor-icons/react/dist/ssr/UserCircle";
import { useRouteLoaderData } from "@remix-run/react";
import type { ComponentProps } from "react";
import { PageFrame } from "#app/components/shell/page-frame.tsx";
import type { ShellPerson } from "#app/components/shell/person-menu.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** The page of figures of several operations, for those who read them in several. */
export const ACROSS = "/across";

type AccountFrameProps = Omit<ComponentProps<typeof PageFrame>, "person" | "personLinks"> & {
  /** Whether the reader manages the installation: then the ways to accounts and lists stand in the menu. */
  administrator?: boolean;
};

/** The frame of pages outside of an operation, with whoever is signed in. */
export function AccountFrame({ administrator, ...frame }: AccountFrameProps) {
  const person = useSignedIn();
  return (
    <PageFrame {...frame} person={person} personLinks={usePersonLinks({ administrator, several: person?.several })} />
  );
}

/** Whoever is signed in, as the document was drawn for. */
export function useSignedIn(): ShellPerson | undefined {
  return useRouteLoaderData<{ person: ShellPerson | null }>("root")?.person ?? undefined;
}

/** Ways behind the person's initials. */
function usePersonLinks({ administrator = false, several = false }) {
  const text = useText();
  return [
    { to: "/account", label: text("account.link"), icon: UserCircleIcon },
    ...(several ? [{ to: ACROSS, label: text("across.title"), icon: StackIcon }] : []),
    ...(administrator
      ? [
          { to: "/accounts", label: text("people.link"), icon: AddressBookIcon },
          { to: "/reference", label: text("reference.link"), icon: BookOpenTextIcon },
        ]
      : []),
  ];
}
