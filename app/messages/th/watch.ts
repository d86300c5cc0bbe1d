/** Of the watch what warns on the first page. */
export default {
  "watch.alarm.gap.now": "{agency}: ไม่มีผู้เข้าเวรตั้งแต่ {from}",
  "watch.alarm.gap.soon": "{agency}: จะไม่มีผู้เข้าเวรตั้งแต่ {from}",
  "watch.alarm.gap.until": "เวรถัดไปเริ่ม {at}",
  "watch.alarm.gap.open": "หลังจากนั้นไม่มีผู้ลงเวร",
  "watch.alarm.gap.unkept": "{agency}: ปฏิบัติการกำลังดำเนินอยู่ แต่ไม่มีตารางเวร",
  "watch.alarm.handover": "{agency}: ส่งเวรเมื่อ {from} และยังไม่มีผู้รับ",
  "watch.alarm.to.gap": "เปิดตารางเวร",
  "watch.alarm.to.handover": "เปิดการส่งเวร",
} as const;
