/** Views that are kept, beside the pages that they are of, and what was told of them. */
export default {
  "views.own": "ទិដ្ឋភាពរបស់អ្នក",
  "views.shared": "ចែករំលែកជាមួយប្រតិបត្តិការ",
  "views.none": "មិនទាន់មានទិដ្ឋភាពណាមួយនៃទំព័រនេះត្រូវបានរក្សាទុកទេ",
  "views.all": "ទិដ្ឋភាព និងការជូនដំណឹងទាំងអស់",
  "views.by": "{name}, {agency}",
  "views.save": "រក្សាទុកទិដ្ឋភាព",
  "views.name": "ឈ្មោះ",
  "views.query": "អាសយដ្ឋាន",
  "views.lost": "បណ្តាញដាច់៖ មិនបានរក្សាទុកអ្វីទេ អ្វីដែលអ្នកបានវាយនៅតែមាននៅទីនេះ",
  "views.saved": "បានរក្សាទុក",
  "views.instead": "ជំនួស",
  "views.instead.none": "ទិដ្ឋភាពថ្មី",
  "views.share": "ចែករំលែកជាមួយប្រតិបត្តិការ",
  "views.share.note":
    "អ្នកទាំងអស់ក្នុងប្រតិបត្តិការនេះដែលអានករណីបាន អាចបើកវាបាន ដោយមានឈ្មោះ និងស្ថាប័នរបស់អ្នកនៅក្បែរ។ អ្នកសង្កេតការណ៍មើលមិនឃើញទេ។",
  "views.no_search": "ពាក្យស្វែងរកមិនត្រូវបានរក្សាទុកជាមួយទេ",
  "views.told": "{n, plural, other {ករណីថ្មី #}} ក្នុង “{view}”",
  "views.told.since": "ចាប់ពី {since} ជូនដំណឹងនៅ {at}",
  "views.told.case": "បើកករណី",
  "views.told.open": "បើកទិដ្ឋភាព",
  "views.told.all": "ការជូនដំណឹងទាំងអស់",
} as const;
