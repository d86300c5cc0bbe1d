/** What checks find, where a question says it. */
export default {
  "check.duplicate": "อาจรายงานซ้ำ{no, select, other { กับ {no}}} (เหมือนกัน {percent} %) ดูรายการซ้ำ",
  "check.duplicate_certain": "รายงานซ้ำ: หน่วยงานใช้เลขคดีเดียวกันกับ {no} ดูรายการซ้ำ",
  "check.far_above": "{quantity} {unit} สูงกว่าปกติมาก ({usual} {unit}) ถูกต้องหรือไม่",
  "check.missing_amount": "ไม่ทราบปริมาณของ{commodity}",
  "check.missing_taxon": "ไม่ได้ระบุชนิดพันธุ์ของ{commodity}",
  "check.missing_position": "สถานที่ไม่มีพิกัด",
  "check.missing_departure": "เส้นทางไม่มีต้นทาง แม้แต่ ‘ไม่ทราบ’",
  "check.missing_destination": "เส้นทางไม่มีปลายทาง แม้แต่ ‘ไม่ทราบ’",
  "check.missing_concealment": "ไม่ได้ระบุการซุกซ่อน ‘ไม่มี’ ก็เป็นคำตอบได้",
  "check.rough_goods": "{commodity} เป็นเพียงชื่อกลุ่ม เป็นชนิดใด",
  "check.rough_day": "ไม่ทราบวันที่แน่ชัด",
  "check.joint": "เป็นส่วนของคดีร่วมกับ {no} ของ{country}",
  "check.late": "เผยแพร่ล่าช้า",
} as const;
