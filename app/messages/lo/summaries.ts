import type summaries from "../en/summaries.ts";

/** ເຫດການໃນພາສາອື່ນ: ໃຜແປ, ຈາກສະບັບໃດ, ແລະ ວິທີຂຽນບົດສະຫຼຸບ. */
export default {
  "summary.original": "ຕົ້ນສະບັບ: {language}",
  "summary.original.unsaid": "ຕົ້ນສະບັບ, ບໍ່ໄດ້ບອກພາສາ",
  "summary.in": "ບົດສະຫຼຸບ: {language}",
  "summary.by": "ແປໂດຍ {name}, {agency}",
  "summary.back_by": "{name}, {agency} ຖອນຄືນແລ້ວ",
  "summary.about": "ຈາກຄະດີສະບັບ {n}",
  "summary.changed": "ຕົ້ນສະບັບຖືກປ່ຽນຫຼັງຈາກນັ້ນ",
  "summary.others": "{n, plural, other {# ບົດສະຫຼຸບໃນພາສາອື່ນ}}",
  "summary.earlier": "{n, plural, other {# ສະບັບກ່ອນ}}",
  "summary.taken_back": "ຖອນຄືນແລ້ວ",
  "summary.add": "ເພີ່ມບົດສະຫຼຸບໃນພາສາອື່ນ",
  "summary.correct": "ແກ້ໄຂບົດສະຫຼຸບນີ້",
  "summary.language": "ພາສາຂອງບົດສະຫຼຸບ",
  "summary.text": "ເນື້ອໃນຫຍໍ້ຂອງຕົ້ນສະບັບ",
  "summary.text.hint": "ບໍ່ໃສ່ຊື່ຄົນໃນຄະດີ. ຊື່ ແລະ ໜ່ວຍງານຂອງທ່ານຈະຢູ່ຂ້າງບົດສະຫຼຸບ ໃຫ້ທຸກຄົນທີ່ອ່ານຄະດີໄດ້ເຫັນ.",
  "summary.save": "ບັນທຶກບົດສະຫຼຸບ",
  "summary.take_back": "ຖອນຄືນ",
  "error.summary.language.missing": "ເລືອກພາສາຂອງບົດສະຫຼຸບ.",
  "error.summary.language.original": "ຕົ້ນສະບັບເປັນພາສານີ້ຢູ່ແລ້ວ. ເລືອກພາສາອື່ນ.",
  "error.summary.text.missing": "ຂຽນເນື້ອໃນຫຍໍ້ຂອງຕົ້ນສະບັບ.",
  "error.summary.stale": "ມີຜູ້ອື່ນປ່ຽນບົດສະຫຼຸບນີ້ໃນລະຫວ່າງນັ້ນ. ເນື້ອໃນປັດຈຸບັນຢູ່ນີ້; ບັນທຶກອີກຄັ້ງ ຖ້າຢາກໃຫ້ຂອງທ່ານແທນຕໍ່.",
  "error.summary.nothing": "ສະບັບທີ່ທ່ານອ່ານບໍ່ມີເນື້ອໃນໃຫ້ສະຫຼຸບ.",
} satisfies Record<keyof typeof summaries, string>;
