import type summaries from "../en/summaries.ts";

/** ការរៀបរាប់ជាភាសាផ្សេង៖ អ្នកណាបកប្រែ ពីកំណែណា និងរបៀបសរសេរសេចក្តីសង្ខេប។ */
export default {
  "summary.original": "ច្បាប់ដើម៖ {language}",
  "summary.original.unsaid": "ច្បាប់ដើម មិនបានបញ្ជាក់ភាសា",
  "summary.in": "សេចក្តីសង្ខេប៖ {language}",
  "summary.by": "បកប្រែដោយ {name}, {agency}",
  "summary.back_by": "{name}, {agency} បានដកវិញ",
  "summary.about": "ពីករណីកំណែ {n}",
  "summary.changed": "ច្បាប់ដើមបានផ្លាស់ប្តូរក្រោយមក",
  "summary.others": "{n, plural, other {សេចក្តីសង្ខេប # ជាភាសាផ្សេង}}",
  "summary.earlier": "{n, plural, other {កំណែមុន #}}",
  "summary.taken_back": "បានដកវិញ",
  "summary.add": "បន្ថែមសេចក្តីសង្ខេបជាភាសាផ្សេង",
  "summary.correct": "កែសេចក្តីសង្ខេបនេះ",
  "summary.language": "ភាសានៃសេចក្តីសង្ខេប",
  "summary.text": "ខ្លឹមសារច្បាប់ដើម ដោយសង្ខេប",
  "summary.text.hint": "កុំដាក់ឈ្មោះមនុស្សក្នុងករណី។ ឈ្មោះ និងអង្គភាពរបស់អ្នកនៅក្បែរវា សម្រាប់អ្នកដែលអាចអានករណី។",
  "summary.save": "រក្សាទុកសេចក្តីសង្ខេប",
  "summary.take_back": "ដកវិញ",
  "error.summary.language.missing": "ជ្រើសភាសានៃសេចក្តីសង្ខេប។",
  "error.summary.language.original": "ច្បាប់ដើមជាភាសានេះហើយ។ ជ្រើសភាសាផ្សេង។",
  "error.summary.text.missing": "សរសេរខ្លឹមសារច្បាប់ដើម ដោយសង្ខេប។",
  "error.summary.stale":
    "ក្នុងពេលនេះ មានអ្នកបានកែសេចក្តីសង្ខេបនេះ។ អត្ថបទបច្ចុប្បន្ននៅទីនេះ។ រក្សាទុកម្តងទៀត បើចង់ឱ្យអត្ថបទរបស់អ្នកបន្តពីវា។",
  "error.summary.nothing": "កំណែដែលអ្នកបានអាន គ្មានការរៀបរាប់សម្រាប់សង្ខេបទេ។",
} satisfies Record<keyof typeof summaries, string>;
