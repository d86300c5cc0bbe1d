import { searchKey } from "../search-key.ts";
import { unitInHeading } from "./unit-words.ts";

/**
 * What a column can hold. Most are fields of the API by their own names; the rest say a part of one (`weight` is a
 * quantity in kilograms) or several at once (`origins` are nodes of the route).
 */
export const TARGETS = [
  "nationalCaseNo",
  "cenNo",
  "cencommNo",
  "occurredOn",
  "occurredTo",
  "occurredTime",
  "year",
  "month",
  "datePrecision",
  "place",
  "placeCity",
  "placeCountry",
  "placeSite",
  "placeCode",
  "lat",
  "lon",
  "geoPrecision",
  "placeKind",
  "direction",
  "mode",
  "carrier",
  "transportNo",
  "containerNo",
  "origins",
  "departures",
  "transits",
  "destinations",
  "route",
  "exporter",
  "importer",
  "commodity",
  "category",
  "species",
  "genus",
  "epithet",
  "specimen",
  "description",
  "quantity",
  "unit",
  "qualifier",
  "weight",
  "pieces",
  "volume",
  "secondQuantity",
  "secondUnit",
  "purityPercent",
  "brand",
  "live",
  "identification",
  "fieldCommodity",
  "eventKind",
  "detections",
  "controlReasons",
  "concealment",
  "concealmentPlaces",
  "concealmentMethods",
  "offences",
  "arrested",
  "identified",
  "nationalities",
  "custody",
  "disposal",
  "narrative",
  "language",
  "handling",
] as const;
export type Target = (typeof TARGETS)[number];

/** Headings by the words of real files, the region's languages among them; "=" wants the whole heading. */
const HEADINGS: readonly (readonly [target: Target, words: string])[] = [
  [
    "nationalCaseNo",
    "case no|case number|case ref|caseno|national case no|nationalcaseno|seizure number|seizure no|seizure id|control number|reference no|ref no|folio no|report no|record no|số vụ|mã vụ|số hồ sơ|เลขที่คดี|เลขคดี|案件编号|案号|=id|=no|=ref|=reference|=case|internal reference",
  ],
  ["cenNo", "cen no|cen number|cen id|=cen"],
  ["cencommNo", "cencomm no|cencomm number|cencomm id|=cencomm"],
  [
    "occurredOn",
    "date of seizure|seizure date|date seized|occurred on|occurredon|=date|date iso|incident date|date of incident|disposition date|released on|ngày bắt giữ|ngày vi phạm|ngày xảy ra|=ngày|วันที่จับกุม|วันที่|查获日期|查獲日期|=日期|fecha|=day",
  ],
  ["occurredTo", "date to|end date|until|occurred to|đến ngày"],
  ["occurredTime", "time of seizure|=time|=giờ|=เวลา|=时间"],
  ["year", "=year|seizure year|=năm|=ปี|=年份|=年|disposition year"],
  ["month", "=month|=tháng|=เดือน|=月份"],
  ["datePrecision", "date precision|dateprecision|precision of date"],
  ["placeCity", "seizure city|city of seizure|place city|=city|=town|thành phố|=เมือง|=จังหวัด|城市"],
  [
    "placeCountry",
    "seizure country|country of seizure|country of discovery|discovery country|country of incident|country iso3|country iso2|reporting country|=country|country name|=quốc gia|=ประเทศ|国家",
  ],
  [
    "placeSite",
    "=location|=site|airport|=port|port of entry|border post|customs office|reporting office|cửa khẩu|chi cục|ด่าน|口岸|place name",
  ],
  [
    "place",
    "place of seizure|location of incident|location of seizure|seizure place|seizure location|discovery place|=place|place raw|địa điểm|nơi bắt giữ|สถานที่|地点|地點",
  ],
  ["lat", "=lat|latitude|city lat|vĩ độ"],
  ["lon", "=lon|=lng|=long|longitude|city lon|kinh độ"],
  ["placeKind", "place kind|kind of place|type of place|place type|placekind"],
  ["direction", "direction|customs procedure|procedure|import export|=flow|hướng|ทิศทาง|进出口"],
  [
    "mode",
    "mode of transport|transport mode|transport detail|means of transport|conveyance|=transport|=mode|transportation|phương tiện|วิธีขนส่ง|运输方式|運輸方式",
  ],
  ["carrier", "carrier|airline|shipping line|vessel name|hãng vận chuyển|สายการบิน|航空公司"],
  ["transportNo", "flight|voyage|transport no|flight no|vehicle no|số hiệu chuyến|เที่ยวบิน|航班"],
  ["containerNo", "container|số container|货柜号|集装箱号"],
  [
    "origins",
    "origins|country of origin|alleged country of origin|origin country|country origin|=origin|origin raw|xuất xứ|nước xuất xứ|ต้นทาง|ประเทศต้นกำเนิด|原产地|来源地",
  ],
  ["departures", "departure|country of departure|country of export|export country|loading|nơi đi|启运|country imp exp"],
  [
    "transits",
    "transits|transit|countries of transit|country of transit|transit countries|transit raw|quá cảnh|ทางผ่าน|过境",
  ],
  [
    "destinations",
    "destinations|destination|final destination|alleged final destination|country of destination|destination raw|nơi đến|điểm đến|ปลายทาง|目的地",
  ],
  ["exporter", "exporter|exporting country"],
  ["importer", "importer|importing country"],
  ["species", "species|scientific name|taxon|common name|specific name|latin name|loài|ชนิดพันธุ์|物种|物種"],
  ["genus", "=genus"],
  ["epithet", "=epithet|species epithet"],
  [
    "category",
    "category|commodity group|drug group|class of goods|type of goods|=group|generic name|nhóm hàng|ประเภท|类别",
  ],
  ["specimen", "description of specimen|specimen type|specimen|=term|trade term|term code"],
  [
    "commodity",
    "commodity|goods|substance|drug|drug type|=item|product|hàng hóa|tang vật|loại ma túy|ของกลาง|สินค้า|货物|物品|毒品|title zh|headline|=title",
  ],
  ["description", "goods description|=description|item description|mô tả|รายละเอียด|描述"],
  ["weight", "weight|net weight|gross weight|kilograms|=kg|=kgs|trọng lượng|khối lượng|น้ำหนัก|重量"],
  ["pieces", "=number|number of items|number of specimens|no of pieces|pieces|count|=pcs|số con|số viên|จำนวนชิ้น|件数"],
  ["volume", "volume|litres|liters|thể tích|ปริมาตร"],
  ["secondQuantity", "second quantity|secondquantity|quantity 2|other quantity"],
  ["secondUnit", "second unit|secondunit|unit 2"],
  ["quantity", "quantity|qty|amount|số lượng|lượng|จำนวน|ปริมาณ|数量|數量"],
  ["unit", "=unit|=units|unit of measure|=uom|đơn vị|đơn vị tính|=dvt|=đvt|หน่วย|单位|單位"],
  ["purityPercent", "purity|hàm lượng"],
  ["brand", "brand|nhãn hiệu|ยี่ห้อ"],
  ["live", "live or dead|=live|alive|live dead"],
  ["eventKind", "event kind|eventkind|kind of event|type of event"],
  ["detections", "detection|method of detection|detection method|how detected|phương thức phát hiện|วิธีตรวจพบ|查获方式"],
  ["controlReasons", "reason for control|control reason"],
  ["concealment", "concealment|method of concealment|hidden|cất giấu|thủ đoạn|วิธีซุกซ่อน|藏匿"],
  ["offences", "offence|offense|reason for seizure|violation|hành vi|ความผิด|违法"],
  ["arrested", "arrested|arrests|persons arrested|suspects arrested|số đối tượng|ผู้ต้องหา|逮捕"],
  ["nationalities", "nationality|nationalities|nationality of offenders|quốc tịch|สัญชาติ|国籍"],
  ["custody", "custody"],
  ["disposal", "disposal|fate|xử lý"],
  ["narrative", "narrative|additional information|remarks|=remark|notes|=note|comment|ghi chú|หมายเหตุ|备注"],
  ["language", "language of the text|=language|=ngôn ngữ|=ภาษา|=语言"],
  ["handling", "handling|=tier|marking|classification code|tlp"],
];

const WHOLE = new Map<string, Target>();
const WITHIN: { key: string; target: Target }[] = [];
for (const [target, words] of HEADINGS) {
  WHOLE.set(searchKey(target), target);
  for (const word of words.split("|")) {
    const key = searchKey(word.replace(/^=/, ""));
    WHOLE.set(key, target);
    if (!word.startsWith("=")) WITHIN.push({ key, target });
  }
}
WITHIN.sort((left, right) => right.key.length - left.key.length);

/** Columns that repeat the source's own wording of another column. */
const RAW = /(^| )raw$/;

/** What a heading says of its column: its whole name first, else the longest words in it. */
export function targetOfHeading(heading: string): Target | null {
  const key = searchKey(heading.replace(/[([（][^)\]）]*[)\]）]/g, " "));
  const whole = WHOLE.get(key) ?? WHOLE.get(key.replace(/ /g, ""));
  if (whole) return measured(whole, heading);
  const within = WITHIN.find(
    ({ key: words }) => key === words || ` ${key} `.includes(` ${words} `) || (isJoined(words) && key.includes(words)),
  );
  return within ? measured(within.target, heading) : null;
}

/** Scripts that are written without spaces between words. */
const isJoined = (words: string) => /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3400-\u9fff]/.test(words);

/** "Quantity (kg)" is a quantity with its unit; "kg" alone is a weight. */
function measured(target: Target, heading: string): Target {
  if (target !== "quantity") return target;
  const unit = unitInHeading(heading);
  return unit === "kg" || unit === "g" || unit === "t" ? "weight" : target;
}

/**
 * What the columns of a file are, by their headings. Where two say the same, the one whose cells are fuller is taken,
 * and the source's raw wording only where there is no other.
 */
export function guessColumns(headings: readonly string[], rows: readonly (readonly string[])[]): (Target | null)[] {
  const guessed = headings.map(targetOfHeading);
  const filled = headings.map((_, at) => rows.filter((row) => (row[at] ?? "").trim() !== "").length);
  return guessed.map((target, at) => {
    if (!target) return null;
    const rivals = guessed.flatMap((other, place) => (other === target && place !== at ? [place] : []));
    const worth = (place: number) => [
      RAW.test(searchKey(headings[place] ?? "")) ? 0 : 1,
      exactness(headings[place] ?? "", target),
      filled[place] ?? 0,
      -place,
    ];
    return rivals.some((other) => isMore(worth(other), worth(at))) ? null : target;
  });
}

/** A heading that is the name of the target itself, or one of its whole names, before one that only contains it. */
function exactness(heading: string, target: Target): number {
  const key = searchKey(heading);
  return WHOLE.get(key) === target ? 1 : 0;
}

function isMore(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, place) => value !== right[place]);
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
}
