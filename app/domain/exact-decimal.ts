/** One spelling per value: "012.50" becomes "12.5", "-0" becomes "0". */
export function trimDecimal(text: string): string {
  return fromMicro(toMicro(text));
}

/** Millionths of the unit as an integer: the form in which quantities are compared, filtered and summed. */
export function toMicro(decimal: string): bigint {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = (negative ? decimal.slice(1) : decimal).split(".");
  const micro = BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, "0").slice(0, 6));
  return negative ? -micro : micro;
}

export function fromMicro(micro: bigint): string {
  const sign = micro < 0n ? "-" : "";
  const size = micro < 0n ? -micro : micro;
  const fraction = (size % 1_000_000n).toString().padStart(6, "0").replace(/0+$/, "");
  return `${sign}${size / 1_000_000n}${fraction && `.${fraction}`}`;
}

export function isPositive(decimal: string): boolean {
  return toMicro(decimal) > 0n;
}

/** Multiplies exactly and rounds half away from zero at the sixth digit. */
export function multiplyDecimal(left: string, right: string): string {
  const product = toMicro(left) * toMicro(right);
  const half = product < 0n ? -500_000n : 500_000n;
  return fromMicro((product + half) / 1_000_000n);
}

export function addDecimals(decimals: Iterable<string>): string {
  let sum = 0n;
  for (const decimal of decimals) sum += toMicro(decimal);
  return fromMicro(sum);
}

/**
 * What a person typed as a quantity, read with that person's decimal mark: "95,54" with "," is 95.54 and "2.000" is
 * two thousand. Null where it is no number in that reading; the form says every number back in words.
 */
export function readTypedDecimal(text: string, mark: "." | ","): string | null {
  const tidy = text.normalize("NFKC").replace(/[\s\u00a0\u202f]/g, "");
  const other = mark === "." ? "," : ".";
  const grouped = new RegExp(`^-?\\d{1,3}(\\${other}\\d{3})+(\\${mark}\\d{1,6})?$`);
  const plain = new RegExp(`^-?\\d{1,15}(\\${mark}\\d{1,6})?$`);
  if (plain.test(tidy) || grouped.test(tidy)) return trimDecimal(tidy.replaceAll(other, "").replace(mark, "."));
  // The other mark with one or two digits behind it can only be a decimal mark.
  if (new RegExp(`^-?\\d{1,15}\\${other}(\\d{1,2}|\\d{4,6})$`).test(tidy)) return trimDecimal(tidy.replace(other, "."));
  return null;
}
