/** What changed since the reader was last here. */
export default {
  "since.title": "ตั้งแต่คุณเข้ามาครั้งก่อน",
  "since.nothing": "ไม่มีสิ่งใดเปลี่ยนสำหรับคุณตั้งแต่เข้ามาครั้งก่อน {at}",
  "since.more": "และอีก {n, number} เรื่อง",
  "since.question": "หน่วยงานของคุณถูกถาม: {question}",
  "since.answered": "คำถามของคุณมีคำตอบแล้ว: {question}",
  "since.returned": "ส่งคืนผู้เขียน: {goods}",
  "since.cleared": "เผยแพร่แล้ว: {no}, {goods}",
  "since.on_route": "{no} โดย {agency}, {goods}: ประเทศของคุณอยู่ในเส้นทาง",
  "since.withdrawn": "{agency} ถอน {no}",
  "since.withdrawn.unseen": "{agency} ถอนการตรวจยึดรายหนึ่ง",
  "since.tally_asked": "มีการขอยอดวัน {day} จากคุณ",
  "since.tally_reminded": "ระบบเตือนยอดวัน {day} ของคุณ",
  "since.tally_question": "ยอดวัน {day} ของคุณไม่ตรงกับรายงานคดี: {goods}",
  "since.moved": "ปฏิบัติการเปลี่ยนเป็น: {state}",
  "since.plan": "แผนมีการเปลี่ยนแปลง",
  "since.people": "{n, plural, other {การเปลี่ยนแปลง # รายการ}} ในหน่วยงานและสมาชิก",
} as const;
