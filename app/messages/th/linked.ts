import type linked from "../en/linked.ts";

export default {
  "linked.seized_in": "ยึดที่ {place}",
  "linked.through": "ผ่าน {place}",
  "linked.corridor.travelled": "{from} ถึง {to}",
  "linked.corridor.intended": "{from} ถึง {to} (ตามที่ตั้งใจ)",
  "linked.corridor.near": "ที่หนึ่งใน{country}",
  "linked.box": "พื้นที่ {from} ถึง {to}",
  "linked.degrees.N": "{n}° เหนือ",
  "linked.degrees.S": "{n}° ใต้",
  "linked.degrees.E": "{n}° ตะวันออก",
  "linked.degrees.W": "{n}° ตะวันตก",
  "linked.none": "ไม่มีรายการใดตรงกับทุกเงื่อนไข ลองเอาตัวกรองออกหนึ่งอย่าง",
} satisfies Partial<Record<keyof typeof linked, string>>;
