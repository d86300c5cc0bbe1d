import type figures from "../en/figures.ts";

/** Tổng và báo cáo mới ở trang đầu. */
export default {
  "totals.cases": "{n, plural, other {vụ}}",
  "totals.by_slot": "Số vụ và lượng theo loại hàng",
  "totals.never_added": "Ki-lô-gam, cái và con không bao giờ được cộng với nhau.",
  "totals.quantity_in": "{quantity} trong {n, number} vụ",
  "totals.coverage.ever": "{n, number} trên {total, number} cơ quan đã báo vụ việc",
  "totals.coverage.today.n": "{n, plural, =0 {Hôm nay chưa có.} other {# trong số đó hôm nay.}}",
  "reports.title": "Báo cáo mới",
  "reports.today": "{n, number} hôm nay",
  "reports.newest_first": "mới nhất trước",
  "reports.new": "{n, plural, other {# báo cáo mới}}",
  "reports.burst": "{n} báo cáo mới",
  "reports.say": "Báo cáo mới: {what}, {place}",
  "reports.more_goods": "+ {n, number} loại nữa",
  "reports.goods_unknown": "Không rõ hàng hóa",
  "reports.none": "Chưa có vụ bắt giữ nào được báo. Báo cáo đầu tiên của bất kỳ cơ quan nào tự hiện ở đây.",
} satisfies Partial<Record<keyof typeof figures, string>>;
