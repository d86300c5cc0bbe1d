/** Questions before a report is sent. They ask; they never block. */
export default {
  "check.outside_window": "{day} သည် စစ်ဆင်ရေးကာလ ({from} မှ {to} အထိ) ပြင်ပ ဖြစ်သည်။ အစီရင်ခံစာကို အမှတ်ပြ၍ သိမ်းမည်၊ ထည့်မတွက်ပါ။",
  "check.other_country": "ဖြစ်ပွားရာနေရာမှာ {country} ဖြစ်ပြီး သင်က {reporter} အတွက် အစီရင်ခံနေသည်။ မှန်ပါသလား။",
  "check.outside_country": "ဤအမှတ်သည် {country} ပြင်ပ 25 ကီလိုမီတာကျော်တွင် ရှိသည်။ မှန်ပါသလား။",
  "check.container_malformed": "{number} သည် ကွန်တိန်နာအမှတ် ပုံစံ မဟုတ်ပါ- စာလုံးလေးလုံး၊ ထို့နောက် ဂဏန်းခုနစ်လုံး ဖြစ်ရမည်။",
  "check.container_check_digit": "{number} ၏ နောက်ဆုံးဂဏန်း {expected} ဖြစ်သင့်သည်။ {corrected} ကို ဆိုလိုပါသလား။",
  "check.thousand": "{quantity} {unit} သည် သာမန်ပမာဏ {usual} ၏ အဆတစ်ထောင် အတိအကျ ဖြစ်နေသည်။ ယူနစ် မှန်ပါသလား။",
  "check.weight_per_piece": "{pieces} ခုအတွက် {kg} kg ဖြစ်နေသည်- တစ်ခုလျှင် သာမန်အားဖြင့် {low} မှ {high} kg ရှိသည်။ မှန်ပါသလား။",
  "check.large_quantity": "{kg} kg သည် များပြားသည့်ပမာဏ ဖြစ်သည် ({limit} kg မှစ၍ နှစ်ခါမေးသည်)။ မှန်ပါသလား။",
  "check.nationalities": "လူ {all} ဦးအတွက် နိုင်ငံသား {named} ဦး ဖော်ပြထားသည်။ မှန်ပါသလား။",
  "check.answer.as_it_is": "ဤအတိုင်း မှန်သည်",
  "check.answer.country": "နိုင်ငံကို ပြောင်းရန်",
  "check.answer.at_sea": "ပင်လယ်ပြင်တွင် ဖြစ်သည်",
  "check.answer.corrected": "ပြင်ထားသည့်အမှတ်ကို သုံးရန်",
  "check.answer.divided": "1,000 ဖြင့် စားရန်",
  "check.answer.grams": "ဂရမ် ဖြစ်သည်",
} as const;
