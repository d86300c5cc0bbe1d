import type film from "../en/film.ts";

export default {
  "film.save": "Lưu thành video",
  "film.making": "Đang tạo video trên thiết bị này",
  "film.done": "{done, number} trên {of, number}",
  "film.cancel": "Hủy",
  "film.clock.happened": "Như đã xảy ra: các ngày của chiến dịch theo giờ {zone}",
  "film.clock.known": "Như đã biết lúc đó: các thời điểm theo giờ {zone}",
  "film.failure.unsupported":
    "Trình duyệt này không tạo được video. Trình duyệt mới hơn làm được, tại địa chỉ bắt đầu bằng https.",
  "film.failure.too_long": "Phim này có hơn 900 hình. Hãy chọn bước dài hơn hoặc ít ngày hơn.",
  "film.failure.taken_back":
    "Một báo cáo đã bị giữ lại hoặc rút lại trong khi tạo video nên video không được lưu. Hãy tạo lại.",
  "film.failure.failed": "Không tạo được video. Hãy thử lại.",
} satisfies Partial<Record<keyof typeof film, string>>;
