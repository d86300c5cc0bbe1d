import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { Form, Link } from "@remix-run/react";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { useLater, useReadyForNoLine } from "#app/components/outbox/use-outbox-of-device.ts";
import { Icon } from "#app/components/ui/icon.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { ReportChoices } from "#app/domain/seizure-form/choices.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { withTexts } from "#app/page-texts.ts";
import { FullForm } from "./full-form.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { keptName } from "./kept-form.ts";
import { ReportProvider } from "./report-context.ts";
import { ReportFoot, ReportWays } from "./report-foot.tsx";
import { ReportNotices } from "./report-notices.tsx";
import type { ReportAnswer, ReportKind } from "./report-types.ts";
import { ShortForm } from "./short-form.tsx";
import { useReportForm } from "./use-report-form.ts";

type ReportFormProps = {
  kind: ReportKind;
  choices: ReportChoices;
  initial: FormFields;
  answer: ReportAnswer | null;
  personId: string;
  /** The number of what is amended. */
  messageNo?: string;
  /** Where the cross leads. */
  backTo: string;
  /** Keeps the report on this device instead of sending it from here. */
  onKeep?: (fields: FormFields) => Promise<void>;
};

/** A line that breaks just then takes the form away from nobody. */
const nothing = () => ({ default: () => null });
/** Loaded when the form stands: an officer begins to write before it is here. */
const PhotosOfReport = lazy(() =>
  withTexts(() => import("#app/components/outbox/photos-of-report.tsx")).catch(nothing),
);

/** A report from the first tap to sending. Plain form first; with scripts it is kept as it is typed and sent again. */
export function ReportForm({ kind, choices, initial, answer, personId, messageNo, backTo, onKeep }: ReportFormProps) {
  const text = useText();
  const later = useLater();
  useReadyForNoLine(choices.operation.id);
  const id = String(initial.id ?? "");
  const keptUnder = keptName(personId, choices.operation.id, kind === "new" ? "new" : `${kind}-${id}`);
  const report = useReportForm({ initial, answer, keptUnder, onKeep });
  const { store } = report;
  const depth = useSyncExternalStore(
    store.subscribe,
    () => store.text("depth"),
    () => store.text("depth"),
  );
  const title = kind === "amend" ? text("report.title.amend", { no: messageNo ?? "" }) : text("report.title");
  return (
    <ReportProvider value={{ store, choices, kind, answer, personId, isKept: onKeep !== undefined }}>
      <Form
        method="post"
        // Without a line its page and the one it came from are known. With one the router asks for an address with an id
        // in it once more, if not now then when the form is sent, which would fail on a line that has gone.
        discover={onKeep ? "none" : "render"}
        ref={report.form}
        noValidate
        onSubmit={report.send}
        className="report form-large"
        aria-label={title}
      >
        {/* Enter sends: the first button of a form is the one it means. */}
        <button type="submit" name="send" value="report" tabIndex={-1} aria-hidden="true" className="aside" />
        <header className="report-head">
          <Link
            to={backTo}
            discover={onKeep ? "none" : "render"}
            className="button button-quiet button-icon"
            aria-label={text("ui.close")}
          >
            <Icon of={XIcon} size={20} />
          </Link>
          <div>
            <h1 className="report-title">{title}</h1>
            <p className="caption">{choices.operation.name}</p>
          </div>
          <span className="caption report-kept" aria-live="polite">
            {report.keptAt ? (
              <>
                {text("report.kept")} <Time at={report.keptAt} as="time" />
              </>
            ) : null}
          </span>
        </header>
        <ReportNotices restored={report.restored} onBeginAnew={report.beginAnew} />
        <HiddenFields />
        <div className="report-fields">
          {depth === "full" ? <FullForm /> : <ShortForm />}
          {kind !== "amend" && later && (
            <Suspense fallback={null}>
              <PhotosOfReport />
            </Suspense>
          )}
          <ReportWays />
        </div>
        <ReportFoot busy={report.busy} />
      </Form>
    </ReportProvider>
  );
}
