import { Unknown } from "./marks.tsx";
import { useFormat, useText } from "./text-context.tsx";

type QuantityProps = {
  /** An exact decimal as given; null where it is not known. */
  amount: string | null;
  unit: string | null;
  /** Code of the list `qualifier`: exact, estimated, at_least, approx. */
  qualifier?: string;
};

const SAID: Readonly<Record<string, "ui.quantity.at_least" | "ui.quantity.about" | undefined>> = {
  at_least: "ui.quantity.at_least",
  approx: "ui.quantity.about",
  estimated: "ui.quantity.about",
};

/** "95.54 kg", "at least 868 pieces", "≈ 180 kg": number and unit never part, digits as given. */
export function Quantity({ amount, unit, qualifier = "exact" }: QuantityProps) {
  const text = useText();
  const format = useFormat();
  if (amount === null || unit === null) return <Unknown>{text("ui.quantity.unknown")}</Unknown>;
  const quantity = format.quantity(amount, unit);
  const key = SAID[qualifier];
  return <span className="nowrap">{key ? text(key, { quantity }) : quantity}</span>;
}

/** "59 confirmed, 33 provisional": always as a pair. */
export function CountPair({ confirmed, provisional }: { confirmed: number; provisional: number }) {
  const text = useText();
  return (
    <span>
      <span className="confirmed">{text("ui.pair.confirmed", { n: confirmed })}</span>
      {", "}
      <span className="provisional">{text("ui.pair.provisional", { n: provisional })}</span>
    </span>
  );
}

/** A count in a table: zero is a quiet digit, never a gap. */
export function Count({ value }: { value: number }) {
  const format = useFormat();
  return <span className={value === 0 ? "zero" : undefined}>{format.number(value)}</span>;
}
