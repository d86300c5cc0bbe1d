import { searchKey } from "../search-key.ts";
import { codeOfWord, type ImportIndex } from "./lists.ts";
import { clear, EMPTY, tidyCell, type Understood, unread } from "./understood.ts";

type Meaning = readonly (readonly [words: RegExp, code: string])[];

/** What words mean in the codes of a list, beside its labels; searched in the text as `searchKey` makes it. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  mode: [
    [/air ?cargo|^a[a-z]* ?f[a-z]*ght$|freight by air|hang khong.*hang hoa|空运货/, "air_cargo"],
    [/flight crew|air crew|crew/, "air_crew"],
    [/lugg?age|pass[ae]nger|personal|clothing|belonging|baggage|hanh khach|hanh ly|旅客|ผู้โดยสาร/, "air_passenger"],
    [/courier|express|chuyen phat|快递|速遞/, "express_courier"],
    [/mail|post|parcel|buu (dien|pham|kien)|ไปรษณีย์|邮|郵/, "post"],
    [/container|cont\b|货柜|集装箱|ตู้คอนเทนเนอร์/, "sea_container"],
    [/ferry|cruise|pha\b/, "ferry_cruise"],
    [/fishing|tau ca|เรือประมง|渔船/, "fishing_vessel"],
    [/speed ?boat|small (boat|craft)|sampan|xuong|เรือเล็ก|快艇/, "small_craft"],
    [/river|song\b|แม่น้ำ|河/, "river"],
    [/vessel|ship|maritime|\bsea\b|\bwater\b|ocean|tau bien|duong bien|เรือ|海/, "sea_other_cargo"],
    [/truck|lorry|lorries|xe tai|trailer|รถบรรทุก|货车|貨車/, "road_truck"],
    [/\bbus\b|coach|xe khach|รถโดยสาร|巴士|客车/, "road_bus"],
    [/motor ?(bike|cycle)|xe may|จักรยานยนต์|摩托/, "motorcycle"],
    [/\bcar\b|vehicle|van\b|\broad\b|\bland\b|duong bo|o to|xe con|รถยนต์|汽车|私家車/, "road_car"],
    [/rail|train|duong sat|รถไฟ|火车|鐵路|铁路/, "rail"],
    [/pedestrian|on foot|walk|on person|di bo|เดินเท้า|徒步/, "pedestrian"],
    [/\bair|plane|flight|aviation|may bay|hang khong|เครื่องบิน|航空|空/, "air_unspecified"],
  ],
  detection: [
    [/x ?ray|scan|screener|may soi|เอกซเรย์|x光|机检/, "scanner"],
    [/\bdogs?\b|canine|\bk9\b|cho nghiep vu|สุนัข|犬/, "dog"],
    [/tip ?off|informant|informed|to giac|举报|舉報/, "tip_off"],
    [/international|rilo|interpol|warning/, "international_warning"],
    [/police/, "police_information"],
    [/suspicious|behaviou?r|nervous|bulge|trouser|walked/, "behaviour"],
    [/investigat|dieu tra/, "investigation"],
    [/trace|swab|ion ?scan|chemical test/, "trace_test"],
    [/profil|document|paper|target|risk/, "documentary_profile"],
    [/weigh/, "weighing"],
    [/online|internet/, "online_monitoring"],
    [/controlled delivery/, "controlled_delivery"],
    [/got loose|got out|movement|accident|chance|noise/, "chance"],
    [
      /clearance|inspect|search|check|screening|security|control|physical|examination|kiem tra|ตรวจ|查验/,
      "physical_inspection",
    ],
  ],
  control_reason: [
    [/routine|thuong xuyen/, "routine"],
    [/random|ngau nhien/, "random"],
    [/risk|profil/, "risk_profile"],
    [/intelligence|warning|tinh bao/, "intelligence"],
    [/tip ?off|third party|referr|police/, "third_party"],
  ],
  concealment_place: [
    [/false bottom|double (bottom|wall)|structure/, "structure"],
    [/strapped|taped to|body pack/, "strapped"],
    [/swallow|ingest|inserted|body cavit|stomach|nuot/, "swallowed"],
    [/underwear|underpants|\bpants\b|\bvest\b|\bcoat\b|clothes|clothing|\bsocks?\b|\btights\b|\bshoes?\b/, "clothing"],
    [/lugg?age|suitcase|baggage|\bbags?\b|backpack|stroller|hanh ly|กระเป๋า|行李/, "luggage"],
    [/reefer|refrigerat/, "reefer"],
    [/fuel tank|tyre|tire|door panel|vehicle/, "vehicle_part"],
    [/hull|\bvoid\b|vessel/, "vessel_void"],
    [
      /fruit|beef|lobster|crab|candy|milk|avocado|garlic|\btea\b|butter|food|chocolate|rice|snack|wine|noodle|fish\b/,
      "food",
    ],
    [/sculptur|statu|carving|timber|wood|furniture|bench|toy/, "furniture_wood"],
    [/machine|printer|phone|equipment|spare part|engine|speaker/, "machinery"],
    [/dissolved|impregnat/, "dissolved"],
    [/parcel/, "parcel"],
    [/cover load|among|mixed with/, "cover_load"],
    [/box|crate|packag|packet|foil|paper|carton|drum|wrapped|polythene|basket|bottle|tin\b|tube/, "packaging"],
    [/^none|^not concealed|^no concealment/, "none"],
  ],
  concealment_method: [
    [/label|misdeclar|declared|marked as|supposed to|disguised as|khai sai/, "misdeclared"],
    [/undeclared|not declared|khong khai/, "undeclared"],
    [/fake|false (paper|doc)|forged/, "false_documents"],
    [/anaesth|sedat|taped/, "anaesthetised"],
    [/hid|conceal|inside|sewn|stuffed|covered|giau|ซุก/, "hidden"],
  ],
  direction: [
    [/transhipment|transshipment|trung chuyen|转运/, "transshipment"],
    [/transit|qua canh|ผ่านแดน|过境/, "transit"],
    [/import|inbound|arriv|\bi\b|nhap|ขาเข้า|นำเข้า|进口/, "import"],
    [/export|outbound|depart|\be\b|xuat|ขาออก|ส่งออก|出口/, "export"],
    [/internal|domestic|noi dia|境内/, "internal"],
  ],
  place_kind: [
    [/airport|san bay|สนามบิน|ท่าอากาศยาน|机场/, "airport"],
    [/river port|cang song/, "river_port"],
    [/dry port|inland|icd\b/, "dry_port"],
    [/sea ?port|\bport\b|harbou?r|cang|ท่าเรือ|港/, "seaport"],
    [/green border|forest|trail|duong mon/, "green_border"],
    [/border|crossing|checkpoint|cua khau|ด่าน|口岸/, "border_post"],
    [/mail|post office|buu/, "mail_centre"],
    [/courier/, "courier_hub"],
    [/warehouse|kho ngoai quan/, "bonded_warehouse"],
    [/free (trade )?zone/, "free_zone"],
    [/at sea|high sea|tren bien/, "at_sea"],
    [/road|highway/, "road_check"],
    [/market|shop|cho\b/, "market"],
    [/house|premises|residence|apartment/, "premises"],
    [/online|internet/, "online"],
  ],
  event_kind: [
    [/controlled delivery|takedown/, "controlled_delivery_takedown"],
    [/refus/, "refused_entry"],
    [/abandon/, "abandoned"],
    [/detain|detention/, "detention"],
    [/seiz|confiscat|bat giu|thu giu|จับ|查获|\bs\b/, "seizure"],
  ],
  offence: [
    [/no (cites|permit)|without (cites|permit)/, "no_cites_document"],
    [/forged|fake|invalid|expired/, "forged_document"],
    [/misdeclar|undeclared|smuggl|buon lau/, "smuggled"],
    [/prohibit/, "prohibited"],
    [/controlled substance|narcotic|drug/, "controlled_substance"],
  ],
  custody: [
    [/confiscat|forfeit/, "confiscated"],
    [/seiz|\bs\b/, "seized"],
    [/detain/, "detained"],
    [/releas|return/, "released"],
  ],
  disposal: [
    [/destroy|tieu huy|ทำลาย|销毁/, "destroyed"],
    [/evidence|vat chung/, "evidence"],
    [/store|storage|warehouse|luu kho/, "store"],
    [/wild|tha ve/, "released_wild"],
    [/rescue|zoo|sanctuary|cuu ho/, "rescue"],
    [/died|dead|euthan/, "died"],
    [/donat|museum|research/, "donated"],
    [/sold|auction/, "sold"],
    [/laborator|forensic/, "laboratory"],
    [/return/, "returned"],
    [/pending/, "pending"],
  ],
};

/** One code of a list; words that no list has are told and stay as they were written. */
export function understandCode(text: string, list: string, index: ImportIndex): Understood<string> {
  const tidy = tidyCell(text);
  if (tidy === "") return EMPTY;
  const listed = codeOfWord(tidy, list, index);
  if (listed) return clear(listed);
  const meant = meaningsOf(tidy, list)[0];
  return meant ? clear(meant) : unread("import.code.unread", { written: tidy });
}

/** Several codes of a list in one cell. */
export function understandCodes(text: string, list: string, index: ImportIndex): Understood<string[]> {
  const tidy = tidyCell(text);
  if (tidy === "") return EMPTY;
  const parts = tidy.split(/\s*[;|,\n]\s*/).filter(Boolean);
  const listed = parts.map((part) => codeOfWord(part, list, index));
  if (listed.every((code): code is string => code !== undefined)) return clear([...new Set(listed)]);
  const meant = meaningsOf(tidy, list);
  return meant.length > 0 ? clear(meant) : unread("import.code.unread", { written: tidy });
}

function meaningsOf(text: string, list: string): string[] {
  const key = searchKey(text);
  return [...new Set((MEANINGS[list] ?? []).filter(([words]) => words.test(key)).map(([, code]) => code))];
}

const YES = /^(y|yes|true|1|x|✓|co|live|alive|song|ใช่|有|是)$/;
const NO = /^(n|no|false|0|khong|dead|chet|ไม่|否|无)$/;

export function understandYesNo(text: string): Understood<boolean> {
  const key = searchKey(tidyCell(text));
  if (key === "") return EMPTY;
  if (YES.test(key)) return clear(true);
  return NO.test(key) ? clear(false) : unread("import.yes_no.unread", { written: text });
}
