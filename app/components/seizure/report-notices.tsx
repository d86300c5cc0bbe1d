import { CheckCircleIcon } from "@phosphor-icons/react/dist/ssr/CheckCircle";
import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ClockCounterClockwise";
import { WarningCircleIcon } from "@phosphor-icons/react/dist/ssr/WarningCircle";
import { WifiSlashIcon } from "@phosphor-icons/react/dist/ssr/WifiSlash";
import { lazy, Suspense } from "react";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Notice, StatusBanner } from "#app/components/ui/notice.tsx";
import { LoadingFrame } from "#app/components/ui/states.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { patientImport } from "#app/live/patient-import.ts";
import { withTexts } from "#app/page-texts.ts";
import { useReport } from "./report-context.ts";

/** Rarely needed, and only with a line. */
const StaleReport = lazy(async () => {
  const loaded = await patientImport(() => withTexts(() => import("./stale-report.tsx")));
  return { default: loaded.StaleReport };
});

type NoticesProps = { restored: string | null; onBeginAnew: () => void };

/** What happened to the form: brought back, not gone out, arrived before, changed by somebody else. */
export function ReportNotices({ restored, onBeginAnew }: NoticesProps) {
  const text = useText();
  const { answer, store, choices } = useReport();
  return (
    <div className="report-notices" aria-live="polite">
      {answer?.lost && (
        <StatusBanner icon={WifiSlashIcon} title={text("report.lost.title")}>
          {text("report.lost.text")}
        </StatusBanner>
      )}
      {answer?.problem && (
        <Notice tone="danger" icon={WarningCircleIcon} title={text("report.refused.now")}>
          {text.error(answer.problem.key, answer.problem.values)} {text("report.refused.kept")}
        </Notice>
      )}
      {answer?.arrived && (
        <Notice
          tone="passed"
          icon={CheckCircleIcon}
          title={text("report.arrived.title")}
          act={
            <LinkButton to={`/operations/${choices.operation.id}/seizures/${store.text("id")}`}>
              {text("report.arrived.open")}
            </LinkButton>
          }
        >
          {text("report.arrived.text")}
        </Notice>
      )}
      {answer?.stale && (
        <Suspense fallback={<LoadingFrame rows={2}>{text("ui.loading")}</LoadingFrame>}>
          <StaleReport stale={answer.stale} />
        </Suspense>
      )}
      {restored && <Restored at={restored} onBeginAnew={onBeginAnew} />}
    </div>
  );
}

function Restored({ at, onBeginAnew }: { at: string; onBeginAnew: () => void }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  return (
    <Notice
      tone="lamp"
      icon={ClockCounterClockwiseIcon}
      title={text("report.restored.title")}
      act={
        <Button type="button" size="small" onClick={onBeginAnew}>
          {text("report.restored.anew")}
        </Button>
      }
    >
      {text("report.restored.text", { at: format.relative(at, now) })}
    </Notice>
  );
}
