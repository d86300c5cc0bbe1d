import { CheckIcon } from "@phosphor-icons/react/dist/ssr/Check";
import { useNumberWords } from "#app/components/form/use-number-words.ts";
import { Tiles } from "#app/components/ui/choices.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { NumberInput } from "#app/components/ui/inputs.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { readTypedDecimal } from "#app/domain/exact-decimal.ts";
import { AskedField } from "./asked-field.tsx";
import { useReport, useSet, useTyped } from "./report-context.ts";
import { SaidUnknown, UnknownButton } from "./report-fields.tsx";

/** How much: the number as typed, its unit, and both said back in words. 'Not weighed' is an answer. */
export function AmountField({ path, label, brief = false }: { path: string; label: string; brief?: boolean }) {
  const text = useText();
  const name = `${path}.quantity`;
  const typed = useTyped(name);
  const unit = useTyped(`${path}.unit`);
  const commodity = useTyped(`${path}.commodity`);
  const notWeighed = useTyped(`${path}.notWeighed`) !== "";
  const set = useSet();
  const also = [`${path}.unit`];
  if (notWeighed) {
    return (
      <AskedField name={name} also={also} label={label}>
        <SaidUnknown name={`${path}.notWeighed`} value="on">
          {text("report.amount.not_weighed")}
        </SaidUnknown>
        <input type="hidden" name={name} value={typed} />
        <input type="hidden" name={`${path}.unit`} value={unit} />
      </AskedField>
    );
  }
  return (
    <AskedField name={name} also={also} label={label} understood={<SaidBack typed={typed} unit={unit} path={path} />}>
      <div className="amount">
        <NumberInput name={name} value={typed} onChange={(event) => set({ [name]: event.currentTarget.value })} />
        <Units name={`${path}.unit`} commodity={commodity} />
      </div>
      {brief && <HowSure path={path} />}
    </AskedField>
  );
}

/** Weighed or estimated, in one tap; the whole form knows more ways. */
function HowSure({ path }: { path: string }) {
  const text = useText();
  const name = `${path}.qualifier`;
  const said = useTyped(name) || BRIEF[0];
  const set = useSet();
  const shown = BRIEF.some((code) => code === said) ? BRIEF : [...BRIEF, said];
  return (
    // biome-ignore lint/a11y/useSemanticElements: stands inside of the field's own frame.
    <div className="how-sure" role="group" aria-label={text("report.item.qualifier")}>
      <Tiles
        name={name}
        shape="row"
        value={[said]}
        onChoose={(code) => set({ [name]: code })}
        choices={shown.map((code) => ({ value: code, label: text.code("qualifier", code) }))}
      />
    </div>
  );
}

const BRIEF = ["exact", "estimated"] as const;
const USUAL = ["kg", "g", "pcs"];
const SHOWN = 3;

/** The units that suit the goods, and the others one tap further. */
export function Units({ name, commodity }: { name: string; commodity: string }) {
  const text = useText();
  const format = useFormat();
  const { commodities, units } = useReport().choices;
  const chosen = useTyped(name);
  const set = useSet();
  const suiting = commodities.find(({ code }) => code === commodity)?.units ?? USUAL;
  const first = [...new Set([...suiting, ...USUAL])].slice(0, SHOWN);
  const front = chosen === "" || first.includes(chosen) ? first : [...first.slice(0, SHOWN - 1), chosen];
  const tiles = (codes: readonly string[]) => (
    <Tiles
      name={name}
      shape="row"
      value={[chosen]}
      onChoose={(code) => set({ [name]: code })}
      choices={codes.map((code) => ({ value: code, label: format.unit(code, "2") }))}
    />
  );
  const rest = units.map(({ code }) => code).filter((code) => !front.includes(code));
  return (
    // biome-ignore lint/a11y/useSemanticElements: stands inside of the field's own frame.
    <div className="units" role="group" aria-label={text("report.amount.unit")}>
      {tiles(front)}
      <details className="more-tiles">
        <summary className="tile">{text("report.amount.other_unit")}</summary>
        {tiles(rest)}
      </details>
    </div>
  );
}

function SaidBack({ typed, unit, path }: { typed: string; unit: string; path: string }) {
  const text = useText();
  const format = useFormat();
  const read = readTypedDecimal(typed, useTyped("mark") === "," ? "," : ".");
  const numberWords = useNumberWords();
  const words = read === null ? null : (numberWords?.(read, format.locale) ?? null);
  const words2 = read !== null && unit !== "" ? text.label(`report.unit.${unit}`, { n: Number(read) }, "") : "";
  const said =
    read === null || unit === "" ? null : `${words ?? format.decimal(read)} ${words2 || format.unit(unit, read)}`;
  return (
    <span className="said-back">
      {said && (
        <>
          <Icon of={CheckIcon} />
          <output>{text("report.amount.said", { words: said })}</output>
        </>
      )}
      <UnknownButton name={`${path}.notWeighed`} value="on">
        {text("report.amount.not_weighed_question")}
      </UnknownButton>
    </span>
  );
}
