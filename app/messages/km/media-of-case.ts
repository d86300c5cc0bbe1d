/** How it stands with a seizure at the media desk, on its own page. */
export default {
  "seizure.press": "សម្រាប់សារព័ត៌មាន",
  "seizure.press.say": "សម្គាល់ថាកំពុងដំណើរការ ឬប្រាប់ថាបានផ្សាយជាសាធារណៈរួចហើយ",
  "seizure.press.desk": "ទៅតុព័ត៌មាន",
  "seizure.press.how": "ករណីចូលក្នុងសេចក្តីជូនព័ត៌មានតាមរបាយការណ៍សាធារណៈ ឬតាមរូបភាពដែលម្ចាស់ករណីអនុម័ត។",
  "seizure.press.photo": "រូបថត {n}៖ បិទបាំងសម្រាប់សារព័ត៌មាន",
  "seizure.press.pictures": "រូបបិទបាំង {n} អនុម័ត {cleared}",
  "seizure.press.open": "បានសម្គាល់ថាកំពុងដំណើរការ៖ គ្មានអ្វីអំពីករណីនេះចេញផ្សាយទេ។",
  "seizure.press.known": "បានប្រាប់ថាបានផ្សាយជាសាធារណៈក្នុងប្រទេសរួចហើយ។",
} as const;
