import { Done } from "#app/components/form/done.tsx";
import { LinkToCopy } from "#app/components/form/text-to-copy.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

type PersonMadeProps = { id: string; name: string; path: string; origin: string };

/** The account is there; its link is shown this once. */
export function PersonMade({ id, name, path, origin }: PersonMadeProps) {
  const text = useText();
  return (
    <div className="form">
      <Done when>{text("person.created", { name })}</Done>
      <LinkToCopy
        label={text("invitation.link", { name })}
        hint={text("invitation.link.hint", { name })}
        path={path}
        origin={origin}
      />
      <div className="form-foot">
        <LinkButton to="/accounts/new" kind="primary" reloadDocument>
          {text("person.another")}
        </LinkButton>
        <LinkButton to={`/accounts/${id}`} kind="quiet">
          {text("person.to")}
        </LinkButton>
      </div>
    </div>
  );
}
