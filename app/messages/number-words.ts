import type { Locale } from "./index.ts";
import { BURMESE, CHINESE, KHMER, LAO, type SpokenNumbers, THAI } from "./number-words-east.ts";
import { accent } from "./pseudo.ts";

/**
 * A decimal in words, "ninety-five point five four", so that a slipped mark is heard. Null where the number is beyond
 * saying; the digits then stand alone.
 */
export function numberWords(decimal: string, locale: Locale): string | null {
  const [whole = "", fraction = ""] = decimal.replace("-", "").split(".");
  if (whole.length > 12) return null;
  const { digits, mark, gap, whole: spoken } = SPOKEN[locale];
  const behind = [...fraction].map((digit) => digits[Number(digit)]).join(gap);
  return fraction === "" ? spoken(Number(whole)) : [spoken(Number(whole)), mark, behind].join(gap);
}

const EN_SMALL = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(" "),
  ..."seventeen eighteen nineteen".split(" "),
];
const EN_TENS = ". . twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const EN_GROUPS = ["", "thousand", "million", "billion"];

const ENGLISH: SpokenNumbers = {
  digits: EN_SMALL.slice(0, 10),
  mark: "point",
  gap: " ",
  whole: (number) => {
    if (number === 0) return "zero";
    const said = groupsOf(number).map(({ value, power }) =>
      [englishHundreds(value), EN_GROUPS[power]].join(" ").trim(),
    );
    return said.join(" ");
  },
};

function englishHundreds(number: number): string {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  const head = hundreds ? `${EN_SMALL[hundreds]} hundred` : "";
  return [head, rest ? englishTens(rest) : ""].filter(Boolean).join(" and ");
}

function englishTens(number: number): string {
  if (number < 20) return EN_SMALL[number] ?? "";
  const unit = number % 10;
  return `${EN_TENS[Math.floor(number / 10)]}${unit ? `-${EN_SMALL[unit]}` : ""}`;
}

const PSEUDO: SpokenNumbers = {
  digits: ENGLISH.digits.map(accent),
  mark: accent(ENGLISH.mark),
  gap: " ",
  whole: (number) => accent(ENGLISH.whole(number)),
};

const VI_DIGITS = "không một hai ba bốn năm sáu bảy tám chín".split(" ");
const VI_GROUPS = ["", "nghìn", "triệu", "tỷ"];

const VIETNAMESE: SpokenNumbers = {
  digits: VI_DIGITS,
  mark: "phẩy",
  gap: " ",
  whole: (number) => {
    if (number === 0) return "không";
    const said = groupsOf(number).map(({ value, power }, index) =>
      `${vietnameseHundreds(value, index > 0)} ${VI_GROUPS[power]}`.trim(),
    );
    return said.join(" ");
  },
};

/** Behind a larger group the hundreds are always said: "một nghìn không trăm linh năm". */
function vietnameseHundreds(number: number, follows: boolean): string {
  const [hundreds, tens, units] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const head = hundreds || follows ? `${VI_DIGITS[hundreds]} trăm` : "";
  return [head, vietnameseTens(tens, units, head !== "")].filter(Boolean).join(" ");
}

function vietnameseTens(tens: number, units: number, follows: boolean): string {
  if (tens === 0) return units === 0 ? "" : `${follows ? "linh " : ""}${VI_DIGITS[units]}`;
  const unit = units === 5 ? "lăm" : units === 1 && tens > 1 ? "mốt" : VI_DIGITS[units];
  return [tens === 1 ? "mười" : `${VI_DIGITS[tens]} mươi`, units === 0 ? "" : unit].filter(Boolean).join(" ");
}

/** Groups of three digits, the largest first; empty ones are left out. */
function groupsOf(number: number): { value: number; power: number }[] {
  return [3, 2, 1, 0]
    .map((power) => ({ value: Math.floor(number / 1000 ** power) % 1000, power }))
    .filter(({ value }) => value > 0);
}

const SPOKEN: Record<Locale, SpokenNumbers> = {
  en: ENGLISH,
  vi: VIETNAMESE,
  zh: CHINESE,
  th: THAI,
  lo: LAO,
  km: KHMER,
  my: BURMESE,
  pseudo: PSEUDO,
};
