/** What checks find, where a question says it. */
export default {
  "check.duplicate": "နှစ်ကြိမ် အစီရင်ခံမိနိုင်သည်{no, select, other {- {no}}} ({percent} % တူ)။ ထပ်နေမှုတွင် ကြည့်ပါ။",
  "check.duplicate_certain": "နှစ်ကြိမ် အစီရင်ခံမိ- အဖွဲ့အစည်းက {no} ကို အမှုအမှတ်တူ ပေးထားသည်။ ထပ်နေမှုတွင် ကြည့်ပါ။",
  "check.far_above": "{quantity} {unit} သည် ပုံမှန် ({usual} {unit}) ထက် များစွာ မြင့်သည်။ မှန်ပါသလား။",
  "check.missing_amount": "{commodity} ၏ ပမာဏ မသိပါ။",
  "check.missing_taxon": "{commodity} ၏ မျိုးစိတ် မဖော်ပြပါ။",
  "check.missing_position": "နေရာတွင် တည်နေရာကိန်း မပါပါ။",
  "check.missing_departure": "လမ်းကြောင်းတွင် ထွက်ခွာရာ မပါ၊ ‘မသိ’ ပင် မပါပါ။",
  "check.missing_destination": "လမ်းကြောင်းတွင် သွားမည့်နေရာ မပါ၊ ‘မသိ’ ပင် မပါပါ။",
  "check.missing_concealment": "ဝှက်ပုံ မဖော်ပြပါ။ ‘မရှိ’ သည်လည်း အဖြေဖြစ်သည်။",
  "check.rough_goods": "{commodity} သည် အုပ်စုအမည်သာ- မည်သည့်အမျိုးအစားနည်း။",
  "check.rough_day": "ရက်ကို အတိအကျ မသိပါ။",
  "check.joint": "{country} ၏ {no} နှင့် ပူးတွဲအမှု၏ အစိတ်အပိုင်း။",
  "check.late": "နောက်ကျ ထုတ်ပြန်သည်။",
} as const;
