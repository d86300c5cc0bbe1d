import { PencilSimpleIcon } from "@phosphor-icons/react/dist/ssr/PencilSimple";
import { useNavigate } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useKeys } from "#app/components/ui/use-keys.ts";
import { ActForm, AskedAct, useRefusal } from "./act-form.tsx";
import { FrozenLine } from "./frozen-line.tsx";
import { Narrow } from "./narrow-act.tsx";
import type { ReleasedPage } from "./page-types.ts";
import { ReachLost } from "./reach-lost.tsx";

type ActsProps = { page: Pick<ReleasedPage, "fact" | "case" | "may" | "commands" | "reach" | "frozen">; home: string };

/** What this reader may do with it; the access table decides, and services ask it again. */
export function SeizureActs({ page, home }: ActsProps) {
  const { may, fact, commands } = page;
  const text = useText();
  const navigate = useNavigate();
  const amendTo = `${home}/${fact.id}/amend`;
  useKeys({ e: may.amend ? () => navigate(amendTo) : undefined });
  const values = { base: String(fact.revision) };
  return (
    <>
      {may.verify && (
        <ActForm
          act="verify"
          command={commands.verify}
          values={values}
          kind="primary"
          confirm={text("seizure.verify")}
        />
      )}
      {may.unhold && (
        <ActForm act="unhold" command={commands.unhold} values={values} confirm={text("seizure.unhold")} />
      )}
      {may.narrow && <Narrow page={page} />}
      {may.hold && <Hold page={page} values={values} />}
      {may.withdraw && <Withdraw page={page} values={values} />}
      {may.amend && (
        <LinkButton to={amendTo} icon={PencilSimpleIcon} keyCap="E">
          {text("seizure.amend")}
        </LinkButton>
      )}
    </>
  );
}

type AskedProps = { page: ActsProps["page"]; values: Record<string, string> };

function Hold({ page, values }: AskedProps) {
  const text = useText();
  return (
    <AskedAct label={text("seizure.hold")} title={text("seizure.hold.title")} open={useRefusal("hold") !== null}>
      <ActForm act="hold" command={page.commands.hold} values={values} confirm={text("seizure.hold")}>
        <p>{text("seizure.hold.text")}</p>
        <ReachLost page={page} />
        <FrozenLine frozen={page.frozen} />
      </ActForm>
    </AskedAct>
  );
}

/** Says what happens and to whom before it happens. */
function Withdraw({ page, values }: AskedProps) {
  const text = useText();
  const { fact, commands } = page;
  return (
    <AskedAct
      danger
      label={text("seizure.withdraw")}
      title={text("seizure.withdraw.title", { no: fact.messageNo })}
      open={useRefusal("withdraw") !== null}
    >
      <ActForm
        act="withdraw"
        command={commands.withdraw}
        values={values}
        kind="danger"
        confirm={text("seizure.withdraw")}
        says={{ name: "reason", label: text("report.amend.reason") }}
      >
        <p>{text("seizure.withdraw.text")}</p>
        <ReachLost page={page} />
        <FrozenLine frozen={page.frozen} />
      </ActForm>
    </AskedAct>
  );
}
