import type linked from "../en/linked.ts";

export default {
  "linked.seized_in": "រឹបអូសនៅ {place}",
  "linked.through": "ឆ្លងកាត់ {place}",
  "linked.corridor.travelled": "{from} ទៅ {to}",
  "linked.corridor.intended": "{from} ទៅ {to} (តាមបំណង)",
  "linked.corridor.near": "កន្លែងមួយក្នុង {country}",
  "linked.box": "តំបន់ {from} ដល់ {to}",
  "linked.degrees.N": "{n}° ជើង",
  "linked.degrees.S": "{n}° ត្បូង",
  "linked.degrees.E": "{n}° កើត",
  "linked.degrees.W": "{n}° លិច",
  "linked.none": "គ្មានអ្វីត្រូវនឹងលក្ខខណ្ឌទាំងអស់ទេ។ ដកតម្រងមួយចេញ។",
} satisfies Partial<Record<keyof typeof linked, string>>;
