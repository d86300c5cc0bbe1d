import type { PictureLine } from "./media-types.ts";

/** Masked pictures of a release. */
export function PictureRow({ pictures, home }: { pictures: readonly PictureLine[]; home: string }) {
  if (pictures.length === 0) return null;
  return (
    <ul className="media-pictures">
      {pictures.map(({ id, caption, width, height }) => (
        <li key={id}>
          <a href={`${home}/media/pictures/${id}/view`} target="_blank" rel="noreferrer">
            <img
              src={`${home}/media/pictures/${id}/thumb`}
              alt={caption}
              width={width}
              height={height}
              loading="lazy"
            />
          </a>
          <span className="caption" dir="auto">
            {caption}
          </span>
        </li>
      ))}
    </ul>
  );
}
