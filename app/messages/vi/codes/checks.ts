/** Questions before a report is sent. They ask; they never block. */
export default {
  "check.outside_window":
    "Ngày {day} nằm ngoài thời gian chiến dịch ({from} đến {to}). Báo cáo vẫn được lưu, có đánh dấu và không được tính.",
  "check.other_country": "Địa điểm ở {country}, còn đơn vị báo cáo thuộc {reporter}. Có đúng không?",
  "check.outside_country": "Điểm này cách {country} hơn 25 km. Có đúng không?",
  "check.container_malformed": "{number} không đúng dạng số công-te-nơ: bốn chữ cái, sau đó bảy chữ số.",
  "check.container_check_digit": "Chữ số cuối của {number} phải là {expected}. Có phải là {corrected} không?",
  "check.thousand": "{quantity} {unit} đúng bằng một nghìn lần mức thường gặp là {usual}. Đơn vị có đúng không?",
  "check.weight_per_piece": "{kg} kg cho {pieces} chiếc: một chiếc thường nặng {low} đến {high} kg. Có đúng không?",
  "check.large_quantity": "{kg} kg là số lượng lớn (từ {limit} kg chúng tôi hỏi lại). Có đúng không?",
  "check.nationalities": "{named} quốc tịch cho {all} người. Có đúng không?",
  "check.answer.as_it_is": "Đúng như đã ghi",
  "check.answer.country": "Đổi quốc gia",
  "check.answer.at_sea": "Ở trên biển",
  "check.answer.corrected": "Dùng số đã sửa",
  "check.answer.divided": "Chia cho 1.000",
  "check.answer.grams": "Là gam",
} as const;
