import { CommodityMark } from "#app/components/ui/marks.tsx";
import { Quantity } from "#app/components/ui/quantity.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { BASE_UNIT } from "#app/domain/base-unit.ts";
import { slotOf } from "#app/domain/commodity-groups.ts";
import type { FactItem } from "#app/domain/fact.ts";
import type { Equivalent } from "#app/domain/quantity.ts";
import type { SeizureItem } from "#app/domain/seizure.ts";
import { CodeValue, FactGroup, FactLine, TextValue, YesNoValue } from "./fact-values.tsx";
import type { Taxon } from "./page-types.ts";

type GoodsFactsProps = {
  /** Tier A, where the report is released. */
  counted: FactItem | undefined;
  /** Tier B, where the reader may read the case. */
  told: SeizureItem | undefined;
  taxon: Taxon | undefined;
  equivalents: readonly Equivalent[];
  hollow: boolean;
  title: string;
};

/** One kind of goods: as written, as it is counted and by which rule, and what it is. */
export function GoodsFacts({ counted, told, taxon, equivalents, hollow, title }: GoodsFactsProps) {
  const text = useText();
  const item = told ?? counted;
  if (!item) return null;
  const isLife = /^[FL]/.test(item.commodity);
  return (
    <FactGroup title={title}>
      <FactLine label={text("report.line.goods")}>
        <CommodityMark slot={slotOf(item.commodity)} hollow={hollow} />
        <span>{text.commodity(item.commodity)}</span>
      </FactLine>
      <FactLine label={text("seizure.as_written")}>
        <Quantity amount={item.quantity} unit={item.unit} qualifier={item.qualifier} />
      </FactLine>
      {item.secondQuantity !== null && (
        <FactLine label={text("report.line.second")}>
          <Quantity amount={item.secondQuantity} unit={item.secondUnit} />
        </FactLine>
      )}
      {counted && <Counted item={counted} />}
      {equivalents.map((equivalent) => (
        <FactLine key={`${equivalent.rule} ${equivalent.dimension}`} label={text("seizure.equivalent")}>
          <EquivalentWords equivalent={equivalent} />
        </FactLine>
      ))}
      {isLife && <Species item={item} told={told} taxon={taxon} />}
      {told?.specimen != null && (
        <FactLine label={text("report.line.specimen")}>
          <CodeValue list="specimen_term" code={told.specimen} />
        </FactLine>
      )}
      {isLife && (
        <FactLine label={text("report.line.live")}>
          <YesNoValue value={item.live} />
        </FactLine>
      )}
      {told && <Told told={told} />}
    </FactGroup>
  );
}

/** What it counts as, where that is not what was written, with the rule by name. */
function Counted({ item }: { item: FactItem }) {
  const text = useText();
  const format = useFormat();
  if (item.normalised === null || item.dimension === null || item.dimension === "money") return null;
  const unit = BASE_UNIT[item.dimension];
  if (item.normalised === item.quantity && (unit === item.unit || item.dimension === "count")) return null;
  return (
    <FactLine label={text("seizure.counted_as")}>
      <span>{format.quantity(item.normalised, unit)}</span>
      {item.rule && <Tag>{text.label(`rule.${item.rule}`)}</Tag>}
    </FactLine>
  );
}

function EquivalentWords({ equivalent: { low, high, dimension, rule } }: { equivalent: Equivalent }) {
  const text = useText();
  const format = useFormat();
  const unit = BASE_UNIT[dimension];
  const words =
    low === high
      ? text("ui.quantity.about", { quantity: format.quantity(format.figure(low), unit) })
      : text("seizure.between", { low: format.figure(low), high: format.quantity(format.figure(high), unit) });
  return (
    <>
      <i>{words}</i>
      <Tag>{text.label(`rule.${rule}`)}</Tag>
    </>
  );
}

type SpeciesProps = { item: SeizureItem | FactItem; told: SeizureItem | undefined; taxon: Taxon | undefined };

/** The name as known, and the appendix in which it stood on the day: with its source, and 'to be confirmed' where it is. */
function Species({ item, told, taxon }: SpeciesProps) {
  const text = useText();
  const name = taxon?.scientificName || told?.taxonText;
  const listing = taxon?.listing;
  return (
    <FactLine label={text("report.line.taxon")}>
      {name ? <i>{name}</i> : <CodeValue list="taxon" code={item.taxonId} />}
      {listing && (
        <>
          <Tag>{text.label(`appendix.${listing.appendix ?? "none"}`)}</Tag>
          <span className="caption">
            {listing.toBeConfirmed ? text("report.item.appendix.confirm", { source: listing.source }) : listing.source}
          </span>
        </>
      )}
    </FactLine>
  );
}

function Told({ told }: { told: SeizureItem }) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      {told.purityPercent !== null && (
        <FactLine label={text("report.line.purity")}>{`${format.decimal(told.purityPercent)} %`}</FactLine>
      )}
      {told.brand && (
        <FactLine label={text("report.line.brand")}>
          <TextValue>{told.brand}</TextValue>
        </FactLine>
      )}
      {told.fieldCommodity && (
        <FactLine label={text("report.line.fieldCommodity")}>
          <span>{text.commodity(told.fieldCommodity)}</span>
          <span className="caption">{text("seizure.field_test.counted")}</span>
        </FactLine>
      )}
      {told.identification && (
        <FactLine label={text("report.line.identification")}>
          <CodeValue list="identification" code={told.identification} />
        </FactLine>
      )}
      {told.description && (
        <FactLine label={text("report.line.description")}>
          <TextValue>{told.description}</TextValue>
        </FactLine>
      )}
    </>
  );
}
