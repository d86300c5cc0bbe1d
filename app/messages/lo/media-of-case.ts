/** How it stands with a seizure at the media desk, on its own page. */
export default {
  "seizure.press": "ສຳລັບສື່ມວນຊົນ",
  "seizure.press.say": "ໝາຍວ່າຍັງດຳເນີນຢູ່ ຫຼື ແຈ້ງວ່າເປີດເຜີຍແລ້ວ",
  "seizure.press.desk": "ໄປທີ່ໂຕະສື່",
  "seizure.press.how": "ຄະດີຈະຢູ່ໃນຂ່າວໄດ້ຜ່ານບົດລາຍງານສາທາລະນະ ຫຼື ຮູບທີ່ເຈົ້າຂອງຄະດີອະນຸມັດ",
  "seizure.press.photo": "ຮູບ {n}: ປິດບັງສຳລັບສື່",
  "seizure.press.pictures": "ຮູບທີ່ປິດບັງແລ້ວ {n} ຮູບ, ອະນຸມັດແລ້ວ {cleared} ຮູບ",
  "seizure.press.open": "ໝາຍວ່າຍັງດຳເນີນຢູ່: ບໍ່ມີຂ່າວທີ່ມີຄະດີນີ້ອອກໄປ",
  "seizure.press.known": "ແຈ້ງວ່າເປີດເຜີຍໃນປະເທດແລ້ວ",
} as const;
