import { WarningCircleIcon } from "@phosphor-icons/react/dist/ssr/WarningCircle";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useReport } from "./report-context.ts";
import { comparedLines, useReportLines } from "./report-lines.ts";
import type { ReportAnswer } from "./report-types.ts";
import { VersionsBeside } from "./versions-beside.tsx";

/** Somebody saved another version meanwhile: both stand side by side, and nothing is overwritten without a look. */
export function StaleReport({ stale }: { stale: NonNullable<ReportAnswer["stale"]> }) {
  const text = useText();
  const { store, choices } = useReport();
  const linesOf = useReportLines({
    country: (code) => choices.countries.find((country) => country.code === code)?.name ?? code,
    agency: (id) => choices.participants.find(({ agencyId }) => agencyId === id)?.agencyName ?? id,
    member: (id) => choices.participants.flatMap(({ people }) => people).find((one) => one.memberId === id)?.name ?? id,
  });
  const differences = comparedLines(linesOf(store.fields()), linesOf(stale.theirs));
  return (
    <Notice tone="warn" icon={WarningCircleIcon} title={text("report.stale.title")}>
      <p>{text("report.stale.text")}</p>
      <VersionsBeside
        label={text("report.stale.title")}
        before={text("report.stale.mine")}
        after={text("report.stale.theirs")}
        differences={differences}
      />
      <Button
        name="step"
        value="theirs"
        onClick={(event) => {
          event.preventDefault();
          store.replace({ ...store.fields(), ...stale.theirs, ...stale.base }, { redraw: true });
        }}
      >
        {text("report.stale.take_theirs")}
      </Button>
    </Notice>
  );
}
