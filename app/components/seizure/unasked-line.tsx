import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useTyped } from "./report-context.ts";

/** What the short form does not ask for and sends as 'not known': nothing is made up without saying so. */
export function UnaskedLine() {
  const text = useText();
  const format = useFormat();
  const depth = useTyped("depth");
  const direction = useTyped("direction");
  const placeKind = useTyped("placeKind");
  const precision = useTyped("place.precision");
  if (depth === "full") return null;
  const left = [
    ...(direction === "" ? [text("report.unasked.direction")] : []),
    ...(placeKind === "" && precision !== "facility" ? [text("report.unasked.place_kind")] : []),
  ];
  if (left.length === 0) return null;
  return <p className="field-hint">{text("report.unasked", { what: format.list(left) })}</p>;
}
