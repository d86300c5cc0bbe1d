import type summaries from "../en/summaries.ts";

/** เหตุการณ์โดยสังเขปในภาษาอื่น: ใครแปล จากฉบับใด และวิธีเขียนบทสรุป */
export default {
  "summary.original": "ต้นฉบับ: {language}",
  "summary.original.unsaid": "ต้นฉบับ ไม่ระบุภาษา",
  "summary.in": "บทสรุป: {language}",
  "summary.by": "แปลโดย {name}, {agency}",
  "summary.back_by": "{name}, {agency} ถอนคืนแล้ว",
  "summary.about": "จากคดีฉบับที่ {n}",
  "summary.changed": "ต้นฉบับมีการแก้ไขหลังจากนั้น",
  "summary.others": "{n, plural, other {บทสรุปในภาษาอื่น # ฉบับ}}",
  "summary.earlier": "{n, plural, other {ฉบับก่อนหน้า # ฉบับ}}",
  "summary.taken_back": "ถอนคืนแล้ว",
  "summary.add": "เพิ่มบทสรุปในภาษาอื่น",
  "summary.correct": "แก้ไขบทสรุปนี้",
  "summary.language": "ภาษาของบทสรุป",
  "summary.text": "ใจความของต้นฉบับโดยย่อ",
  "summary.text.hint": "ไม่ระบุชื่อบุคคลในคดี ชื่อและหน่วยงานของคุณจะแสดงอยู่ข้างบทสรุปแก่ทุกคนที่อ่านคดีได้",
  "summary.save": "บันทึกบทสรุป",
  "summary.take_back": "ถอนคืน",
  "error.summary.language.missing": "เลือกภาษาของบทสรุป",
  "error.summary.language.original": "ต้นฉบับเป็นภาษานี้อยู่แล้ว เลือกภาษาอื่น",
  "error.summary.text.missing": "เขียนใจความของต้นฉบับโดยย่อ",
  "error.summary.stale": "มีผู้แก้ไขบทสรุปนี้ระหว่างนั้น ข้อความปัจจุบันแสดงไว้ที่นี่ หากต้องการให้ข้อความของคุณตามหลัง ให้บันทึกอีกครั้ง",
  "error.summary.nothing": "ฉบับที่คุณอ่านไม่มีข้อความให้สรุป",
} satisfies Record<keyof typeof summaries, string>;
