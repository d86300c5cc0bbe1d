import { DownloadSimpleIcon } from "@phosphor-icons/react/dist/ssr/DownloadSimple";
import { refusalOf } from "#app/components/form/answer.ts";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { TAKEN_FORMS } from "#app/domain/operation-report/report-forms.ts";
import { isLocale, LANGUAGES } from "#app/messages/index.ts";
import { useUntilMade } from "../closing/use-until-made.ts";
import type { ReportFileLine } from "./report-file-types.ts";
import "./made-files.css";

type MadeFilesProps = {
  files: readonly ReportFileLine[];
  /** The address of this page, and of the version whose files they are. */
  home: string;
  version?: string;
  answer: unknown;
};

/** What the reader asked for: how far it is, and the way to take it. Whoever leaves the page finds it here again. */
export function MadeFiles({ files, home, version = home, answer }: MadeFilesProps) {
  const text = useText();
  const making = files.some(({ state }) => state === "making");
  useUntilMade(making);
  return (
    <>
      <Refusal refused={refusalOf(answer, "make_file")} />
      {files.length > 0 && (
        <section className="made-files" aria-label={text("report_file.list")}>
          <ul>
            {files.map((file) => (
              <FileRow key={file.id} file={file} version={version} />
            ))}
          </ul>
          {making && (
            <p className="caption">
              {text("report_file.background")}{" "}
              <noscript>
                <a href={home} className="link">
                  {text("report_file.look")}
                </a>
              </noscript>
            </p>
          )}
        </section>
      )}
    </>
  );
}

const TONES = { making: "lamp", done: "passed", stopped: "warn", stale: "warn" } as const;

function FileRow({ file, version }: { file: ReportFileLine; version: string }) {
  const text = useText();
  const { id, locale, askedAt } = file;
  const state = file.state === "replaced" || file.state === "expired" ? "stale" : file.state;
  const form = TAKEN_FORMS.find((one) => one === file.form);
  return (
    <li className="made-file">
      <p>
        <Tag tone={TONES[state]}>{text(`report_file.state.${state}`)}</Tag>{" "}
        <span className="strong">{form ? text(`operation_report.${form}`) : file.form}</span>{" "}
        <span className="muted">
          {isLocale(locale) ? LANGUAGES[locale].ownName : locale} · <Time at={askedAt} />
        </span>
      </p>
      <HowFar file={file} />
      {state === "done" && (
        <a href={`${version}/files/${id}`} download className="button button-primary button-small">
          <Icon of={DownloadSimpleIcon} size={16} />
          {text("package.take")}
        </a>
      )}
    </li>
  );
}

/** How far it is, or why there is nothing to take. */
function HowFar({ file: { state, done, expected, bytes } }: { file: ReportFileLine }) {
  const text = useText();
  const format = useFormat();
  if (state === "done") return bytes === null ? null : <p className="muted">{format.bytes(bytes)}</p>;
  if (state !== "making") {
    return (
      <p className="muted">{text(state === "stopped" ? "package.state.stopped.text" : "report_file.stale.text")}</p>
    );
  }
  if (expected === 1) return <progress aria-label={text("report_file.state.making")} />;
  return (
    <>
      <progress max={expected} value={done} aria-label={text("report_file.state.making")} />
      <p className="muted">{text("report_file.far", { done, expected })}</p>
    </>
  );
}
