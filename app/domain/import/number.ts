import type { Decimal } from "../decimal.ts";
import { trimDecimal } from "../exact-decimal.ts";
import { asked, clear, EMPTY, note, type Understood, unread } from "./understood.ts";

/** The decimal mark that a column or a file was found to use; null while nothing in it tells. */
export type DecimalMark = "." | "," | null;

const ARABIC =
  /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9\uff10-\uff19]/g;

/** Digits of other scripts (Thai, Lao, Khmer, Burmese, full-width …) as the ten that everybody computes with. */
export function westernDigits(text: string): string {
  return text.replace(ARABIC, (digit) => String(digitOf(digit.charCodeAt(0))));
}

/** Blocks of digits begin at a nought; the nearest one below says which digit it is. */
const NOUGHTS = [0xff10, 0x17e0, 0x1040, 0x0ed0, 0x0e50, 0x0966, 0x06f0, 0x0660];

function digitOf(code: number): number {
  return code - (NOUGHTS.find((nought) => code >= nought) ?? code);
}

const PLAIN = /^\d{1,15}$/;
const DECIMAL = /^\d{0,15}[.,]\d{1,6}$/;
const THOUSANDS = /^\d{1,3}([.,' ])\d{3}(\1\d{3})*$/;
const BOTH = /^\d{1,3}([.,' ])\d{3}(?:\1\d{3})*([.,])\d{1,6}$/;
/** 12,34,567.5 as it is written in South Asia. */
const LAKHS = /^\d{1,2}(,\d{2})+,\d{3}(\.\d{1,6})?$/;
const POWER = /^(\d(?:[.,]\d{1,6})?)e\+?(\d{1,2})$/i;

/**
 * A number as people write it. "2.000" and "2,000" may be two thousand or two: what the column's other numbers tell
 * (`mark`) decides, otherwise it is asked with two thousand first, since nobody weighs to the gram and writes noughts.
 */
export function understandNumber(text: string, mark: DecimalMark = null): Understood<Decimal> {
  const tidy = westernDigits(text).replace(/[’`´]/g, "'").replace(/\s+/g, " ").trim();
  if (tidy === "") return EMPTY;
  if (/^-\s*\d/.test(tidy)) return unread("import.number.negative", { written: text });
  const written = tidy.replace(/^\+\s*/, "");
  if (PLAIN.test(written)) return exact(written);
  if (LAKHS.test(written)) return exact(written.replaceAll(",", ""));
  const both = BOTH.exec(written);
  if (both && both[1] !== both[2]) return exact(written.replaceAll(both[1] ?? "", "").replace(both[2] ?? ".", "."));
  const grouped = THOUSANDS.exec(written);
  if (grouped) return groupedOrNot(written, grouped[1] ?? ",", mark);
  if (DECIMAL.test(written)) return exact(`0${written.replace(",", ".")}`);
  const power = POWER.exec(written);
  if (power) return powerOfTen(power[1] ?? "0", Number(power[2]));
  return unread("import.number.unread", { written: text });
}

function exact(digits: string): Understood<Decimal> {
  const [whole = "", fraction] = digits.split(".");
  const short = whole.replace(/^0+(?=\d)/, "");
  if (short.length > 15) return unread("import.number.too_large", { written: digits });
  return clear(trimDecimal(fraction ? `${short}.${fraction}` : short));
}

/** One mark with groups of three behind it. More than one group, a space or an apostrophe can only be thousands. */
function groupedOrNot(written: string, separator: string, mark: DecimalMark): Understood<Decimal> {
  const whole = written.replaceAll(separator, "");
  const groups = written.split(separator).length - 1;
  if (groups > 1 || separator === " " || separator === "'") return exact(whole);
  const decimal = written.replace(separator, ".");
  if (written.startsWith("0") || mark === separator) return exact(decimal);
  if (mark !== null) return exact(whole);
  return asked(trimDecimal(whole), [trimDecimal(decimal)], note("import.number.thousands", { written }));
}

function powerOfTen(head: string, power: number): Understood<Decimal> {
  const [whole = "0", fraction = ""] = head.replace(",", ".").split(".");
  if (power > 14) return unread("import.number.too_large", { written: `${head}E${power}` });
  const digits = whole + fraction.padEnd(power, "0");
  const cut = whole.length + power;
  return exact(digits.length > cut ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits);
}

const NUMBER_IN = /\d[\d.,' ]*\d|\d/;

/** The decimal mark that a cell proves, where its number can be read in one way only. */
export function markToldBy(text: string): DecimalMark {
  const number = NUMBER_IN.exec(westernDigits(text))?.[0]?.trim() ?? "";
  const both = BOTH.exec(number);
  if (both && both[1] !== both[2]) return both[2] === "," ? "," : ".";
  const twice = /^\d{1,3}([.,])\d{3}\1\d{3}/.exec(number);
  if (twice) return twice[1] === "," ? "." : ",";
  const decimal = /^(\d*)([.,])(\d+)$/.exec(number);
  if (!decimal) return null;
  const [, whole = "", separator, fraction = ""] = decimal;
  const clearly = fraction.length !== 3 || whole.length > 3 || whole === "" || whole.startsWith("0");
  return clearly ? (separator === "," ? "," : ".") : null;
}
