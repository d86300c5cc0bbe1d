import type summaries from "../en/summaries.ts";

/** အခြားဘာသာစကားဖြင့် ဖြစ်စဉ်- မည်သူ ဘာသာပြန်သည်၊ မည်သည့်မူမှ၊ အကျဉ်းချုပ် ရေးနည်း။ */
export default {
  "summary.original": "မူရင်း- {language}",
  "summary.original.unsaid": "မူရင်း၊ ဘာသာစကား မဖော်ပြ",
  "summary.in": "အကျဉ်းချုပ်- {language}",
  "summary.by": "ဘာသာပြန်သူ {name}၊ {agency}",
  "summary.back_by": "{name}၊ {agency} က ပြန်ရုပ်သိမ်းပြီး",
  "summary.about": "အမှု၏ မူ {n} မှ",
  "summary.changed": "မူရင်းကို နောက်ပိုင်း ပြင်ထားသည်",
  "summary.others": "{n, plural, other {အခြားဘာသာစကားဖြင့် အကျဉ်းချုပ် # ခု}}",
  "summary.earlier": "{n, plural, other {ယခင်မူ # ခု}}",
  "summary.taken_back": "ပြန်ရုပ်သိမ်းပြီး",
  "summary.add": "အခြားဘာသာစကားဖြင့် အကျဉ်းချုပ် ထည့်ရန်",
  "summary.correct": "ဤအကျဉ်းချုပ်ကို ပြင်ရန်",
  "summary.language": "အကျဉ်းချုပ်၏ ဘာသာစကား",
  "summary.text": "မူရင်း၏ အဓိကအချက်၊ အကျဉ်းချုပ်",
  "summary.text.hint": "အမှုပါ လူအမည်များ မရေးပါနှင့်။ သင့်အမည်နှင့် အဖွဲ့အစည်းကို အမှုဖတ်ခွင့်ရှိသူအားလုံး ဘေးတွင် မြင်ရသည်။",
  "summary.save": "အကျဉ်းချုပ် သိမ်းရန်",
  "summary.take_back": "ပြန်ရုပ်သိမ်းရန်",
  "error.summary.language.missing": "အကျဉ်းချုပ်၏ ဘာသာစကား ရွေးပါ။",
  "error.summary.language.original": "မူရင်းသည် ဤဘာသာစကား ဖြစ်သည်။ အခြားတစ်ခု ရွေးပါ။",
  "error.summary.text.missing": "မူရင်း၏ အဓိကအချက်ကို အကျဉ်းချုပ် ရေးပါ။",
  "error.summary.stale": "ဤအတွင်း တစ်ဦးက ဤအကျဉ်းချုပ်ကို ပြင်လိုက်သည်။ ယခုစာသားကို ဤနေရာတွင် မြင်ရသည်၊ သင့်စာဖြင့် ဆက်လိုပါက ထပ်သိမ်းပါ။",
  "error.summary.nothing": "သင်ဖတ်သော မူတွင် အကျဉ်းချုပ်ရန် ဖြစ်စဉ် မပါ။",
} satisfies Record<keyof typeof summaries, string>;
