/** Questions before a report is sent. They ask; they never block. */
export default {
  "check.outside_window": "{day} ຢູ່ນອກໄລຍະປະຕິບັດການ ({from} ຫາ {to}). ລາຍງານຖືກເກັບໄວ້ ແລະ ໝາຍໄວ້, ແຕ່ບໍ່ນັບ.",
  "check.other_country": "ສະຖານທີ່ຢູ່ໃນ {country}, ແຕ່ທ່ານລາຍງານໃຫ້ {reporter}. ຖືກຕ້ອງບໍ?",
  "check.outside_country": "ຈຸດນີ້ຢູ່ຫ່າງຈາກ {country} ກວ່າ 25 km. ຖືກຕ້ອງບໍ?",
  "check.container_malformed": "{number} ບໍ່ຖືກຮູບແບບເລກຕູ້ຄອນເທນເນີ: ອັກສອນສີ່ຕົວ, ຕາມດ້ວຍຕົວເລກເຈັດຕົວ.",
  "check.container_check_digit": "ຕົວເລກສຸດທ້າຍຂອງ {number} ຄວນເປັນ {expected}. ໝາຍເຖິງ {corrected} ແມ່ນບໍ?",
  "check.thousand": "{quantity} {unit} ເທົ່າກັບໜຶ່ງພັນເທື່ອຂອງຄ່າປົກກະຕິ {usual} ພໍດີ. ຫົວໜ່ວຍຖືກຕ້ອງບໍ?",
  "check.weight_per_piece": "{kg} kg ສຳລັບ {pieces} ອັນ: ປົກກະຕິໜຶ່ງອັນໜັກ {low} ຫາ {high} kg. ຖືກຕ້ອງບໍ?",
  "check.large_quantity": "{kg} kg ເປັນຈຳນວນຫຼາຍ (ຕັ້ງແຕ່ {limit} kg ຂຶ້ນໄປ ລະບົບຈະຖາມຄືນ). ຖືກຕ້ອງບໍ?",
  "check.nationalities": "{named} ສັນຊາດ ສຳລັບ {all} ຄົນ. ຖືກຕ້ອງບໍ?",
  "check.answer.as_it_is": "ຖືກຕ້ອງຕາມທີ່ຂຽນ",
  "check.answer.country": "ປ່ຽນປະເທດ",
  "check.answer.at_sea": "ຢູ່ກາງທະເລ",
  "check.answer.corrected": "ໃຊ້ເລກທີ່ແກ້ແລ້ວ",
  "check.answer.divided": "ຫານໃຫ້ 1.000",
  "check.answer.grams": "ແມ່ນກຣາມ",
} as const;
