import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { TextArea, TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { ActForm, AskedAct, useRefusal } from "./act-form.tsx";
import { FrozenLine } from "./frozen-line.tsx";
import type { ReleasedPage, UnreleasedPage } from "./page-types.ts";
import { ReachLost } from "./reach-lost.tsx";

/** At the foot of the page, away from what is done every day. */
export function EraseReleased({ page }: { page: ReleasedPage }) {
  const text = useText();
  const { operation } = useWorkspace();
  const { may, merged, partners, fact, names, commands, frozen, reach } = page;
  if (!may.erase) return null;
  if (merged.length + partners.length > 0) {
    return (
      <Section>
        <p>
          {text("erase.merged")} <Link to={`/operations/${operation.id}/duplicates`}>{text("erase.merged.open")}</Link>
        </p>
      </Section>
    );
  }
  return (
    <Section>
      <Erase base={fact.revision} command={commands.erase} names={names}>
        {reach ? <ReachLost page={page} /> : <p>{text("erase.nobody")}</p>}
        <FrozenLine frozen={frozen} />
      </Erase>
    </Section>
  );
}

export function EraseUnreleased({ page }: { page: UnreleasedPage }) {
  const text = useText();
  if (!page.may.erase) return null;
  return (
    <Section>
      <Erase base={page.version} command={page.commands.erase} names={page.names}>
        <p>{text("erase.inside")}</p>
      </Erase>
    </Section>
  );
}

function Section({ children }: { children: ReactNode }) {
  const text = useText();
  return (
    <section className="fact-group" aria-label={text("erase.section")}>
      <h2 className="heading row">
        <Icon of={TrashIcon} />
        {text("erase.section")}
      </h2>
      <p className="caption">{text("erase.section.text")}</p>
      {children}
    </section>
  );
}

type EraseProps = { base: number; command: string | undefined; names: readonly string[]; children: ReactNode };

/** Says what is destroyed, for whom and what stays, and asks for its number: nothing brings it back. */
function Erase({ base, command, names, children }: EraseProps) {
  const text = useText();
  const refused = useRefusal("erase");
  const typed = (name: string) => String(refused?.form[name] ?? "");
  const errors = (name: string) => refused?.fields[name] ?? [];
  return (
    <div>
      <AskedAct danger label={text("erase.act")} title={text("erase.title")} open={refused !== null}>
        <ActForm
          act="erase"
          command={command}
          values={{ base: String(base) }}
          kind="danger"
          confirm={text("erase.confirm")}
        >
          <p>
            <b>{text("erase.undone")}</b> {text("erase.what")}
          </p>
          {children}
          <p className="caption">{text("erase.beyond")}</p>
          <Field label={text("erase.reason")} hint={text("erase.reason.hint")} errors={errors("reason")}>
            <TextArea name="reason" defaultValue={typed("reason")} />
          </Field>
          <Field label={text("erase.order")} hint={text("erase.order.hint")} errors={errors("reference")}>
            <TextInput name="reference" defaultValue={typed("reference")} autoComplete="off" />
          </Field>
          <Field label={text("report.amend.approver")} optional errors={errors("approver")}>
            <TextInput name="approver" defaultValue={typed("approver")} autoComplete="off" />
          </Field>
          <Field
            label={text("erase.type")}
            hint={text("erase.type.hint", { names: names.join(", ") })}
            errors={errors("confirm")}
          >
            <TextInput name="confirm" defaultValue={typed("confirm")} autoComplete="off" spellCheck={false} />
          </Field>
        </ActForm>
      </AskedAct>
    </div>
  );
}
