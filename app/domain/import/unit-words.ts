import { searchKey } from "../search-key.ts";

/**
 * How units are written in reports of the region, beside their codes: abbreviations, plurals and other languages. What
 * a classifier counts depends on the goods ("con" are animals, "viên" tablets), which is why the word alone is kept too.
 */
const WORDS: Record<string, string> = {
  kg: "kg|kgs|kilôgam|kilogam|kí|ki|kgm|kil|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kilogramo|kilogramos|ky|ki lo gam|kí lô|kilô|ký|cân|กก|กก.|กิโล|กิโลกรัม|ກິໂລ|ກິໂລກຣາມ|ກລ|គីឡូ|គីឡូក្រាម|គក្រ|ကီလို|ကီလိုဂရမ်|公斤|千克|кг|килограмм",
  g: "g|gr|grs|gm|gms|grm|gram|grams|gramme|grammes|gramos|gam|กรัม|ก.|ກຣາມ|ກຼາມ|ក្រាម|ဂရမ်|克|г",
  mg: "mg|mgs|mgm|milligram|milligrams|milligramme|milligrammes|miligam|มก|มก.|มิลลิกรัม|毫克",
  t: "t|ton|tons|tonne|tonnes|tne|metric ton|metric tons|metric tonne|metric tonnes|mt|tấn|ตัน|ໂຕນ|តោន|တန်|吨|公吨|噸",
  lb: "lb|lbs|pound|pounds|pnd",
  oz: "oz|ounce|ounces|oun",
  l: "l|lt|ltr|ltrs|liter|liters|litre|litres|lít|ลิตร|ລິດ|លីត្រ|လီတာ|升|公升",
  ml: "ml|mls|mlt|milliliter|milliliters|millilitre|millilitres|mililít|cc|มล|มล.|มิลลิลิตร|毫升",
  pcs: "pcs|pc|pce|piece|pieces|pieza|piezas|piece s|item|items|unit|units|nos|no|number|number of specimens|specimen|specimens|nar|ea|each|cái|chiếc|mảnh|miếng|ชิ้น|อัน|ຊິ້ນ|ອັນ|ដុំ|ခု|件|个|個|块|塊|支|根|片|枚|只 件",
  animals:
    "animal|animals|head|heads|individual|individuals|live animal|live animals|ind|con|cá thể|ตัว|ໂຕ|ក្បាល|កូន|ကောင်|只|隻|头|頭|条|條|尾|匹|活体",
  plants: "plant|plants|cây|ต้น|ຕົ້ນ|ដើម|ပင်|株|棵",
  tablets: "tablet|tablets|tab|tabs|pill|pills|capsule|capsules|viên|viên nén|เม็ด|ເມັດ|គ្រាប់|ပြား|လုံး|粒|片剂|颗|丸",
  sticks: "stick|sticks|cigarette|cigarettes|điếu|มวน|ມວນ|ដើម បារី|လိပ်|支香烟|支烟",
  blotters: "blotter|blotters|stamp|stamps|dose|doses|tem|ดวง|张|贴",
  bottles: "bottle|bottles|bot|vial|vials|chai|lọ|ขวด|ຕຸກ|ដប|ပုလင်း|瓶",
  sachets: "sachet|sachets|packet of happy water|gói|ซอง|ຊອງ|កញ្ចប់|အထုပ်|袋|小包",
  logs: "log|logs|khúc|lóng|ท่อน|ທ່ອນ|កំណាត់|တုံး|原木",
  pairs: "pair|pairs|pai|đôi|cặp|คู่|ຄູ່|គូ|စုံ|对|對|双|雙",
  packs: "pack|packs|pack of 20|bao|ซองบุหรี่|ซอง 20|包|盒",
  cartons: "carton|cartons|ctn|ctns|crt|tút|cây thuốc|คอตตอน|条烟|条 烟",
  cases: "case|cases|cas|master case|master cases|mastercase|thùng|ลัง|ແກັດ|កេស|箱",
  m3: "m3|cum|cbm|cu m|cubic metre|cubic metres|cubic meter|cubic meters|mét khối|khối|ลบ.ม.|ลูกบาศก์เมตร|ແມັດກ້ອນ|ម៉ែត្រគូប|ကုဗမီတာ|立方米|立方",
  m2: "m2|sqm|sq m|square metre|square metres|square meter|square meters|mét vuông|ตร.ม.|ตารางเมตร|平方米",
  cm2: "cm2|sqc|sq cm|square centimetre|square centimetres|square centimeters",
  m: "m|mtr|mtrs|metre|metres|meter|meters|mét|เมตร|ແມັດ|ម៉ែត្រ|မီတာ|米",
  cm: "cm|cms|centimetre|centimetres|centimeter|centimeters|xăng ti mét|ซม.|เซนติเมตร|厘米",
  usd: "usd|us$|us dollar|us dollars|dollar us|đô la mỹ|ดอลลาร์สหรัฐ|美元",
  eur: "eur|euro|euros|€|欧元",
  cny: "cny|rmb|yuan|renminbi|nhân dân tệ|หยวน|人民币|元",
  hkd: "hkd|hk$|hong kong dollar|hong kong dollars|港元|港币",
  vnd: "vnd|vnđ|dong|đồng|₫|ด่อง|越南盾",
  thb: "thb|baht|bath|บาท|฿|泰铢",
  lak: "lak|kip|ກີບ|₭|กีบ",
  khr: "khr|riel|riels|រៀល|៛",
  mmk: "mmk|kyat|kyats|ကျပ်",
  myr: "myr|ringgit|rm",
  sgd: "sgd|s$|singapore dollar|singapore dollars",
  idr: "idr|rupiah|rp",
  php: "php|philippine peso|philippine pesos|₱",
  inr: "inr|indian rupee|indian rupees|₹",
  bdt: "bdt|taka|৳",
  krw: "krw|won|₩",
  jpy: "jpy|yen|¥",
  aud: "aud|a$|australian dollar|australian dollars",
  nzd: "nzd|nz$|new zealand dollar|new zealand dollars",
};

/** Words that are others without their tones: "can" (cân) a canister, "lo" a lot (lô) or a bottle (lọ). */
const TONES_TELL = ["cân", "lọ"];

const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([code, words]) =>
    words.split("|").map((word) => [TONES_TELL.includes(word) ? word : wordKey(word), code] as const),
  ),
);

/** A sign of money is part of the word: "€" alone, and "s$" is no "s". */
function wordKey(word: string): string {
  const key = searchKey(word);
  return key === "" || word.includes("$") ? word.trim().toLowerCase() : key;
}

/** The unit that a word means, or null. */
export function unitOfWord(word: string): string | null {
  const key = wordKey(word.replace(/\.$/, ""));
  if (key === "") return null;
  const written = word.trim().normalize("NFC").toLowerCase();
  return BY_WORD.get(written) ?? BY_WORD.get(key) ?? BY_WORD.get(key.replace(/ s$/, "")) ?? null;
}

/** A unit at the end of a heading: "Weight (kg)", "weight_kg", "Số lượng (viên)". */
export function unitInHeading(heading: string): string | null {
  const inBrackets = /[([（]([^)\]）]+)[)\]）]/.exec(heading)?.[1];
  const last = searchKey(heading).split(" ").at(-1) ?? "";
  const found = inBrackets ? unitOfWord(inBrackets) : null;
  if (found) return found;
  return ["kg", "kgs", "g", "mg", "tonnes", "litres", "ml", "pcs", "pieces", "tablets"].includes(last)
    ? unitOfWord(last)
    : null;
}

/** Units of which there are no halves: "2.000 viên" are two thousand. */
const WHOLE = ["pcs", "animals", "plants", "tablets", "sticks", "blotters", "bottles", "sachets", "logs", "pairs"];

export function countsWholes(unit: string | null): boolean {
  return unit !== null && [...WHOLE, "packs", "cartons", "cases", "vnd", "lak", "khr", "idr"].includes(unit);
}
