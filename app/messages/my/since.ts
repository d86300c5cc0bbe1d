/** What changed since the reader was last here. */
export default {
  "since.title": "သင် နောက်ဆုံးဝင်ပြီးနောက်",
  "since.nothing": "သင် နောက်ဆုံးဝင်သည့် {at} မှစ၍ သင်နှင့်သက်ဆိုင်သည် မပြောင်းလဲပါ။",
  "since.more": "နောက်ထပ် {n, number} ခု",
  "since.question": "သင့်အဖွဲ့အစည်းကို မေးထားသည်- {question}",
  "since.answered": "သင့်မေးခွန်းကို ဖြေပြီး- {question}",
  "since.returned": "ရေးသူထံ ပြန်ပို့ထား- {goods}",
  "since.cleared": "ထုတ်ပြန်ပြီး- {no}၊ {goods}",
  "since.on_route": "{agency} ၏ {no}၊ {goods}- သင့်နိုင်ငံသည် ၎င်း၏လမ်းကြောင်းပေါ်တွင် ရှိသည်",
  "since.withdrawn": "{agency} က {no} ကို ရုပ်သိမ်းသည်",
  "since.withdrawn.unseen": "{agency} က ဖမ်းဆီးရမိမှုတစ်ခုကို ရုပ်သိမ်းသည်",
  "since.tally_asked": "{day} အတွက် သင့်နေ့စဉ်စာရင်းကို တောင်းထားသည်",
  "since.tally_reminded": "{day} အတွက် သင့်နေ့စဉ်စာရင်းကို သတိပေးထားသည်",
  "since.tally_question": "{day} အတွက် သင့်နေ့စဉ်စာရင်းနှင့် အမှုအစီရင်ခံစာများ ကွာခြားသည်- {goods}",
  "since.moved": "စစ်ဆင်ရေး အဆင့်ပြောင်းသည်- {state}",
  "since.plan": "အစီအစဉ် ပြောင်းလဲသည်",
  "since.people": "အဖွဲ့အစည်းနှင့် အဖွဲ့ဝင်များတွင် {n, plural, other {ပြောင်းလဲမှု # ခု}}",
} as const;
