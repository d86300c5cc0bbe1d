import type linked from "../en/linked.ts";

export default {
  "linked.seized_in": "ຢຶດຢູ່ {place}",
  "linked.through": "ຜ່ານ {place}",
  "linked.corridor.travelled": "{from} ຫາ {to}",
  "linked.corridor.intended": "{from} ຫາ {to} (ຕາມທີ່ຕັ້ງໃຈ)",
  "linked.corridor.near": "ບ່ອນໜຶ່ງໃນ {country}",
  "linked.box": "ເຂດ {from} ຫາ {to}",
  "linked.degrees.N": "{n}° ເໜືອ",
  "linked.degrees.S": "{n}° ໃຕ້",
  "linked.degrees.E": "{n}° ຕາເວັນອອກ",
  "linked.degrees.W": "{n}° ຕາເວັນຕົກ",
  "linked.none": "ບໍ່ມີລາຍການໃດກົງກັບທຸກເງື່ອນໄຂ. ໃຫ້ເອົາຕົວກັ່ນຕອງອອກໜຶ່ງຢ່າງ.",
} satisfies Partial<Record<keyof typeof linked, string>>;
