import { Panel } from "#app/components/ui/panel.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { LogLine } from "./media-types.ts";

/** Who proposed, cleared, released, moved and retracted what, and when. */
export function DeskLog({ log, own }: { log: readonly LogLine[]; own: boolean }) {
  const text = useText();
  return (
    <Panel title={text("media.log")} note={own && text("media.log.own")}>
      {log.length === 0 ? (
        <p className="muted panel-part">{text("media.log.none")}</p>
      ) : (
        <Table
          label={text("media.log")}
          rows={log}
          keyOf={({ id }) => id}
          stack
          columns={[
            { key: "at", label: text("media.log.at"), cell: ({ at }) => <Time at={at} as="moment" /> },
            { key: "act", label: text("media.log.what"), names: true, cell: (line) => <Act line={line} /> },
            {
              key: "by",
              label: text("media.log.by"),
              cell: ({ by, agency }) => (
                <span>
                  {by === "" ? text("media.log.clock") : <bdi>{by}</bdi>}
                  {agency && <span className="caption"> {agency}</span>}
                </span>
              ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** In one piece: a cell of a phone's table lays what is in it side by side. */
function Act({ line: { act, detail } }: { line: LogLine }) {
  const text = useText();
  const format = useFormat();
  const said = (value: string) => (/^\d{4}-\d{2}-\d{2}T/.test(value) ? format.moment(value) : value);
  const span = [detail.from, detail.to]
    .filter((value) => value !== undefined && value !== "")
    .map((at) => said(at ?? ""));
  return (
    <span>
      {text(`media.act.${act}`)}
      {detail.title && (
        <>
          {" "}
          <bdi className="strong">{detail.title}</bdi>
        </>
      )}
      {span.length > 0 && <span className="caption"> {span.join(" → ")}</span>}
      {detail.masks !== undefined && <span className="caption"> {text("media.masks", { n: detail.masks })}</span>}
      {detail.why && (
        <span className="caption" dir="auto">
          {" "}
          {act === "release.waits" ? text.label(`media.waits.${detail.why}`) : detail.why}
        </span>
      )}
    </span>
  );
}
