import { PlugsIcon } from "@phosphor-icons/react/dist/ssr/Plugs";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { WebhookReason } from "#app/domain/webhook.ts";

type StoppedWebhooksProps = { stopped: readonly { id: string; label: string; reason: WebhookReason }[] };

/** Told to those who manage them, until they are set going again or deleted. */
export default function StoppedWebhooks({ stopped }: StoppedWebhooksProps): ReactNode {
  const text = useText();
  const { operation, me } = useWorkspace();
  const page = `/operations/${operation.id}/participants/${me.agencyId}/webhooks`;
  return (
    <div className="stack">
      {stopped.map(({ id, label, reason }) => (
        <Notice
          key={id}
          tone="warn"
          icon={PlugsIcon}
          title={text("webhook.today", { label })}
          act={<Link to={`${page}?log=${id}`}>{text("webhook.today.open")}</Link>}
        >
          {reason !== "" && reason !== "asked" && text(`webhook.reason.${reason}`)}
        </Notice>
      ))}
    </div>
  );
}
