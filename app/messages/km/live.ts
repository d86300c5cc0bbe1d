/** What a live page says of itself and of what comes. */
export default {
  "live.arrived": "ការរឹបអូសថ្មី៖ {commodity}, {place}, រាយការណ៍ដោយ {reporter}",
  "live.arrived.many": "{n, plural, other {# ការរឹបអូសថ្មី}}",
  "live.caught_up": "{n, plural, other {# ការរឹបអូស}}បានមកដល់ ពេលគ្មានការតភ្ជាប់",
  "live.over": "អ្នកលែងចូលរួមនៅទីនេះ ឬវគ្គរបស់អ្នកបានចប់",
  "live.access_changed": "សិទ្ធិមើលរបស់អ្នកបានប្រែប្រួល ហើយទំព័រត្រូវបានទាញយកម្តងទៀត",
} as const;
