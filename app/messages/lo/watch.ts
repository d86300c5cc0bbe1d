/** Of the watch what warns on the first page. */
export default {
  "watch.alarm.gap.now": "{agency}: ບໍ່ມີຜູ້ເຂົ້າເວນຕັ້ງແຕ່ {from}",
  "watch.alarm.gap.soon": "{agency}: ຈະບໍ່ມີຜູ້ເຂົ້າເວນຕັ້ງແຕ່ {from}",
  "watch.alarm.gap.until": "ເວນຕໍ່ໄປເລີ່ມ {at}.",
  "watch.alarm.gap.open": "ຫຼັງຈາກນັ້ນບໍ່ມີຜູ້ລົງເວນ.",
  "watch.alarm.gap.unkept": "{agency}: ປະຕິບັດການກຳລັງດຳເນີນຢູ່ ແຕ່ບໍ່ມີຕາຕະລາງເວນ",
  "watch.alarm.handover": "{agency}: ມອບເວນ {from} ແລະ ຍັງບໍ່ມີຜູ້ຮັບ",
  "watch.alarm.to.gap": "ເປີດຕາຕະລາງເວນ",
  "watch.alarm.to.handover": "ເປີດການມອບເວນ",
} as const;
