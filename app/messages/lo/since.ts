/** What changed since the reader was last here. */
export default {
  "since.title": "ນັບແຕ່ທ່ານເຂົ້າມາຄັ້ງກ່ອນ",
  "since.nothing": "ບໍ່ມີຫຍັງປ່ຽນສຳລັບທ່ານ ນັບແຕ່ທ່ານເຂົ້າມາຄັ້ງກ່ອນ, {at}.",
  "since.more": "ແລະ ອີກ {n, number}",
  "since.question": "ອົງການຂອງທ່ານຖືກຖາມ: {question}",
  "since.answered": "ຄຳຖາມຂອງທ່ານມີຄຳຕອບແລ້ວ: {question}",
  "since.returned": "ສົ່ງຄືນຜູ້ຂຽນແລ້ວ: {goods}",
  "since.cleared": "ແບ່ງປັນແລ້ວ: {no}, {goods}",
  "since.on_route": "{no} ໂດຍ {agency}, {goods}: ປະເທດຂອງທ່ານຢູ່ໃນເສັ້ນທາງ",
  "since.withdrawn": "{agency} ຖອນ {no} ຄືນ",
  "since.withdrawn.unseen": "{agency} ຖອນການຍຶດໜຶ່ງຄືນ",
  "since.tally_asked": "ມີການຂໍສະຫຼຸບປະຈຳ{day} ຈາກທ່ານ",
  "since.tally_reminded": "ທ່ານຖືກແຈ້ງເຕືອນເລື່ອງສະຫຼຸບປະຈຳ{day}",
  "since.tally_question": "ສະຫຼຸບປະຈຳ{day} ຂອງທ່ານ ແລະ ລາຍງານຄະດີບໍ່ກົງກັນ: {goods}",
  "since.moved": "ປະຕິບັດການປ່ຽນເປັນ: {state}",
  "since.plan": "ແຜນມີການປ່ຽນແປງ",
  "since.people": "{n, plural, other {# ການປ່ຽນແປງ}}ໃນອົງການ ແລະ ສະມາຊິກ",
} as const;
