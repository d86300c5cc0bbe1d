/** Of the watch what warns on the first page. */
export default {
  "watch.alarm.gap.now": "{agency}- {from} မှစ၍ တာဝန်ကျသူ မရှိပါ",
  "watch.alarm.gap.soon": "{agency}- {from} မှစ၍ တာဝန်ကျသူ ရှိမည်မဟုတ်",
  "watch.alarm.gap.until": "နောက်တာဝန်ကျသူ {at} တွင် စမည်။",
  "watch.alarm.gap.open": "ထို့နောက် မည်သူမျှ စာရင်းမရှိပါ။",
  "watch.alarm.gap.unkept": "{agency}- စစ်ဆင်ရေး ဆောင်ရွက်နေသော်လည်း တာဝန်ကျဇယား မရှိပါ",
  "watch.alarm.handover": "{agency}- {from} တွင် တာဝန်လွှဲပြီး၊ လက်ခံသူ မရှိသေးပါ",
  "watch.alarm.to.gap": "တာဝန်ကျဇယား ဖွင့်ရန်",
  "watch.alarm.to.handover": "တာဝန်လွှဲမှု ဖွင့်ရန်",
} as const;
