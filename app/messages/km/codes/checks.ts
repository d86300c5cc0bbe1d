/** Questions before a report is sent. They ask; they never block. */
export default {
  "check.outside_window": "{day} នៅក្រៅប្រតិបត្តិការ ({from} ដល់ {to})។ របាយការណ៍ត្រូវបានរក្សាទុក និងដាក់សញ្ញា តែមិនរាប់បញ្ចូលទេ។",
  "check.other_country": "ទីកន្លែងនៅ {country} តែអ្នករាយការណ៍ក្នុងនាម {reporter}។ ដូច្នេះមែនទេ?",
  "check.outside_country": "ចំណុចនេះនៅក្រៅ {country} លើសពី 25 km។ ត្រឹមត្រូវទេ?",
  "check.container_malformed": "{number} មិនមានទម្រង់ជាលេខកុងតឺន័រទេ៖ អក្សរបួន រួចលេខប្រាំពីរ។",
  "check.container_check_digit": "លេខចុងក្រោយនៃ {number} គួរជា {expected}។ តើអ្នកចង់សរសេរ {corrected} មែនទេ?",
  "check.thousand": "{quantity} {unit} គឺស្មើមួយពាន់ដងនៃចំនួនធម្មតា {usual}។ ឯកតាត្រឹមត្រូវទេ?",
  "check.weight_per_piece": "{kg} kg សម្រាប់ {pieces} ដុំ៖ ធម្មតាមួយដុំទម្ងន់ {low} ដល់ {high} kg។ ត្រឹមត្រូវទេ?",
  "check.large_quantity": "{kg} kg ជាបរិមាណធំ (ចាប់ពី {limit} kg យើងសួរម្តងទៀត)។ ត្រឹមត្រូវទេ?",
  "check.nationalities": "សញ្ជាតិ {named} សម្រាប់មនុស្ស {all} នាក់។ ត្រឹមត្រូវទេ?",
  "check.answer.as_it_is": "ត្រឹមត្រូវដូច្នេះហើយ",
  "check.answer.country": "ប្តូរប្រទេស",
  "check.answer.at_sea": "នៅលើសមុទ្រ",
  "check.answer.corrected": "ប្រើលេខដែលបានកែ",
  "check.answer.divided": "ចែកនឹង 1.000",
  "check.answer.grams": "គឺជាក្រាម",
} as const;
