import { expect, test } from "vitest";
import { numberWords } from "#app/messages/number-words.ts";

test.each([
  ["95.54", "ninety-five point five four", "chín mươi lăm phẩy năm bốn"],
  ["0", "zero", "không"],
  ["0.05", "zero point zero five", "không phẩy không năm"],
  ["15", "fifteen", "mười lăm"],
  ["10", "ten", "mười"],
  ["21", "twenty-one", "hai mươi mốt"],
  ["105", "one hundred and five", "một trăm linh năm"],
  ["1005", "one thousand five", "một nghìn không trăm linh năm"],
  ["95540", "ninety-five thousand five hundred and forty", "chín mươi lăm nghìn năm trăm bốn mươi"],
  ["2000000", "two million", "hai triệu"],
  [
    "1234567",
    "one million two hundred and thirty-four thousand five hundred and sixty-seven",
    "một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy",
  ],
])("%s", (decimal, english, vietnamese) => {
  expect(numberWords(decimal, "en")).toBe(english);
  expect(numberWords(decimal, "vi")).toBe(vietnamese);
});

test("in the pseudo-language no word stays as it is in English", () => {
  expect(numberWords("2070.15", "pseudo")).toBe("twô tĥôûšàñď šévéñtý pôîñt ôñé fîvé");
});

test("what nobody would say stays digits", () => {
  expect(numberWords("123456789012345", "en")).toBeNull();
  expect(numberWords("1234567890123", "lo")).toBeNull();
});

test.each([
  ["95.54", "九十五点五四", "เก้าสิบห้าจุดห้าสี่", "ເກົ້າສິບຫ້າຈຸດຫ້າສີ່"],
  ["0.05", "零点零五", "ศูนย์จุดศูนย์ห้า", "ສູນຈຸດສູນຫ້າ"],
  ["10", "十", "สิบ", "ສິບ"],
  ["15", "十五", "สิบห้า", "ສິບຫ້າ"],
  ["21", "二十一", "ยี่สิบเอ็ด", "ຊາວເອັດ"],
  ["101", "一百零一", "หนึ่งร้อยเอ็ด", "ໜຶ່ງຮ້ອຍໜຶ່ງ"],
  ["110", "一百一十", "หนึ่งร้อยสิบ", "ໜຶ່ງຮ້ອຍສິບ"],
  ["1005", "一千零五", "หนึ่งพันห้า", "ໜຶ່ງພັນຫ້າ"],
  ["2050", "两千零五十", "สองพันห้าสิบ", "ສອງພັນຫ້າສິບ"],
  ["95540", "九万五千五百四十", "เก้าหมื่นห้าพันห้าร้อยสี่สิบ", "ເກົ້າໝື່ນຫ້າພັນຫ້າຮ້ອຍສີ່ສິບ"],
  ["100010", "十万零一十", "หนึ่งแสนสิบ", "ໜຶ່ງແສນສິບ"],
  ["2000000", "二百万", "สองล้าน", "ສອງລ້ານ"],
  ["200000007", "两亿零七", "สองร้อยล้านเจ็ด", "ສອງຮ້ອຍລ້ານເຈັດ"],
])("%s in Chinese, Thai and Lao", (decimal, chinese, thai, lao) => {
  expect([numberWords(decimal, "zh"), numberWords(decimal, "th"), numberWords(decimal, "lo")]).toEqual([
    chinese,
    thai,
    lao,
  ]);
});

test.each([
  ["95.54", "កៅសិបប្រាំ ក្បៀស ប្រាំ បួន", "ကိုးဆယ့်ငါး ဒသမ ငါး လေး"],
  ["0", "សូន្យ", "သုည"],
  ["10", "ដប់", "တစ်ဆယ်"],
  ["16", "ដប់ប្រាំមួយ", "တစ်ဆယ့်ခြောက်"],
  ["21", "ម្ភៃមួយ", "နှစ်ဆယ့်တစ်"],
  ["105", "មួយរយប្រាំ", "တစ်ရာ့ငါး"],
  ["1500", "មួយពាន់ប្រាំរយ", "တစ်ထောင့်ငါးရာ"],
  ["95540", "ប្រាំបួនម៉ឺនប្រាំពាន់ប្រាំរយសែសិប", "ကိုးသောင်းငါးထောင့်ငါးရာ့လေးဆယ်"],
  ["2000000", "ពីរលាន", "နှစ်သန်း"],
])("%s in Khmer and Burmese", (decimal, khmer, burmese) => {
  expect([numberWords(decimal, "km"), numberWords(decimal, "my")]).toEqual([khmer, burmese]);
});
