import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";

/** Another agency that takes part, to look as; nothing where there is no other. */
export function AgencyChoice({ label, children }: { label: string; children?: ReactNode }) {
  const text = useText();
  const { participants, me } = useWorkspace();
  const others = participants.filter(({ agencyId }) => agencyId !== me.agencyId);
  if (others.length === 0) return null;
  return (
    <Form method="get" className="look-as">
      {children}
      <Field label={label}>
        <Select
          name="as"
          options={others.map(({ agencyId, agencyName }) => ({ value: agencyId, label: agencyName }))}
        />
      </Field>
      <Button>{text("seizure.look")}</Button>
    </Form>
  );
}
