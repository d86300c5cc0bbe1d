import type linked from "../en/linked.ts";

export default {
  "linked.seized_in": "{place} တွင် ဖမ်းဆီး",
  "linked.through": "{place} ကို ဖြတ်",
  "linked.corridor.travelled": "{from} မှ {to}",
  "linked.corridor.intended": "{from} မှ {to} (ရည်ရွယ်)",
  "linked.corridor.near": "{country} ရှိ နေရာတစ်ခု",
  "linked.box": "ဧရိယာ {from} မှ {to}",
  "linked.degrees.N": "{n}° မြောက်",
  "linked.degrees.S": "{n}° တောင်",
  "linked.degrees.E": "{n}° အရှေ့",
  "linked.degrees.W": "{n}° အနောက်",
  "linked.none": "အားလုံးနှင့် ကိုက်ညီသည့်အရာ မရှိပါ။ စစ်ထုတ်မှုတစ်ခုကို ဖယ်ပါ။",
} satisfies Partial<Record<keyof typeof linked, string>>;
