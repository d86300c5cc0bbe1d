import { Link } from "@remix-run/react";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { RecordFiles } from "#app/domain/attachment.ts";
import "./of-case.css";

/** How it stands with one case at the media desk. `speaks`: the reader speaks for it. */
export type MediaOfCase = {
  speaks: boolean;
  caseNo: string;
  open: boolean;
  known: boolean;
  pictures: { all: number; cleared: number };
};

type OfCaseProps = { media: MediaOfCase | null; files: RecordFiles };

/** On the page of a seizure: how it stands with it at the media desk, and the way there with this case and its photos. */
export function MediaOfCaseSection({ media, files }: OfCaseProps) {
  const text = useText();
  const desk = `/operations/${useWorkspace().operation.id}/media`;
  if (!media) return null;
  const { speaks, caseNo, open, known, pictures } = media;
  const here = `${desk}?case=${encodeURIComponent(caseNo)}`;
  return (
    <section className="fact-group media-of-case">
      <h2 className="heading">{text("seizure.press")}</h2>
      {open && (
        <p>
          <Tag tone="danger">{text("seizure.press.open")}</Tag>
        </p>
      )}
      {known && <p>{text("seizure.press.known")}</p>}
      {pictures.all > 0 && <p>{text("seizure.press.pictures", { n: pictures.all, cleared: pictures.cleared })}</p>}
      {!speaks && <p className="muted">{text("seizure.press.how")}</p>}
      <p>
        <Link to={speaks ? `${here}#case` : desk} className="link">
          {text(speaks ? "seizure.press.say" : "seizure.press.desk")}
        </Link>
      </p>
      {speaks && <PhotosToMask files={files} here={here} />}
    </section>
  );
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
            {text("seizure.press.photo", { n: at + 1 })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
