/** What checks find, where a question says it. */
export default {
  "check.duplicate": "អាចរាយការណ៍ពីរដង{no, select, other {៖ {no}}} (ដូចគ្នា {percent} %)។ មើលករណីស្ទួន។",
  "check.duplicate_certain": "រាយការណ៍ពីរដង៖ ស្ថាប័នបានដាក់លេខករណីដូចគ្នាលើ {no}។ មើលករណីស្ទួន។",
  "check.far_above": "{quantity} {unit} ខ្ពស់ជាងធម្មតាឆ្ងាយ ({usual} {unit})។ តើត្រឹមត្រូវទេ?",
  "check.missing_amount": "មិនដឹងបរិមាណ {commodity}។",
  "check.missing_taxon": "មិនបានបញ្ជាក់ប្រភេទសត្វ ឬរុក្ខជាតិនៃ {commodity}។",
  "check.missing_position": "ទីកន្លែងគ្មានកូអរដោនេ។",
  "check.missing_departure": "ផ្លូវគ្មានចំណុចចេញដំណើរ សូម្បី ‘មិនដឹង’។",
  "check.missing_destination": "ផ្លូវគ្មានគោលដៅ សូម្បី ‘មិនដឹង’។",
  "check.missing_concealment": "មិនបានបញ្ជាក់ការលាក់បាំង។ ‘គ្មាន’ ក៏ជាចម្លើយដែរ។",
  "check.rough_goods": "{commodity} ជាឈ្មោះក្រុមប៉ុណ្ណោះ៖ ជាប្រភេទណា?",
  "check.rough_day": "មិនដឹងថ្ងៃច្បាស់លាស់។",
  "check.joint": "ជាផ្នែកនៃករណីរួមជាមួយ {no} នៃ{country}។",
  "check.late": "បានចេញផ្សាយយឺត។",
} as const;
