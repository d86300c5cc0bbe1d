/** Questions before a report is sent. They ask; they never block. */
export default {
  "check.outside_window": "{day} อยู่นอกช่วงปฏิบัติการ ({from} ถึง {to}) ระบบเก็บรายงานและทำเครื่องหมายไว้ แต่ไม่นับ",
  "check.other_country": "สถานที่อยู่ใน {country} แต่คุณรายงานในนาม {reporter} ถูกต้องหรือไม่",
  "check.outside_country": "จุดนี้อยู่ห่างออกไปนอก {country} เกิน 25 กม. ถูกต้องหรือไม่",
  "check.container_malformed": "{number} ไม่อยู่ในรูปแบบหมายเลขตู้สินค้า: อักษรสี่ตัว แล้วตามด้วยตัวเลขเจ็ดหลัก",
  "check.container_check_digit": "หลักสุดท้ายของ {number} ควรเป็น {expected} หมายถึง {corrected} หรือไม่",
  "check.thousand": "{quantity} {unit} เป็นหนึ่งพันเท่าของค่าปกติ {usual} พอดี หน่วยนับถูกต้องหรือไม่",
  "check.weight_per_piece": "{kg} กก. ต่อ {pieces} ชิ้น: โดยปกติหนึ่งชิ้นหนัก {low} ถึง {high} กก. ถูกต้องหรือไม่",
  "check.large_quantity": "{kg} กก. เป็นปริมาณมาก (ระบบถามซ้ำตั้งแต่ {limit} กก.) ถูกต้องหรือไม่",
  "check.nationalities": "ระบุสัญชาติ {named} คน จากทั้งหมด {all} คน ถูกต้องหรือไม่",
  "check.answer.as_it_is": "ถูกต้องตามนี้",
  "check.answer.country": "เปลี่ยนประเทศ",
  "check.answer.at_sea": "เกิดในทะเล",
  "check.answer.corrected": "ใช้หมายเลขที่แก้แล้ว",
  "check.answer.divided": "หารด้วย 1,000",
  "check.answer.grams": "หน่วยเป็นกรัม",
} as const;
