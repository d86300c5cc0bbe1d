import { LinkSimpleIcon } from "@phosphor-icons/react/dist/ssr/LinkSimple";
import { Link } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { RichText, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { ReleasedPage } from "./page-types.ts";

type JointNoticeProps = {
  seizure: string;
  partners: ReleasedPage["partners"];
  /** Whether the reader may take the decision back. */
  mayPart: boolean;
  home: string;
  country: (code: string) => string;
};

/** With which messages of other countries it is one case. */
export function JointNotice({ seizure, partners, mayPart, home, country }: JointNoticeProps) {
  const text = useText();
  const { operation } = useWorkspace();
  if (partners.length === 0) return null;
  return (
    <Notice
      icon={LinkSimpleIcon}
      title={text("seizure.joint.title")}
      act={
        mayPart && (
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
