import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { useEffect } from "react";
import { noteSent } from "#app/components/outbox/note-sent.ts";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { forgetSent } from "./kept-form.ts";
import type { SeizurePage } from "./page-types.ts";

type SentNoticeProps = {
  page: SeizurePage;
  personId: string;
  operationId: string;
  home: string;
  /** What the reader has just done: sent it, or put it aside as a draft. */
  just: "sent" | "kept" | null;
};

/** The acknowledgement: what was received, under which number, and what happens next. The device then forgets its copy. */
export function SentNotice({ page, personId, operationId, home, just }: SentNoticeProps) {
  const text = useText();
  const { released, report } = page;
  const id = released?.fact.id ?? report?.id ?? "";
  const kept = just === "kept" && report?.state === "draft";
  const acknowledged = released !== null || report?.state === "in_clearance" || kept;
  useEffect(() => {
    if (!acknowledged) return;
    forgetSent(personId, operationId, id);
    noteSent(personId, id);
  }, [acknowledged, personId, operationId, id]);
  if (just === null || !acknowledged) return null;
  if (kept) return <DraftKept />;
  const receipt = released?.case?.receipt ?? report?.entry?.receipt;
  return (
    <div className="sent" role="status">
      <Notice
        tone="passed"
        icon={CheckCircleIcon}
        title={receipt ? text("seizure.sent.receipt", { receipt }) : text("seizure.sent.received")}
        act={<LinkButton to={`${home}/new`}>{text("seizure.sent.another")}</LinkButton>}
      >
        {released
          ? text("seizure.sent.released", { no: released.fact.messageNo })
          : text(receipt ? "seizure.sent.clearance.told" : "seizure.sent.clearance", {
              step: (report?.step ?? 0) + 1,
              steps: report?.steps ?? 1,
            })}
      </Notice>
    </div>
  );
}

function DraftKept() {
  const text = useText();
  return (
    <div className="sent" role="status">
      <Notice tone="passed" icon={CheckCircleIcon} title={text("seizure.kept")}>
        {text("seizure.kept.text")}
      </Notice>
    </div>
  );
}
