import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { ACCESS } from "#app/domain/access.ts";

/** The way to what became of the cases, for those who may see it added up. */
export function OutcomesLink() {
  const text = useText();
  const { operation, me } = useWorkspace();
  if (!(me.role in ACCESS["outcome.read"].roles)) return null;
  return (
    <LinkButton to={`/operations/${operation.id}/outcomes`} size="small">
      {text("outcomes.title")}
    </LinkButton>
  );
}
