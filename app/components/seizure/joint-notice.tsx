import { LinkSimpleIcon } from "@phosphor-icons/react/dist/ssr/LinkSimple";
import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { RichText, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { ReleasedPage } from "./page-types.ts";

type JointNoticeProps = {
  seizure: string;
  joint: ReleasedPage["joint"];
  home: string;
  country: (code: string) => string;
};

/** With which messages of other countries it is one case. */
export function JointNotice({ seizure, joint: { partners, mayUndo }, home, country }: JointNoticeProps) {
  const text = useText();
  const { operation } = useWorkspace();
  if (partners.length === 0) return null;
  return (
    <Notice
      icon={LinkSimpleIcon}
      title={text("seizure.joint.title")}
      act={
        mayUndo && (
          <LinkButton to={`/operations/${operation.id}/duplicates?seizure=${seizure}`} size="small">
            {text("seizure.joint.undo")}
          </LinkButton>
        )
      }
    >
      {partners.map(({ id, messageNo, reporter }) => (
        <p key={id}>
          <RichText
            id="seizure.joint.with"
            values={{ country: country(reporter) }}
            tags={{
              no: () => (
                <Link to={`${home}/${id}`} className="code">
                  {messageNo}
                </Link>
              ),
            }}
          />
        </p>
      ))}
      <p>{text("seizure.joint.counted")}</p>
    </Notice>
  );
}
