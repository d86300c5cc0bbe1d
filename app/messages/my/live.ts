/** What a live page says of itself and of what comes. */
export default {
  "live.arrived": "ဖမ်းဆီးရမိမှုအသစ်- {commodity}၊ {place}၊ အစီရင်ခံသူ {reporter}",
  "live.arrived.many": "{n, plural, other {ဖမ်းဆီးရမိမှုအသစ် # ခု}}",
  "live.caught_up": "လိုင်းပြတ်နေစဉ် {n, plural, other {ဖမ်းဆီးရမိမှု # ခု}} ရောက်လာသည်",
  "live.over": "သင် ဤနေရာတွင် မပါဝင်တော့ပါ၊ သို့မဟုတ် ဝင်ရောက်ချိန် ကုန်သွားပြီ",
  "live.access_changed": "သင် မြင်ခွင့်ရှိသည်များ ပြောင်းသွား၍ စာမျက်နှာကို ပြန်ဖွင့်ထားသည်",
} as const;
