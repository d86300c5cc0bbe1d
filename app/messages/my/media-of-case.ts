/** How it stands with a seizure at the media desk, on its own page. */
export default {
  "seizure.press": "သတင်းမီဒီယာအတွက်",
  "seizure.press.say": "ဆောင်ရွက်ဆဲဟု မှတ်ပါ၊ သို့မဟုတ် အများသိပြီးဟု ပြောပါ",
  "seizure.press.desk": "မီဒီယာစားပွဲသို့",
  "seizure.press.how": "အမှုသည် အများပြည်သူသို့ အစီရင်ခံစာ သို့မဟုတ် ပိုင်ရှင်အတည်ပြုသော ပုံမှတစ်ဆင့် သတင်းထုတ်ပြန်ချက်တွင် ပါဝင်သည်။",
  "seizure.press.photo": "ဓာတ်ပုံ {n} - မီဒီယာအတွက် ဖုံးကွယ်ပါ",
  "seizure.press.pictures": "ဖုံးကွယ်ထားသောပုံ {n} ပုံ၊ အတည်ပြုပြီး {cleared} ပုံ",
  "seizure.press.open": "ဆောင်ရွက်ဆဲဟု မှတ်ထားသည် - ဤအမှုပါသော သတင်း မထွက်ပါ။",
  "seizure.press.known": "နိုင်ငံအတွင်း အများသိပြီးဟု ပြောထားသည်။",
} as const;
