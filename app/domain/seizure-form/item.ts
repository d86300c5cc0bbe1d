import { slotOf } from "../commodity-groups.ts";
import { addError } from "../field-errors.ts";
import { type Reading, rawDecimal, yesOrNo } from "./reading.ts";
import { textOf } from "./rows.ts";

export function rawItem(reading: Reading, path: string) {
  const { fields } = reading;
  const text = (part: string) => textOf(fields, `${path}.${part}`);
  return {
    commodity: rawCommodity(text("slot"), text("commodity")),
    ...rawAmount(reading, path),
    qualifier: text("qualifier") || undefined,
    ...rawSecond(reading, path),
    taxonId: text("taxonId") || null,
    taxonText: text("taxonText"),
    specimen: text("specimen") || null,
    live: yesOrNo(text("live")),
    purityPercent: rawDecimal(reading, `${path}.purityPercent`),
    brand: text("brand"),
    identification: text("identification") || null,
    fieldCommodity: text("fieldCommodity") || null,
    description: text("description"),
  };
}

/** A kind of another slot was chosen before the slot was changed: it no longer counts. */
function rawCommodity(slot: string, commodity: string): string | undefined {
  if (commodity === "") return undefined;
  return slot !== "" && /^[A-Z]\d/.test(commodity) && slotOf(commodity) !== slot ? undefined : commodity;
}

function rawAmount(reading: Reading, path: string) {
  const { fields, errors } = reading;
  if (textOf(fields, `${path}.notWeighed`) !== "") return { quantity: null, unit: null };
  const unit = textOf(fields, `${path}.unit`);
  if (textOf(fields, `${path}.quantity`).trim() === "") addError(errors, `${path}.quantity`, "decimal.missing");
  const quantity = rawDecimal(reading, `${path}.quantity`);
  if (unit === "") addError(errors, `${path}.unit`, "item.unit.missing");
  return { quantity, unit: unit || null };
}

function rawSecond(reading: Reading, path: string) {
  const { fields, errors } = reading;
  const secondQuantity = rawDecimal(reading, `${path}.secondQuantity`);
  const unit = textOf(fields, `${path}.secondUnit`);
  if (secondQuantity !== null && unit === "") addError(errors, `${path}.secondUnit`, "item.unit.missing");
  return { secondQuantity, secondUnit: secondQuantity === null ? null : unit || null };
}
