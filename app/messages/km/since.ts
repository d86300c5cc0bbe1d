/** What changed since the reader was last here. */
export default {
  "since.title": "តាំងពីអ្នកនៅទីនេះលើកមុន",
  "since.nothing": "គ្មានអ្វីប្រែប្រួលសម្រាប់អ្នកទេ តាំងពីលើកមុន {at}។",
  "since.more": "និង {n, number} ទៀត",
  "since.question": "មានសំណួរដល់ស្ថាប័នអ្នក៖ {question}",
  "since.answered": "សំណួររបស់អ្នកមានចម្លើយ៖ {question}",
  "since.returned": "បញ្ជូនត្រឡប់ទៅអ្នកសរសេរ៖ {goods}",
  "since.cleared": "បានចេញផ្សាយ៖ {no}, {goods}",
  "since.on_route": "{no} របស់ {agency}, {goods}៖ ប្រទេសអ្នកនៅលើផ្លូវធ្វើដំណើររបស់វា",
  "since.withdrawn": "{agency} បានដក {no} ចេញ",
  "since.withdrawn.unseen": "{agency} បានដកការរឹបអូសមួយចេញ",
  "since.tally_asked": "មានការស្នើសុំរបាយការណ៍ថ្ងៃ {day} ពីអ្នក",
  "since.tally_reminded": "មានការរំលឹកអំពីរបាយការណ៍ថ្ងៃ {day} របស់អ្នក",
  "since.tally_question": "របាយការណ៍ថ្ងៃ {day} របស់អ្នក និងរបាយការណ៍ករណីមិនត្រូវគ្នា៖ {goods}",
  "since.moved": "ប្រតិបត្តិការបានប្តូរទៅ៖ {state}",
  "since.plan": "ផែនការត្រូវបានកែ",
  "since.people": "{n, plural, other {# ការប្រែប្រួល}}ក្នុងចំណោមស្ថាប័ន និងសមាជិក",
} as const;
