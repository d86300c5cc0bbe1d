import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Mask } from "#app/domain/media.ts";
import { between, byKey, type DrawnMask, type Point, type Size } from "./masks.ts";

type CanvasProps = {
  src: string;
  size: Size;
  masks: readonly DrawnMask[];
  add: (mask: Omit<Mask, "kind">) => void;
  change: (mask: DrawnMask) => void;
  remove: (id: number) => void;
};

/** The picture with its masks over it: drawn with a pointer, moved and stretched by arrows. */
export function MaskCanvas({ src, size, masks, add, change, remove }: CanvasProps) {
  const text = useText();
  const frame = useRef<HTMLDivElement>(null);
  const [from, setFrom] = useState<Point | null>(null);
  const [to, setTo] = useState<Point | null>(null);
  const pointOf = (event: PointerEvent): Point => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - box.left) / box.width) * size.width,
      y: ((event.clientY - box.top) / box.height) * size.height,
    };
  };
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || event.target instanceof HTMLButtonElement) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setFrom(pointOf(event));
    setTo(null);
  };
  // Where it was let go is told by that event itself: the last move may not have been drawn yet.
  const end = (event: PointerEvent) => {
    const drawn = from && between(from, pointOf(event), size);
    if (drawn) add(drawn);
    setFrom(null);
    setTo(null);
  };
  const drawing = from && to && between(from, to, size);
  return (
    <div
      ref={frame}
      className="mask-canvas"
      onPointerDown={begin}
      onPointerMove={(event) => from && setTo(pointOf(event))}
      onPointerUp={end}
      onPointerCancel={() => setFrom(null)}
    >
      <img src={src} alt={text("media.mask.picture")} width={size.width} height={size.height} draggable={false} />
      {masks.map((mask, at) => (
        <button
          key={mask.id}
          type="button"
          className="mask"
          style={placeOf(mask, size)}
          aria-label={text("media.mask.named", { kind: text(`media.mask.kind.${mask.kind}`), n: at + 1 })}
          onKeyDown={(event) => onKey(event, mask, { size, change, remove })}
        />
      ))}
      {drawing && <span className="mask mask-drawing" style={placeOf(drawing, size)} />}
    </div>
  );
}

type Keyed = Pick<CanvasProps, "size" | "change" | "remove">;

function onKey(event: KeyboardEvent, mask: DrawnMask, { size, change, remove }: Keyed) {
  if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    remove(mask.id);
    return;
  }
  const moved = byKey(mask, event.key, event.shiftKey, size);
  if (!moved) return;
  event.preventDefault();
  change(moved);
}

function placeOf({ x, y, width, height }: Omit<Mask, "kind">, size: Size) {
  const part = (of: number, whole: number) => `${(of / whole) * 100}%`;
  return {
    left: part(x, size.width),
    top: part(y, size.height),
    width: part(width, size.width),
    height: part(height, size.height),
  };
}
