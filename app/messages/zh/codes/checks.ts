/** Questions before a report is sent. They ask; they never block. */
export default {
  "check.outside_window": "{day}不在行动期间（{from}至{to}）。报告会保存并标出，但不计入。",
  "check.other_country": "地点在{country}，而您代表{reporter}上报。是否如此？",
  "check.outside_country": "该点在{country}境外25公里以上。是否正确？",
  "check.container_malformed": "{number}不符合集装箱号格式：四个字母，后接七位数字。",
  "check.container_check_digit": "{number}的末位应为{expected}。是否应为{corrected}？",
  "check.thousand": "{quantity} {unit}恰为通常值{usual}的一千倍。单位是否正确？",
  "check.weight_per_piece": "{pieces}件共{kg}千克：通常每件重{low}至{high}千克。是否正确？",
  "check.large_quantity": "{kg}千克数量较大（{limit}千克起再次询问）。是否正确？",
  "check.nationalities": "共{all}人，而国籍合计{named}人。是否正确？",
  "check.answer.as_it_is": "无误",
  "check.answer.country": "更改国家或地区",
  "check.answer.at_sea": "发生在海上",
  "check.answer.corrected": "采用更正后的号码",
  "check.answer.divided": "除以1,000",
  "check.answer.grams": "应为克",
} as const;
