/** What checks find, where a question says it. */
export default {
  "check.duplicate": "ອາດລາຍງານຊ້ຳ{no, select, other {: {no}}} (ຄ້າຍກັນ {percent} %). ເບິ່ງລາຍງານຊ້ຳ.",
  "check.duplicate_certain": "ລາຍງານຊ້ຳ: ອົງການໃຫ້ເລກຄະດີດຽວກັນກັບ {no}. ເບິ່ງລາຍງານຊ້ຳ.",
  "check.far_above": "{quantity} {unit} ສູງກວ່າປົກກະຕິຫຼາຍ ({usual} {unit}). ຖືກຕ້ອງບໍ່?",
  "check.missing_amount": "ບໍ່ຮູ້ປະລິມານຂອງ {commodity}.",
  "check.missing_taxon": "ບໍ່ໄດ້ບອກຊະນິດພັນຂອງ {commodity}.",
  "check.missing_position": "ສະຖານທີ່ບໍ່ມີພິກັດ.",
  "check.missing_departure": "ເສັ້ນທາງບໍ່ມີຕົ້ນທາງ, ແມ່ນແຕ່ ‘ບໍ່ຮູ້’.",
  "check.missing_destination": "ເສັ້ນທາງບໍ່ມີປາຍທາງ, ແມ່ນແຕ່ ‘ບໍ່ຮູ້’.",
  "check.missing_concealment": "ບໍ່ໄດ້ບອກການເຊື່ອງຊ້ອນ; ‘ບໍ່ມີ’ ກໍແມ່ນຄຳຕອບ.",
  "check.rough_goods": "{commodity} ແມ່ນຊື່ກຸ່ມເທົ່ານັ້ນ: ແມ່ນປະເພດໃດ?",
  "check.rough_day": "ບໍ່ຮູ້ວັນທີແນ່ນອນ.",
  "check.joint": "ສ່ວນໜຶ່ງຂອງຄະດີຮ່ວມກັບ {no} ຂອງ {country}.",
  "check.late": "ແບ່ງປັນຊ້າ.",
} as const;
