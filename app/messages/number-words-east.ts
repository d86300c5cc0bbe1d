/** How a language says numbers: below 10^12 as a whole, behind the mark digit by digit. */
export type SpokenNumbers = {
  digits: readonly string[];
  mark: string;
  /** What stands between the words of a number. */
  gap: string;
  whole: (number: number) => string;
};

const ZH_DIGITS = [..."零一二三四五六七八九"];
const ZH_GROUPS = ["", "万", "亿"];
const ZH_PLACES = ["", "十", "百", "千"];

/** Groups of four digits; a gap is said as one 零. */
export const CHINESE: SpokenNumbers = {
  digits: ZH_DIGITS,
  mark: "点",
  gap: "",
  whole: (number) => {
    if (number === 0) return "零";
    let said = "";
    let gap = false;
    for (const power of [2, 1, 0]) {
      const value = Math.floor(number / 10_000 ** power) % 10_000;
      if (said !== "" && value < 1000) gap = true;
      if (value === 0) continue;
      said += `${gap ? "零" : ""}${power > 0 && value === 2 ? "两" : chineseThousands(value)}${ZH_GROUPS[power]}`;
      gap = false;
    }
    return said.replace(/^一十/, "十");
  },
};

function chineseThousands(number: number): string {
  let said = "";
  let gap = false;
  for (const place of [3, 2, 1, 0]) {
    const digit = Math.floor(number / 10 ** place) % 10;
    if (digit === 0) gap = said !== "";
    else {
      said += `${gap ? "零" : ""}${place === 3 && digit === 2 ? "两" : ZH_DIGITS[digit]}${ZH_PLACES[place]}`;
      gap = false;
    }
  }
  return said;
}

/** Languages with a word for each power of ten up to the million; millions are counted as numbers of their own. */
type ByPlace = Omit<SpokenNumbers, "whole"> & {
  /** Of a hundred thousand, ten thousand, a thousand and a hundred. */
  places: readonly [string, string, string, string];
  million: string;
  /** Numbers from 1 to 99; `follows` behind a larger place. */
  small: (tens: number, units: number, follows: boolean) => string;
  /** What a place becomes where something smaller follows it. */
  led?: (place: string) => string;
};

function spokenByPlace({ places, million, small, led = (place) => place, ...spoken }: ByPlace): SpokenNumbers {
  const below = (number: number, follows: boolean): string => {
    let said = "";
    let rest = number;
    for (const [at, place] of places.entries()) {
      const size = 10 ** (5 - at);
      const digit = Math.floor(rest / size);
      rest %= size;
      if (digit > 0) said += `${spoken.digits[digit]}${rest > 0 ? led(place) : place}`;
    }
    return rest === 0 ? said : said + small(Math.floor(rest / 10), rest % 10, follows || said !== "");
  };
  const whole = (number: number): string => {
    if (number === 0) return spoken.digits[0] ?? "";
    const [millions, rest] = [Math.floor(number / 1_000_000), number % 1_000_000];
    const head = millions > 0 ? `${whole(millions)}${million}` : "";
    return rest === 0 ? head : head + below(rest, head !== "");
  };
  return { ...spoken, whole };
}

const TH_DIGITS = "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า".split(" ");

/** One at the end of a longer number is เอ็ด. */
export const THAI = spokenByPlace({
  digits: TH_DIGITS,
  mark: "จุด",
  gap: "",
  places: ["แสน", "หมื่น", "พัน", "ร้อย"],
  million: "ล้าน",
  small: (tens, units, follows) => {
    const head = tens === 0 ? "" : `${tens === 1 ? "" : tens === 2 ? "ยี่" : TH_DIGITS[tens]}สิบ`;
    if (units === 0) return head;
    return head + (units === 1 && (follows || head !== "") ? "เอ็ด" : TH_DIGITS[units]);
  },
});

const LO_DIGITS = "ສູນ ໜຶ່ງ ສອງ ສາມ ສີ່ ຫ້າ ຫົກ ເຈັດ ແປດ ເກົ້າ".split(" ");

/** Twenty has a word of its own; one behind tens is ເອັດ. */
export const LAO = spokenByPlace({
  digits: LO_DIGITS,
  mark: "ຈຸດ",
  gap: "",
  places: ["ແສນ", "ໝື່ນ", "ພັນ", "ຮ້ອຍ"],
  million: "ລ້ານ",
  small: (tens, units) => {
    const head = tens === 0 ? "" : tens === 2 ? "ຊາວ" : `${tens === 1 ? "" : LO_DIGITS[tens]}ສິບ`;
    if (units === 0) return head;
    return head + (units === 1 && head !== "" ? "ເອັດ" : LO_DIGITS[units]);
  },
});

const KM_DIGITS = "សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន".split(" ");
const KM_TENS = ["", ..."ដប់ ម្ភៃ សាមសិប សែសិប ហាសិប ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប".split(" ")];

/** Six is 'five one': behind the mark the digits stand apart. */
export const KHMER = spokenByPlace({
  digits: KM_DIGITS,
  mark: "ក្បៀស",
  gap: " ",
  places: ["សែន", "ម៉ឺន", "ពាន់", "រយ"],
  million: "លាន",
  small: (tens, units) => `${KM_TENS[tens]}${units === 0 ? "" : KM_DIGITS[units]}`,
});

const MY_DIGITS = "သုည တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနစ် ရှစ် ကိုး".split(" ");

/** Thousands, hundreds and tens take a short tone where something follows. */
export const BURMESE = spokenByPlace({
  digits: MY_DIGITS,
  mark: "ဒသမ",
  gap: " ",
  places: ["သိန်း", "သောင်း", "ထောင်", "ရာ"],
  million: "သန်း",
  small: (tens, units) => {
    const head = tens === 0 ? "" : `${MY_DIGITS[tens]}${units === 0 ? "ဆယ်" : "ဆယ့်"}`;
    return head + (units === 0 ? "" : MY_DIGITS[units]);
  },
  led: (place) => ({ ထောင်: "ထောင့်", ရာ: "ရာ့" })[place] ?? place,
});
