/** How it stands with a seizure at the media desk, on its own page. */
export default {
  "seizure.press": "Cho báo chí",
  "seizure.press.say": "Đánh dấu đang mở, hoặc ghi rằng đã công khai",
  "seizure.press.desk": "Đến bàn truyền thông",
  "seizure.press.how":
    "Vụ việc vào một thông cáo qua một báo cáo công khai, hoặc qua một ảnh mà cơ quan chủ quản chấp thuận.",
  "seizure.press.photo": "Ảnh {n}: che cho báo chí",
  "seizure.press.pictures": "{n} ảnh đã che, {cleared} ảnh đã chấp thuận",
  "seizure.press.open": "Đã đánh dấu đang mở: không thông cáo nào có vụ này được phát ra.",
  "seizure.press.known": "Được ghi là đã công khai trong nước.",
} as const;
