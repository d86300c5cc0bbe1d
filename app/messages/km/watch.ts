/** Of the watch what warns on the first page. */
export default {
  "watch.alarm.gap.now": "{agency}៖ គ្មានអ្នកប្រចាំការតាំងពី {from}",
  "watch.alarm.gap.soon": "{agency}៖ គ្មានអ្នកប្រចាំការចាប់ពី {from}",
  "watch.alarm.gap.until": "វេនបន្ទាប់ចាប់ផ្តើម {at}។",
  "watch.alarm.gap.open": "ក្រោយពីនោះ គ្មាននរណាចុះវេនទេ។",
  "watch.alarm.gap.unkept": "{agency}៖ ប្រតិបត្តិការកំពុងដំណើរការ ប៉ុន្តែគ្មានតារាងវេន",
  "watch.alarm.handover": "{agency}៖ វេនបានប្រគល់ {from} ហើយមិនទាន់មានអ្នកទទួល",
  "watch.alarm.to.gap": "បើកតារាងវេន",
  "watch.alarm.to.handover": "បើកការប្រគល់វេន",
} as const;
