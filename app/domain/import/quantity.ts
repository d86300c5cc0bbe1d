import type { Decimal } from "../decimal.ts";
import { isPositive, multiplyDecimal } from "../exact-decimal.ts";
import { searchKey } from "../search-key.ts";
import { type DecimalMark, understandNumber, westernDigits } from "./number.ts";
import { asked, clear, EMPTY, type Note, note, tidyCell, type Understood, unread } from "./understood.ts";
import { countsWholes, unitOfWord } from "./unit-words.ts";

/** One measure of goods. `quantity` null: they were there, how much is not known. `unit` null: the cell names none. */
export type Amount = { quantity: Decimal | null; unit: string | null; qualifier: string };

/** What a cell says of amounts: one, or two measures of the same goods ("12 kg (300 pcs)"). */
export type Amounts = { first: Amount; second: Amount | null };

export type AmountContext = {
  mark: DecimalMark;
  /** The unit that the column's heading or a column beside it names. */
  unit: string | null;
  /** Whether that unit is only what such goods are usually counted in: then a cell that names another tells nothing new. */
  isUsual?: boolean;
};

/** Words that say how sure a number is, by their place before or behind it; keys of `searchKey`, signs as they are. */
const QUALIFIERS: readonly (readonly [words: RegExp, qualifier: string])[] = [
  [/^(estimated|estimate|est|ước tính|ước|估计|估計|โดยประมาณการ|estime|estimado)\b\.?/iu, "estimated"],
  [
    /^(approximately|approx|app|aprox|about|around|circa|ca|c|roughly|nearly|almost|some|khoảng|gần|độ|chừng|ประมาณ|ราว|ราวๆ|ປະມານ|ប្រហែល|ခန့်|约|約|大约|大約|近|environ|sekitar|kira-kira)(?=[\s.:\d]|$)\.?:?/iu,
    "approx",
  ],
  [/^[~≈≃±]/u, "approx"],
  [
    /^(at least|more than|over|above|min|minimum|not less than|no less than|upwards of|trên|hơn|ít nhất|มากกว่า|อย่างน้อย|กว่า|ຫຼາຍກວ່າ|យ៉ាងតិច|ច្រើនជាង|အနည်းဆုံး|超过|超過|至少|逾|多于|plus de|mas de)(?=[\s.:\d]|$)\.?/iu,
    "at_least",
  ],
  [/^[>≥]=?/u, "at_least"],
];

const BEHIND: readonly (readonly [words: RegExp, qualifier: string])[] = [
  [/[\s(（]+(estimated|estimate|est\.?|ước tính|估计|估計)[)）]?$/iu, "estimated"],
  [/(?:[\s(（]+(?:approximately|approx\.?|or so|ca\.?|ประมาณ)|左右)[)）]?$/iu, "approx"],
  [/(?:\s*\+|[\s(（]+(?:or more|and more|plus|upwards|trở lên)|ขึ้นไป|以上|余|餘)[)）]?$/iu, "at_least"],
];

/** Only that there was something is known. */
const PRESENT =
  /^(y|yes|x|✓|✔|true|present|some|several|many|various|unknown quantity|quantity unknown|có|ใช่|มี|ມີ|មាន|ရှိ|有|是)$/iu;

const NUMBER = String.raw`[\d๐-๙໐-໙០-៩၀-၉０-９][\d๐-๙໐-໙០-៩၀-၉０-９.,' ]*(?:e\+?\d+)?`;
const ONE = new RegExp(`^(${NUMBER})\\s*(.*)$`, "iu");
const RANGE = new RegExp(`^(${NUMBER})\\s*(?:-|–|—|to|đến|ถึง|至|到)\\s*(${NUMBER})\\s*(.*)$`, "iu");
const TIMES = new RegExp(`^(${NUMBER})\\s*(?:\\p{L}+\\s*)?(?:x|×|\\*)\\s*(${NUMBER})\\s*(.*)$`, "iu");
const TWO = /^(.*?\d.*?\p{L}.*?)\s*(?:[(（;,/&+]|\band\b|\bwith\b|,)\s*(\D{0,12}\d.*?)[)）]?$/iu;
const EACH = /\b(each|per piece|per item|a piece|apiece|mỗi (?:cái|con|viên)|\/(?:pc|piece|con|cái|viên))\b/iu;

/** What a cell says of how much: "12,5kg", "2.000 viên", "approx. 300", "12 kg (300 pcs)", "Y". */
export function understandAmounts(text: string, context: AmountContext): Understood<Amounts> {
  const tidy = tidyCell(text);
  if (tidy === "") return EMPTY;
  if (PRESENT.test(tidy)) {
    const present = { quantity: null, unit: null, qualifier: "exact" };
    return clear({ first: present, second: null }, note("import.quantity.present", { written: tidy }));
  }
  const whole = understandAmount(tidy, context);
  if (whole.state !== "unread") return only(whole);
  const parts = TWO.exec(tidy);
  if (!parts) return whole;
  const first = understandAmount(parts[1] ?? "", context);
  const second = understandAmount(parts[2] ?? "", { ...context, unit: null });
  return both(first, second) ?? whole;
}

function only(read: Understood<Amount>): Understood<Amounts> {
  const alone = (first: Amount): Amounts => ({ first, second: null });
  if (read.state === "clear") return clear(alone(read.value), ...read.notes);
  if (read.state === "asked") return asked(read.value && alone(read.value), read.others.map(alone), ...read.notes);
  return read;
}

/** Two measures in one cell are two measures only where each names a unit of its own. */
function both(first: Understood<Amount>, second: Understood<Amount>): Understood<Amounts> | null {
  if (first.state !== "clear" || second.state !== "clear") return null;
  if (!first.value.unit || !second.value.unit || first.value.unit === second.value.unit) return null;
  return clear({ first: first.value, second: second.value }, ...first.notes, ...second.notes);
}

function understandAmount(text: string, context: AmountContext): Understood<Amount> {
  const { rest, qualifier } = withoutQualifier(text.trim());
  const times = TIMES.exec(rest);
  if (times) return multiplied(rest, times, qualifier, context);
  const range = RANGE.exec(rest);
  if (range) return between(rest, range, context);
  const one = ONE.exec(rest);
  if (!one) return unread("import.quantity.unread", { written: text });
  return single(rest, one[1]?.trim() ?? "", one[2]?.trim() ?? "", qualifier, context);
}

/** "300+ pieces" */
const PLUS = new RegExp(`^(${NUMBER})\\+\\s*(?=\\p{L}|$)`, "iu");

function withoutQualifier(text: string): { rest: string; qualifier: string } {
  if (PLUS.test(text)) return { rest: text.replace(PLUS, "$1 ").trim(), qualifier: "at_least" };
  for (const [words, qualifier] of QUALIFIERS) {
    const rest = text.replace(words, "").trim();
    if (rest !== text && /\d/.test(westernDigits(rest))) return { rest, qualifier };
  }
  for (const [words, qualifier] of BEHIND) {
    const rest = text.replace(words, "").trim();
    if (rest !== text && /\d/.test(westernDigits(rest))) return { rest, qualifier };
  }
  return { rest: text, qualifier: "exact" };
}

function single(
  written: string,
  digits: string,
  word: string,
  qualifier: string,
  context: AmountContext,
): Understood<Amount> {
  const each = EACH.exec(word);
  const unitText = word.replace(EACH, "").trim();
  const named = unitText === "" ? null : unitOfWord(unitText);
  // "100s" are hundreds: more than one would count, fewer than one would write.
  if (!named && searchKey(unitText) === "s") return hundreds(written, digits, context);
  if (unitText !== "" && !named) return unread("import.unit.unread", { written: unitText });
  const unit = named ?? context.unit;
  const number = understandNumber(digits, countsWholes(unit) ? wholeMark(digits, context.mark) : context.mark);
  if (number.state === "unread" || number.state === "empty") return number;
  const notes = [...number.notes];
  if (named && context.unit && !context.isUsual && named !== context.unit)
    notes.push(note("import.unit.differs", { written: unitText }));
  const amount = (quantity: Decimal): Amount => ({ quantity, unit, qualifier });
  if (number.state === "asked")
    return asked(number.value === null ? null : amount(number.value), number.others.map(amount), ...notes);
  if (!isPositive(number.value)) return unread("import.quantity.nought", { written });
  if (each) return asked(amount(number.value), [], note("import.quantity.each", { written }), ...notes);
  return clear(amount(number.value), ...notes);
}

/** There are no halves of what is counted, so one mark with three digits behind it parts thousands. */
function wholeMark(digits: string, mark: DecimalMark): DecimalMark {
  const separator = /^\d{1,3}([.,])\d{3}$/.exec(westernDigits(digits))?.[1];
  if (!separator) return mark;
  return separator === "." ? "," : ".";
}

function hundreds(written: string, digits: string, context: AmountContext): Understood<Amount> {
  const number = understandNumber(digits, context.mark);
  if (number.state !== "clear") return unread("import.quantity.unread", { written });
  const amount = { quantity: number.value, unit: context.unit, qualifier: "at_least" };
  return asked<Amount>(amount, [], note("import.quantity.plural", { written }));
}

function between(written: string, found: RegExpExecArray, context: AmountContext): Understood<Amount> {
  const [, from = "", to = "", word = ""] = found;
  const unit = word.trim() === "" ? context.unit : unitOfWord(word);
  const [low, high] = [understandNumber(from, context.mark), understandNumber(to, context.mark)];
  if (low.state !== "clear" || high.state !== "clear" || (word.trim() !== "" && !unit))
    return unread("import.quantity.unread", { written });
  const amount = (quantity: Decimal, qualifier: string): Amount => ({ quantity, unit, qualifier });
  const why = note("import.quantity.range", { written });
  return asked(amount(low.value, "at_least"), [amount(high.value, "approx")], why);
}

function multiplied(
  written: string,
  found: RegExpExecArray,
  qualifier: string,
  context: AmountContext,
): Understood<Amount> {
  const [, often = "", much = "", word = ""] = found;
  const unit = word.trim() === "" ? context.unit : unitOfWord(word.replace(EACH, ""));
  const [count, size] = [understandNumber(often, context.mark), understandNumber(much, context.mark)];
  if (count.state !== "clear" || size.state !== "clear" || (word.trim() !== "" && !unit))
    return unread("import.quantity.unread", { written });
  const quantity = multiplyDecimal(count.value, size.value);
  const amount = (value: Decimal): Amount => ({ quantity: value, unit, qualifier });
  const why: Note = note("import.quantity.times", { written, product: quantity });
  return asked(amount(quantity), [amount(size.value)], why);
}
