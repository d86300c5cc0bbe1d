import { Link } from "@remix-run/react";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { RecordFiles } from "#app/domain/attachment.ts";
import { KnownWords } from "./known-words.tsx";
import type { MediaOfCase } from "./media-types.ts";
import "./of-case.css";

type OfCaseProps = { media: MediaOfCase | null; files: RecordFiles };

/** On the page of a seizure: how it stands with it at the media desk, and the way there with this case and its photos. */
export function MediaOfCaseSection({ media, files }: OfCaseProps) {
  const text = useText();
  const desk = `/operations/${useWorkspace().operation.id}/media`;
  if (!media) return null;
  const { speaks, caseNo, marks, known, pictures } = media;
  const here = `${desk}?case=${encodeURIComponent(caseNo)}`;
  return (
    <section className="fact-group media-of-case">
      <h2 className="heading">{text("media.of_case")}</h2>
      <OpenMarks marks={marks} />
      <KnownWords known={known} />
      {pictures.all > 0 && <p>{text("media.of_case.pictures", { n: pictures.all, cleared: pictures.cleared })}</p>}
      {!speaks && <p className="muted">{text("media.of_case.how")}</p>}
      <p>
        <Link to={speaks ? `${here}#case` : desk} className="link">
          {text(speaks ? "media.of_case.say" : "media.title")}
        </Link>
      </p>
      {speaks && <PhotosToMask files={files} here={here} />}
    </section>
  );
}

function OpenMarks({ marks }: Pick<MediaOfCase, "marks">) {
  const text = useText();
  const format = useFormat();
  return marks.map(({ id, kind, until }) => (
    <p key={id} className="media-of-case-mark">
      <Tag tone="danger">{text(`media.open.kind.${kind}`)}</Tag>
      <span className="muted">
        {until ? text("media.open.until", { at: format.moment(until) }) : text("media.open.lifted_only")}
      </span>
    </p>
  ));
}

function PhotosToMask({ files: { attachments }, here }: { files: RecordFiles; here: string }) {
  const text = useText();
  const photos = attachments.filter(({ kind, hasThumb }) => kind === "photo" && hasThumb);
  if (photos.length === 0) return null;
  return (
    <ul className="media-of-case-photos">
      {photos.map(({ id }, at) => (
        <li key={id}>
          <Link to={`${here}&mask=${id}#mask`} className="link">
            {text("media.of_case.photo", { n: at + 1 })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
