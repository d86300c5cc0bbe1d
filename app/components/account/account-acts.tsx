import { BookOpenTextIcon } from "@phosphor-icons/react/dist/ssr/BookOpenText";
import { BuildingsIcon } from "@phosphor-icons/react/dist/ssr/Buildings";
import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** What an administrator begins with. */
export function AccountActs() {
  const text = useText();
  return (
    <>
      <LinkButton to="/reference" icon={BookOpenTextIcon}>
        {text("reference.link")}
      </LinkButton>
      <LinkButton to="/accounts/agencies" icon={BuildingsIcon}>
        {text("people.agencies")}
      </LinkButton>
      <LinkButton to="/accounts/new" kind="primary" icon={PlusIcon}>
        {text("people.new")}
      </LinkButton>
    </>
  );
}
