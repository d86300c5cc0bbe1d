import { DownloadSimpleIcon } from "@phosphor-icons/react/dist/ssr/DownloadSimple";
import { FileZipIcon } from "@phosphor-icons/react/dist/ssr/FileZip";
import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { wasLost } from "#app/components/form/line-loss.ts";
import { Refusal } from "#app/components/form/refusal.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { KeptWords } from "./kept-until.tsx";
import type { PackageLine, PackagesPageData } from "./package-types.ts";
import { useUntilMade } from "./use-until-made.ts";
import "./closing.css";

type PackagesProps = PackagesPageData & { home: string; answer: unknown };

/** The own records to take home: asked for, on their way, and ready. */
export function PackagesPage(props: PackagesProps) {
  const { lines, keptUntil, home, answer } = props;
  const text = useText();
  const making = lines.some(({ state }) => state === "making");
  useUntilMade(making);
  return (
    <div className="view closing">
      <header className="view-head">
        <h1>{text("package.title")}</h1>
        <span className="spacer" />
        <Link to={`${home}/help?topic=closing`} className="link">
          {text("export.help")}
        </Link>
      </header>
      <div className="closing-lead stack gap-3">
        <p className="muted">{text("package.lead")}</p>
        <KeptWords keptUntil={keptUntil} />
      </div>
      {wasLost(answer) && <Notice tone="warn" title={text("tally.lost.title")} />}
      <Refusal refused={refusalOf(answer, "pack")} />
      {!making && <Ask {...props} />}
      {lines.length === 0 ? (
        <EmptyState level={2} icon={FileZipIcon} title={text("package.none")}>
          {text("package.none.text")}
        </EmptyState>
      ) : (
        <Panel title={text("package.list")} note={text("package.list.note")}>
          <ul className="closing-history">
            {lines.map((line) => (
              <PackageRow key={line.id} line={line} home={home} />
            ))}
          </ul>
        </Panel>
      )}
    </div>
  );
}

function Ask({ command, fresh }: PackagesProps) {
  const text = useText();
  return (
    <CommandForm command={command} intent="pack" hidden={{ package: fresh }} className="package-ask">
      <Send>{text("package.ask")}</Send>
      <span className="caption">{text("package.ask.note")}</span>
    </CommandForm>
  );
}

const TONES = { making: "lamp", done: "passed", stopped: "warn", replaced: "plain", erased: "warn" } as const;

function PackageRow({ line, home }: { line: PackageLine; home: string }) {
  const text = useText();
  const { id, state, by, askedAt, asOf } = line;
  return (
    <li className="package">
      <div className="closing-words">
        <p>
          <Tag tone={TONES[state]}>{text(`package.state.${state}`)}</Tag>{" "}
          {asOf && (
            <span className="strong">
              {text("package.column.as_of")} <Time at={asOf} />
            </span>
          )}
        </p>
        <What line={line} />
        <p className="caption">
          {text("package.column.asked")}: {by} · <Time at={askedAt} />
        </p>
      </div>
      {state === "done" && (
        <a href={`${home}/packages/${id}`} download className="button button-primary">
          <Icon of={DownloadSimpleIcon} size={18} />
          {text("package.take")}
        </a>
      )}
    </li>
  );
}

/** How far it is, what is in it, or why there is nothing to take. */
function What({ line: { state, done, expected, bytes, sha256, cases, files } }: { line: PackageLine }) {
  const text = useText();
  const format = useFormat();
  if (state === "making") {
    return (
      <>
        <progress max={Math.max(1, expected)} value={done} aria-label={text("package.state.making")} />
        <p className="muted">{text("package.far", { done, expected })}</p>
      </>
    );
  }
  if (state === "stopped" || state === "erased") return <p className="muted">{text(`package.state.${state}.text`)}</p>;
  return (
    <>
      <p>
        {text("package.what", { cases, files })}
        {bytes !== null && ` · ${format.bytes(bytes)}`}
      </p>
      {state === "done" && (
        <>
          <p className="muted">{text("package.names")}</p>
          <p className="caption">
            {text("package.sum")} <code className="package-sum">{sha256}</code>
          </p>
        </>
      )}
    </>
  );
}
