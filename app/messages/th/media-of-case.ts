/** How it stands with a seizure at the media desk, on its own page. */
export default {
  "seizure.press": "สำหรับสื่อมวลชน",
  "seizure.press.say": "ทำเครื่องหมายว่ายังดำเนินอยู่ หรือแจ้งว่าเปิดเผยแล้ว",
  "seizure.press.desk": "ไปที่โต๊ะสื่อ",
  "seizure.press.how": "คดีจะอยู่ในข่าวได้ผ่านรายงานสาธารณะ หรือภาพที่เจ้าของคดีอนุมัติ",
  "seizure.press.photo": "ภาพ {n}: ปิดบังเพื่อสื่อ",
  "seizure.press.pictures": "ภาพที่ปิดบังแล้ว {n} ภาพ อนุมัติแล้ว {cleared} ภาพ",
  "seizure.press.open": "ทำเครื่องหมายว่ายังดำเนินอยู่: ไม่มีข่าวที่มีคดีนี้ออกไป",
  "seizure.press.known": "แจ้งว่าเปิดเผยในประเทศแล้ว",
} as const;
