import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Id } from "#app/domain/id.ts";
import { ActForm, AskedAct, useRefusal } from "./act-form.tsx";
import type { Entry } from "./page-types.ts";

type EntryNoticeProps = { entry: Entry | null; commands: Record<string, Id> };

/** On whose behalf a report was entered: for its own agency, and with the question whether it is right for the post. */
export function EntryNotice({ entry, commands }: EntryNoticeProps) {
  const text = useText();
  if (entry === null) return null;
  const asked = entry.mayConfirm && entry.objectedAt === null;
  const title = asked
    ? text("behalf.asked.title", { name: entry.enteredBy ?? "" })
    : text("behalf.title", { unit: entry.unit });
  return (
    <Notice tone={asked || (entry.objectedAt !== null && entry.confirmedAt === null) ? "lamp" : "plain"} title={title}>
      <p>
        {text("behalf.came", { informant: entry.informant, channel: text(`report.behalf.${entry.channel}`) })}
        {", "}
        <Time at={entry.cameAt} as="moment" />
      </p>
      <p>{text("behalf.entered", { name: entry.enteredBy ?? "", receipt: entry.receipt })}</p>
      <Standing entry={entry} />
      {entry.mayConfirm && <EntryActs commands={commands} />}
    </Notice>
  );
}

function Standing({ entry }: { entry: Entry }) {
  const text = useText();
  const { confirmedAt, confirmedBy, objectedAt, objectedBy, objection } = entry;
  return (
    <>
      {objectedAt && (
        <p>
          <b>{text("behalf.objected", { name: objectedBy ?? "", text: objection })}</b>{" "}
          <Time at={objectedAt} as="moment" />
        </p>
      )}
      {confirmedAt && (
        <p>
          {text("behalf.confirmed", { name: confirmedBy ?? "" })} <Time at={confirmedAt} as="moment" />
        </p>
      )}
      {!confirmedAt && !objectedAt && !entry.mayConfirm && <p>{text("behalf.waits")}</p>}
    </>
  );
}

function EntryActs({ commands }: { commands: EntryNoticeProps["commands"] }) {
  const text = useText();
  const refused = useRefusal("object_entry");
  return (
    <div className="row wrap">
      <ActForm act="confirm_entry" command={commands.confirm_entry} kind="primary" confirm={text("behalf.confirm")} />
      <AskedAct
        act="object_entry"
        label={text("behalf.object")}
        title={text("behalf.object.title")}
        open={refused !== null}
      >
        <ActForm
          act="object_entry"
          command={commands.object_entry}
          says={{ name: "objection", label: text("behalf.object.label"), hint: text("behalf.object.hint") }}
          confirm={text("behalf.object.send")}
        />
      </AskedAct>
    </div>
  );
}
