import { NumberInput, Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { familyOf } from "#app/domain/commodity-groups.ts";
import { AmountField, Units } from "./amount-field.tsx";
import { AskedField } from "./asked-field.tsx";
import { GoodsField } from "./goods-field.tsx";
import { useReport, useRows, useSet, useTyped } from "./report-context.ts";
import { CodeField, CodeTiles, NumberField, TextField } from "./report-fields.tsx";
import { AddButton, ReportRow, ReportSection } from "./report-section.tsx";
import { TaxonField } from "./taxon-field.tsx";
import { YesNoField } from "./yes-no-field.tsx";

/** Everything that was found, one after the other, each with its own measures. */
export function ItemSection() {
  const text = useText();
  const rows = useRows("items");
  return (
    <ReportSection title={text("report.section.what")}>
      {rows.map((row, index) =>
        rows.length === 1 ? (
          <Item key={row} path={`items.${row}`} />
        ) : (
          <ReportRow key={row} rows="items" row={row} title={text("report.item.number", { n: index + 1 })}>
            <Item path={`items.${row}`} />
          </ReportRow>
        ),
      )}
      <div className="row wrap">
        <AddButton rows="items">{text("report.item.add")}</AddButton>
      </div>
    </ReportSection>
  );
}

function Item({ path }: { path: string }) {
  const text = useText();
  const commodity = useTyped(`${path}.commodity`);
  const family = commodity === "" ? "" : familyOf(commodity);
  const isDrug = family === "drugs" || family === "precursors";
  const isLife = family === "wildlife" || family === "timber";
  return (
    <>
      <GoodsField path={path} label={text("report.what")} />
      <AmountField path={path} label={text("report.how_much")} />
      <CodeTiles name={`${path}.qualifier`} list="qualifier" label={text("report.item.qualifier")} />
      <SecondAmount path={path} />
      {!isDrug && <TaxonField path={path} />}
      <div className="fields">
        {!isDrug && (
          <CodeField name={`${path}.specimen`} list="specimen_term" label={text("report.item.specimen")} optional />
        )}
        <CodeField
          name={`${path}.identification`}
          list="identification"
          label={text("report.item.identification")}
          optional
        />
        <FieldTest path={path} />
      </div>
      {!isDrug && <YesNoField name={`${path}.live`} label={text("report.item.live")} />}
      {!isLife && (
        <div className="fields">
          <NumberField name={`${path}.purityPercent`} label={text("report.item.purity")} after="%" optional />
          <TextField name={`${path}.brand`} label={text("report.item.brand")} optional />
        </div>
      )}
      <TextField name={`${path}.description`} label={text("report.item.description")} optional />
    </>
  );
}

/** What the field test had said, once a laboratory has spoken. */
function FieldTest({ path }: { path: string }) {
  const text = useText();
  const { commodities } = useReport().choices;
  const name = `${path}.fieldCommodity`;
  const set = useSet();
  const [said, identification, commodity] = [
    useTyped(name),
    useTyped(`${path}.identification`),
    useTyped(`${path}.commodity`),
  ];
  if (said === "" && identification !== "laboratory") return null;
  const family = commodity === "" ? null : familyOf(commodity);
  const options = commodities
    .filter(({ code }) => family === null || familyOf(code) === family || code === said)
    .map(({ code }) => ({ value: code, label: text.commodity(code) }));
  return (
    <AskedField name={name} label={text("report.item.field_test")} hint={text("report.item.field_test.hint")} optional>
      <Select
        name={name}
        options={options}
        none={text("report.item.field_test.same")}
        value={said}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      />
    </AskedField>
  );
}

/** A second measure of the same goods: pieces beside kilograms. They are never added up. */
function SecondAmount({ path }: { path: string }) {
  const text = useText();
  const name = `${path}.secondQuantity`;
  const typed = useTyped(name);
  const commodity = useTyped(`${path}.commodity`);
  const set = useSet();
  return (
    <AskedField
      name={name}
      also={[`${path}.secondUnit`]}
      label={text("report.item.second")}
      hint={text("report.item.second.hint")}
      optional
    >
      <div className="amount">
        <NumberInput name={name} value={typed} onChange={(event) => set({ [name]: event.currentTarget.value })} />
        <Units name={`${path}.secondUnit`} commodity={commodity} />
      </div>
    </AskedField>
  );
}
