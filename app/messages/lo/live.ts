/** What a live page says of itself and of what comes. */
export default {
  "live.arrived": "ການຍຶດໃໝ່: {commodity}, {place}, ລາຍງານໂດຍ {reporter}",
  "live.arrived.many": "{n, plural, other {ການຍຶດໃໝ່ # ຄັ້ງ}}",
  "live.caught_up": "{n, plural, other {ມີການຍຶດ # ຄັ້ງເຂົ້າມາໃນຂະນະທີ່ບໍ່ມີສັນຍານ}}",
  "live.over": "ທ່ານບໍ່ໄດ້ເຂົ້າຮ່ວມຢູ່ນີ້ແລ້ວ ຫຼື ໝົດເວລາໃຊ້ງານ",
  "live.access_changed": "ສິດເບິ່ງຂອງທ່ານປ່ຽນແລ້ວ; ໂຫຼດໜ້ານີ້ຄືນໃໝ່ແລ້ວ",
} as const;
