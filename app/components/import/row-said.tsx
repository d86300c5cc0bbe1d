import { useDayWords } from "#app/components/seizure/seizure-words.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import type { RowSaid } from "#app/domain/import/said.ts";

const CODES = [
  ["placeKind", "place_kind"],
  ["direction", "direction"],
  ["mode", "mode"],
  ["custody", "custody"],
  ["disposal", "disposal"],
] as const;

const ROUTE = [
  ["origins", "origin"],
  ["departures", "departure"],
  ["transits", "transit"],
  ["destinations", "destination"],
] as const;

/** What a row was understood to say. */
export function RowSaidList({ said }: { said: RowSaid }) {
  const text = useText();
  const dayWords = useDayWords();
  const countries = useCountryNames();
  const { occurredOn, occurredTo, datePrecision, place, items, route, persons, handling, nationalCaseNo } = said;
  const placeWords = ({ name, country }: RowSaid["place"]) =>
    [name, countries[country] ?? country].filter((word) => word !== "").join(", ");
  const stops = (role: string) => route.flatMap((node) => (node.role === role ? [placeWords(node.place)] : []));
  const codes = CODES.flatMap(([name, list]) => {
    const code = said[name];
    return code && code !== "unknown" ? [{ name, word: text.code(list, code) }] : [];
  });
  return (
    <div className="import-part">
      <h3 className="caption">{text("import.understood")}</h3>
      <dl className="import-cells">
        <Part name="nationalCaseNo" value={nationalCaseNo} />
        <Part name="cenNo" value={said.cenNo} />
        <Part name="cencommNo" value={said.cencommNo} />
        <Part
          name="occurredOn"
          value={occurredOn === "" ? "" : dayWords({ occurredOn, occurredTo: occurredTo ?? null, datePrecision })}
        />
        <Part name="place" value={placeWords(place)} />
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: goods of a row have no other name than their place.
          <div key={at}>
            <dt>{text("import.holds.commodity")}</dt>
            <dd>
              {item.commodity === "" ? "?" : text.commodity(item.commodity)},{" "}
              <Quantity amount={item.quantity ?? null} unit={item.unit ?? null} qualifier={item.qualifier || "exact"} />
              {item.taxonText !== "" && <i>, {item.taxonText}</i>}
            </dd>
          </div>
        ))}
        {codes.map(({ name, word }) => (
          <Part key={name} name={name} value={word} />
        ))}
        {ROUTE.map(([name, role]) => (
          <Part key={name} name={name} value={stops(role).join("; ")} />
        ))}
        <Part name="arrested" value={persons.arrested ? String(persons.arrested) : ""} />
        <Part name="handling" value={handling} />
      </dl>
    </div>
  );
}

function Part({ name, value }: { name: string; value: string }) {
  const text = useText();
  if (value === "") return null;
  return (
    <div>
      <dt>{text.label(`import.holds.${name}`)}</dt>
      <dd>{value}</dd>
    </div>
  );
}
