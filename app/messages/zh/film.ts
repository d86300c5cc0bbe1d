import type film from "../en/film.ts";

export default {
  "film.save": "保存为视频",
  "film.making": "正在本设备上制作视频",
  "film.done": "{done, number}/{of, number}",
  "film.cancel": "取消",
  "film.clock.happened": "按发生时间：行动日期，{zone}时间",
  "film.clock.known": "按当时所知：时刻，{zone}时间",
  "film.failure.unsupported": "此浏览器无法制作视频。较新的浏览器在以https开头的地址上可以制作。",
  "film.failure.too_long": "此影片超过900幅画面。请选择更大的步长或更少的天数。",
  "film.failure.taken_back": "制作视频期间有报告被暂缓或撤回，因此视频未保存。请重新制作。",
  "film.failure.failed": "无法制作视频。请重试。",
} satisfies Partial<Record<keyof typeof film, string>>;
