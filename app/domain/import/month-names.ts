/** Months as they are written in dates of the region's reports; the first letters of longer ones are enough. */
const NAMES: readonly string[] = [
  "january|jan|janvier|janv|enero|ene|januari|มกราคม|ม.ค.|มค|ມັງກອນ|ម.ក|មករា|ဇန်နဝါရီ|tháng một|tháng giêng",
  "february|feb|février|févr|febrero|februari|กุมภาพันธ์|ก.พ.|กพ|ກຸມພາ|កុម្ភៈ|ဖေဖော်ဝါရီ|tháng hai",
  "march|mar|mars|marzo|mac|maret|มีนาคม|มี.ค.|มีค|ມີນາ|មីនា|မတ်|tháng ba",
  "april|apr|avril|avr|abril|abr|เมษายน|เม.ย.|เมย|ເມສາ|មេសា|ဧပြီ|tháng tư",
  "may|mai|mayo|mei|พฤษภาคม|พ.ค.|พค|ພຶດສະພາ|ឧសភា|မေ|tháng năm",
  "june|jun|juin|junio|juni|มิถุนายน|มิ.ย.|มิย|ມິຖຸນາ|មិថុនា|ဇွန်|tháng sáu",
  "july|jul|juillet|juil|julio|juli|julai|กรกฎาคม|ก.ค.|กค|ກໍລະກົດ|កក្កដា|ဇူလိုင်|tháng bảy",
  "august|aug|août|agosto|ago|agustus|ogos|สิงหาคม|ส.ค.|สค|ສິງຫາ|សីហា|ဩဂုတ်|tháng tám",
  "september|sept|sep|septembre|septiembre|กันยายน|ก.ย.|กย|ກັນຍາ|កញ្ញា|စက်တင်ဘာ|tháng chín",
  "october|oct|octobre|octubre|oktober|okt|ตุลาคม|ต.ค.|ตค|ຕຸລາ|តុលា|အောက်တိုဘာ|tháng mười",
  "november|nov|novembre|noviembre|พฤศจิกายน|พ.ย.|พย|ພະຈິກ|វិច្ឆិកា|နိုဝင်ဘာ|tháng mười một",
  "december|dec|décembre|déc|diciembre|dic|desember|disember|des|ธันวาคม|ธ.ค.|ธค|ທັນວາ|ធ្នូ|ဒီဇင်ဘာ|tháng mười hai",
];

const MONTHS = new Map(
  NAMES.flatMap((names, month) => names.split("|").map((name) => [monthKey(name), month + 1] as const)),
);

function monthKey(name: string): string {
  return name.normalize("NFC").toLowerCase().replace(/[.\s]/g, "");
}

/** 1 to 12 for a month's name or its abbreviation, or null. */
export function monthOfName(name: string): number | null {
  return MONTHS.get(monthKey(name)) ?? null;
}
