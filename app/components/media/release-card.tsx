import { Link } from "@remix-run/react";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import { inNamedOrder } from "#app/domain/media.ts";
import { ClockList } from "./clock-list.tsx";
import { KnownWords } from "./known-words.tsx";
import { MarkList } from "./mark-list.tsx";
import type { MediaProps } from "./media-page.tsx";
import type { ReleaseLine } from "./media-types.ts";
import { PictureRow } from "./picture-row.tsx";
import { ReleaseActs } from "./release-acts.tsx";

type CardProps = MediaProps & { release: ReleaseLine };

/** One release: its state and minute, what it says, whom it names, and what is in its way. */
export function ReleaseCard(props: CardProps) {
  const { release, home, codes, mayRelease } = props;
  const { title, words, report, pictures, names, known, corrections, why } = release;
  const text = useText();
  return (
    <li className="media-card" id={`release-${release.id}`}>
      <ReleaseState release={release} />
      <h3 className="heading" dir="auto">
        {title}
      </h3>
      {release.state === "embargoed" && <ClockList clocks={release.clocks} />}
      <InTheWay release={release} />
      {words && (
        <p className="media-words" dir="auto">
          {words}
        </p>
      )}
      {report && (
        <p>
          <Link to={`${home}/reports/${report.id}/versions/${report.number}`} className="link">
            {text("media.report", { title: report.title, n: report.number })}
          </Link>
        </p>
      )}
      <PictureRow pictures={pictures} home={home} />
      <KnownWords known={known} />
      <Named codes={codes} names={names} silent={release.silent} />
      {why && <p className="muted">{text("media.cancelled.why", { why })}</p>}
      {corrections.map(({ id, kind, words: said, at }) => (
        <div key={id} className="media-correction">
          <p>
            <Tag tone={kind === "retraction" ? "danger" : "warn"}>{text(`media.correction.${kind}`)}</Tag>{" "}
            <span className="caption">
              <Time at={at} />
            </span>
          </p>
          <p dir="auto">{said}</p>
        </div>
      ))}
      {mayRelease && <ReleaseActs {...props} />}
    </li>
  );
}

function ReleaseState({ release }: { release: ReleaseLine }) {
  const text = useText();
  const format = useFormat();
  const { state, releaseAt, releasedAt, waitsFor } = release;
  const at = format.momentWithUtc(releasedAt ?? releaseAt);
  if (state === "released") {
    return (
      <p className="media-state">
        <Tag tone="passed">{text("media.state.released")}</Tag> {text("media.released.at", { at })}
      </p>
    );
  }
  return (
    <p className="media-state">
      <Tag tone={waitsFor ? "danger" : state === "embargoed" ? "warn" : "plain"}>
        {text(waitsFor ? "media.state.waits" : `media.state.${state}`)}
      </Tag>{" "}
      {state === "embargoed" && text(waitsFor ? "media.waited.since" : "media.embargoed.until", { at })}
    </p>
  );
}

/** A number to those who run the desk, and which case it is where they see that. */
function InTheWay({ release: { way } }: Pick<CardProps, "release">) {
  const text = useText();
  if (!way?.hindrance) return null;
  return (
    <div className="media-way">
      <p className="strong">
        {way.openCases > 0 ? text("media.way.black", { n: way.openCases }) : text(`media.waits.${way.hindrance}`)}
      </p>
      <MarkList marks={way.marks} />
    </div>
  );
}

/** Whoever takes part is named, and nobody by what is missing: that is a number. */
function Named({ codes, names, silent }: Pick<ReleaseLine, "names" | "silent"> & { codes: readonly string[] }) {
  const text = useText();
  const format = useFormat();
  const countries = useCountryNames();
  const nameOf = (code: string) => countries[code] ?? code;
  const alphabetical = [...codes].sort((left, right) => nameOf(left).localeCompare(nameOf(right), text.locale));
  return (
    <p className="media-named">
      <span className="muted">{text("media.named")}</span> {format.list(inNamedOrder(alphabetical, names).map(nameOf))}
      {silent !== null && silent > 0 && <span className="muted"> {text("media.silent", { n: silent })}</span>}
    </p>
  );
}
