/** What a live page says of itself and of what comes. */
export default {
  "live.arrived": "การตรวจยึดใหม่: {commodity}, {place} รายงานโดย {reporter}",
  "live.arrived.many": "{n, plural, other {การตรวจยึดใหม่ # ราย}}",
  "live.caught_up": "{n, plural, other {การตรวจยึด # ราย}} เข้ามาขณะไม่มีสัญญาณ",
  "live.over": "คุณไม่ได้เข้าร่วมที่นี่แล้ว หรือหมดเวลาใช้งาน",
  "live.access_changed": "สิทธิการดูของคุณเปลี่ยนไป ระบบโหลดหน้านี้ใหม่แล้ว",
} as const;
