import { useState } from "react";
import { Checkbox } from "#app/components/ui/choices.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { Reach } from "#app/domain/narrowing.ts";
import { ActForm, AskedAct, useRefusal } from "./act-form.tsx";
import type { ReleasedPage } from "./page-types.ts";

type NarrowProps = { page: Pick<ReleasedPage, "case" | "commands" | "reach"> };

/** Takes the case from some of its readers: who keeps it is chosen by name, and who loses it is said before. */
export function Narrow({ page: { case: kase, commands, reach } }: NarrowProps) {
  const text = useText();
  const open = useRefusal("narrow") !== null;
  if (kase === null || reach === null || reach.readers.length === 0) return null;
  return (
    <AskedAct label={text("seizure.narrow")} title={text("seizure.narrow.title")} open={open} act="narrow">
      <ActForm
        act="narrow"
        command={commands.narrow}
        values={{ base: String(kase.version) }}
        says={{ name: "reason", label: text("report.amend.reason"), optional: true }}
        confirm={text("seizure.narrow")}
      >
        <p>{text("seizure.narrow.text")}</p>
        <Keeping reach={reach} />
      </ActForm>
    </AskedAct>
  );
}

function Keeping({ reach: { kind, readers, coordination } }: { reach: Reach }) {
  const text = useText();
  const hydrated = useHydrated();
  const refused = useRefusal("narrow");
  const [keep, setKeep] = useState<readonly string[]>(
    refused ? [refused.form.keep ?? []].flat() : readers.map(({ id }) => id),
  );
  const errors = refused?.fields.keep ?? [];
  const lost = readers.length - readers.filter(({ id }) => keep.includes(id)).length;
  return (
    <Field
      label={text(`seizure.narrow.keep.${kind}`)}
      hint={coordination.length > 0 && text("seizure.narrow.coordination")}
      errors={errors}
      group
    >
      <div className="reach-choice">
        {readers.map(({ id, name }) => (
          <Checkbox
            key={id}
            name="keep"
            value={id}
            checked={keep.includes(id)}
            onChange={({ currentTarget: { checked } }) =>
              setKeep((before) => (checked ? [...before, id] : before.filter((other) => other !== id)))
            }
          >
            {name}
          </Checkbox>
        ))}
      </div>
      {hydrated && (
        <p className="reach-lost" aria-live="polite">
          {text(`seizure.narrow.lost.${kind}`, { n: lost })}
        </p>
      )}
    </Field>
  );
}
