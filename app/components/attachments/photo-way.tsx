import { Radio } from "#app/components/ui/choices.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { PHOTO_WAYS, type PhotoWay } from "#app/outbox/smaller-copy.ts";

/** Whether photos go whole, or made smaller: said before they are chosen, since they begin to go at once. */
export function PhotoWayField({ way, onWay }: { way: PhotoWay; onWay: (way: PhotoWay) => void }) {
  const text = useText();
  return (
    <fieldset className="photo-way">
      <legend className="caption">{text("attachment.way")}</legend>
      {PHOTO_WAYS.map((one) => (
        <Radio key={one} value={one} checked={way === one} onChange={() => onWay(one)}>
          {text(`attachment.way.${one}`)}
        </Radio>
      ))}
      {way !== "whole" && <p className="caption">{text("attachment.way.note")}</p>}
    </fieldset>
  );
}
