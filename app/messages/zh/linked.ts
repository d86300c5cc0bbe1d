import type linked from "../en/linked.ts";

export default {
  "linked.seized_in": "在{place}查获",
  "linked.through": "经过{place}",
  "linked.corridor.travelled": "{from}至{to}",
  "linked.corridor.intended": "{from}至{to}（预定）",
  "linked.corridor.near": "{country}境内某地",
  "linked.box": "区域 {from} 至 {to}",
  "linked.degrees.N": "北纬{n}°",
  "linked.degrees.S": "南纬{n}°",
  "linked.degrees.E": "东经{n}°",
  "linked.degrees.W": "西经{n}°",
  "linked.none": "没有记录同时符合全部条件。请去掉一个条件。",
} satisfies Partial<Record<keyof typeof linked, string>>;
