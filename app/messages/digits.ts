/** The text of a decimal in groups of three before the mark; its digits stay as given. */
export function grouped(text: string, group: string, mark: string): string {
  const [whole = "", fraction] = text.replace("-", "").split(".");
  const sign = text.startsWith("-") ? "−" : "";
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${fraction === undefined ? "" : mark + fraction}`;
}

/** Rounds the text of a decimal half up to so many significant figures, without a float; whole digits are all kept. */
export function roundFigures(text: string, figures: number): string {
  const sign = text.startsWith("-") ? "-" : "";
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const leading = whole === "0" ? (/^0*/.exec(fraction)?.[0].length ?? 0) : -whole.length;
  const keep = Math.min(fraction.length, Math.max(0, figures + leading));
  const scaled = BigInt(whole + fraction.slice(0, keep)) + (Number(fraction[keep] ?? 0) >= 5 ? 1n : 0n);
  const digits = scaled.toString().padStart(keep + 1, "0");
  const rest = digits.slice(digits.length - keep).replace(/0+$/, "");
  return keep === 0 ? sign + digits : `${sign}${digits.slice(0, digits.length - keep)}${rest && `.${rest}`}`;
}
