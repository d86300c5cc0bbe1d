import { Link } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { AskArea, AskYes } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Entry } from "#app/domain/watch/entry.ts";
import { isDone, refusalAbout } from "./watch-answer.ts";
import type { WatchLog, WatchPageProps } from "./watch-types.ts";

type LogPanelProps = WatchPageProps & { log: WatchLog; formKey: string };

/** The log of the own watch, the newest entry first. */
export function LogPanel(props: LogPanelProps) {
  const { log, may, answer, formKey } = props;
  const text = useText();
  return (
    <Panel title={text("watch.log")} note={text("watch.log.note")}>
      <div className="panel-part stack">
        <Done when={isDone(answer, "note")}>{text("watch.log.sent")}</Done>
        {may.note && log.isNewest && <NoteForm key={formKey} {...props} />}
        {log.entries.length === 0 && <p className="muted">{text("watch.log.none")}</p>}
        <ol className="watch-log">
          {log.entries.map((entry) => (
            <LogEntry key={entry.id} {...props} entry={entry} />
          ))}
        </ol>
        {(!log.isNewest || log.earlier) && (
          <p className="row wrap">
            {!log.isNewest && <Link to=".">{text("watch.log.newest")}</Link>}
            {log.earlier && <Link to={`?before=${log.earlier}`}>{text("watch.log.earlier")}</Link>}
          </p>
        )}
      </div>
    </Panel>
  );
}

function NoteForm({ commands, answer }: LogPanelProps) {
  const text = useText();
  const refused = refusalAbout(answer, "note", "about", "");
  return (
    <FormState refused={refused}>
      <CommandForm command={commands.note} intent="note" className="stack">
        <FormErrors refused={refused} labels={{ text: text("watch.log.text") }} />
        <AskArea name="text" label={text("watch.log.text")} hint={text("watch.log.hint")} rows={2} />
        <AskYes name="promise">{text("watch.log.promise")}</AskYes>
        <div>
          <Send kind="plain">{text("watch.log.send")}</Send>
        </div>
      </CommandForm>
    </FormState>
  );
}

function LogEntry({ entry, log, may, ...props }: LogPanelProps & { entry: Entry }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { id, kind, about, at, author } = entry;
  const earlier = log.related.find((one) => one.id === about);
  const corrected = log.related.find((one) => one.about === id && one.kind === "correction");
  const kept = log.related.find((one) => one.about === id && one.kind === "kept");
  const referred = earlier && { at: format.relative(earlier.at, now) };
  const open = may.note && about === null;
  return (
    <li id={`entry-${id}`} className={kind === "promise" && !kept ? "watch-entry watch-entry-promise" : "watch-entry"}>
      <p className="caption">
        <Time at={at} /> {author && text("watch.log.by", { name: author })}{" "}
        {corrected && <Tag>{text("watch.log.corrected", { at: format.relative(corrected.at, now) })}</Tag>}{" "}
        {kind === "promise" && (
          <Tag tone={kept ? "passed" : "lamp"}>
            {kept ? text("watch.log.kind.done", { at: format.relative(kept.at, now) }) : text("watch.log.kind.promise")}
          </Tag>
        )}
      </p>
      {referred && <p className="caption">{text(`watch.log.${kind === "kept" ? "kept" : "correction"}`, referred)}</p>}
      {entry.text !== "" && <p className={corrected ? "watch-words watch-words-old" : "watch-words"}>{entry.text}</p>}
      {open && (
        <div className="row wrap">
          <FurtherForm {...props} about={id} kind="correction" initial={entry.text} />
          {kind === "promise" && !kept && <FurtherForm {...props} about={id} kind="kept" initial="" />}
        </div>
      )}
    </li>
  );
}

type FurtherProps = Pick<WatchPageProps, "commands" | "answer"> & {
  formKey: string;
  about: string;
  kind: "correction" | "kept";
  initial: string;
};

/** A further entry about an earlier one: its correction, or that what was promised was kept. */
function FurtherForm({ commands, answer, formKey, about, kind, initial }: FurtherProps) {
  const text = useText();
  const last = refusalOf(answer, "note");
  const refused = last?.form.kind === kind ? refusalAbout(answer, "note", "about", about) : undefined;
  const isKept = kind === "kept";
  const label = text(isKept ? "watch.log.keep.text" : "watch.log.text");
  return (
    <details className="watch-more" key={formKey} open={refused ? true : undefined}>
      <summary>{text(isKept ? "watch.log.keep" : "watch.log.correct")}</summary>
      <FormState initial={{ text: initial }} refused={refused}>
        <CommandForm command={commands.further} intent="note" hidden={{ about, kind }} className="stack">
          <FormErrors refused={refused} labels={{ text: label }} />
          <AskArea name="text" label={label} rows={2} optional={isKept} />
          <div>
            <Send kind="plain">{text(isKept ? "watch.log.keep.send" : "watch.log.correct.send")}</Send>
          </div>
        </CommandForm>
      </FormState>
    </details>
  );
}
