import type { TextOf } from "#app/messages/catalogue.ts";
import { Unknown } from "../ui/marks.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";

type Published = { value: string | null; unit: string; qualifier: string };

/** A number as it was published, with its 'about' or 'at least'; in its unit where that is not said beside it. */
export function PublishedValue({ figure, unit = false }: { figure: Published; unit?: boolean }) {
  const text = useText();
  const format = useFormat();
  if (figure.value === null) return <Unknown />;
  const number = format.decimal(figure.value);
  const words = unit ? publishedInUnit(text, number, figure.unit) : number;
  if (figure.qualifier === "at_least") return <>{text("ui.quantity.at_least", { quantity: words })}</>;
  return <>{figure.qualifier === "approx" ? text("ui.quantity.about", { quantity: words }) : words}</>;
}

/** A published number with its unit. */
export function publishedInUnit(text: TextOf, number: string, unit: string): string {
  if (unit === "percent") return text("published.value.percent", { n: number });
  const name = text.has(`published.unit.${unit}`)
    ? text.label(`published.unit.${unit}`)
    : text.label(`unit.${unit}`, { n: 2 });
  return text("published.value", { n: number, unit: name });
}
