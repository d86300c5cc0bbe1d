import { Ask } from "#app/components/form/ask.tsx";
import { useTypedList } from "#app/components/form/form-context.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { PictureLine } from "./media-types.ts";

/** Pictures that their owners cleared. */
export function PickPictures({ ready, home }: { ready: readonly PictureLine[]; home: string }) {
  const text = useText();
  const chosen = useTypedList("pictures[]");
  if (ready.length === 0) return <p className="muted">{text("media.plan.pictures.none")}</p>;
  return (
    <Ask name="pictures[]" label={text("media.plan.pictures")} group optional>
      <ul className="media-pictures">
        {ready.map(({ id, caption, caseNo, width, height }) => (
          <li key={id}>
            <label className="media-pick">
              <img src={`${home}/media/pictures/${id}/thumb`} alt="" width={width} height={height} loading="lazy" />
              <span>
                <input type="checkbox" name="pictures[]" value={id} defaultChecked={chosen.includes(id)} />{" "}
                <bdi>{caption}</bdi> {caseNo && <span className="code">{caseNo}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Ask>
  );
}
