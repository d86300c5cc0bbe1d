import { searchKey } from "../search-key.ts";

type Meaning = readonly (readonly [words: RegExp, code: string])[];

/**
 * Goods by the words of reports in the languages of the region, searched in the text as `searchKey` makes it; what is
 * narrower stands before what is wider. Names of species are looked up in the list of taxa before these.
 */
const GOODS: Meaning = [
  // Precursors before the drugs that are made of them.
  [/pseudo ?ephedrine|\bpse\b/, "P1.pseudoephedrine"],
  [/ephedrine|麻黄/, "P1.ephedrine"],
  [/\bp ?2 ?p\b|phenyl ?2 ?propanone|\bbmk\b/, "P1.p2p"],
  [/glycidate|\bpmk\b/, "P1.glycidates"],
  [/\bapaan\b/, "P1.apaan"],
  [/safrole|sassafras|ซาฟรอล/, "P1.safrole"],
  [/acetic anhydride|乙酸酐|醋酸酐/, "P1.acetic_anhydride"],
  [/permanganate/, "P1.potassium_permanganate"],
  [/sodium cyanide|โซเดียมไซยาไนด์/, "P1.sodium_cyanide"],
  [/propionyl/, "P1.propionyl_chloride"],
  [/tablet(ing)? press|pill press/, "P2.tablet_press"],
  [/precursor|tien chat|易制毒|前体|สารตั้งต้น/, "P1"],
  // Drugs.
  [
    /ya ?ba|yama|meth[a-z]* (tablet|pill)|ยาบ้า|ຢາບ້າ|យ៉ាបា|ma tuy tong hop dang vien|hong phien|摇头丸?麻古|麻古/,
    "D1.meth_tablets",
  ],
  [/mdma powder|ecstasy powder/, "D1.mdma_powder"],
  [/mdma|methylenedioxymethamphetamine( mdma)?|ecstasy|thuoc lac|ยาอี|摇头丸|搖頭丸/, "D1.mdma_tablets"],
  [
    /crystal meth|\bmethamphetamin[a-z]*|\bmeth\b|\bice\b|shabu|ma tuy da|ไอซ์|ໄອຊ໌|冰毒|冰|甲基安非他明|甲基安非他命|甲基苯丙胺/,
    "D1.meth_crystal",
  ],
  [/\bamphetamines?\b|安非他明|苯丙胺/, "D1.amphetamine"],
  [/\bats\b|amphetamine type|安非他命类/, "D1"],
  [/heroin|bach phien|海洛英|เฮโรอีน|ເຮໂຣອີນ|海洛因/, "D2.heroin"],
  [/poppy/, "D2.poppy_straw"],
  [/opium|thuoc phien|ฝิ่น|ຝິ່ນ|鸦片|鴉片/, "D2.opium"],
  [/morphine|มอร์ฟีน|吗啡|嗎啡/, "D2.morphine"],
  [/opiate/, "D2"],
  [/crack( cocaine)?\b|cocaine base|coca paste|霹靂可卡因|霹雳可卡因/, "D3.cocaine_base"],
  [/coca lea/, "D3.coca_leaf"],
  [/liquid cocaine|液态可卡因|液體可卡因/, "D3.cocaine_liquid"],
  [/coca[iï]n|โคเคน|可卡因|古柯/, "D3.cocaine_salt"],
  [/hash(ish)?\b|cannabis resin|大麻树脂|大麻樹脂/, "D4.cannabis_resin"],
  [/cannabis oil|大麻油/, "D4.cannabis_oil"],
  [/cannabis plant/, "D4.cannabis_plants"],
  [/cannabis seed/, "D4.cannabis_seeds"],
  [/cannabis edible|gummies/, "D4.cannabis_edibles"],
  [/synthetic cannabinoid|\bjwh\b|\bmdmb\b|\b5f\b|adb butinaca|\bk2\b|合成大麻素/, "D6.synthetic_cannabinoids"],
  [/cannabis type|^cannabis$/, "D4"],
  [/cannabis|marijuana|marihuana|\bganja\b|\bweed\b|can sa|กัญชา|ກັນຊາ|កញ្ឆា|大麻花|大麻/, "D4.cannabis_herb"],
  [/ketamin[ae]?|เคตามีน|氯胺酮|k粉/, "D5.ketamine"],
  [/fentan/, "D6.fentanyls"],
  [/methadone|buprenorphine|oxycodone|hydrocodone|pethidine|other (illicit )?opioid|tianeptine/, "D6.other_opioids"],
  [/nitazene/, "D6.nitazenes"],
  [/cathinone|mephedrone|卡西酮/, "D6.cathinones"],
  [/\bghb\b|\bgbl\b|丁內酯|丁内酯/, "D6.ghb_gbl"],
  [/\blsd\b|lysergi/, "D6.lsd"],
  [
    /benzodiazepine|nimetazepam|[a-z]+azepam|alprazolam|midazolam|etizolam|erimin|硝甲西泮|氟硝西泮/,
    "D6.benzodiazepines",
  ],
  [
    /psilocyb|mushroom|\bdmt\b|dimethyltryptamine|mescaline|hallucinogen|phencyclidine|\bpcp\b|\b2c\b|nbome|piperazine|phenethylamine|\bnps\b|barbiturate|methaqualone|sedative|ayahuasca|salvia/,
    "D6",
  ],
  [/happy water|nuoc vui|开心水/, "D6.happy_water"],
  [/\bkhat\b|qat\b|\bcatha\b|恰特草/, "D7.khat"],
  [/kratom|กระท่อม/, "D7.kratom"],
  [/tramadol/, "D7.tramadol"],
  [/codeine|cough (syrup|medicine)|咳藥水|咳药水/, "D7.codeine_syrup"],
  // Animals and plants, by the words that are no names of species.
  [/pangolin scale|vay te te|穿山甲鱗片|穿山甲鳞片|穿山甲鱗|เกล็ดลิ่น|เกล็ดตัวนิ่ม/, "F1.pangolin_scales"],
  [/pangolin|manis|te te|con trut|穿山甲|ลิ่น|ตัวนิ่ม|ລິ່ນ/, "F1"],
  [/worked ivory|ivory carving|carved ivory|ivory product|象牙製品|象牙制品/, "F2.worked_ivory"],
  [/raw ivory|tusk|nga voi tho|原象牙/, "F2.raw_ivory"],
  [/elephant (skin|hide)/, "F2.elephant_skin"],
  [/elephant hair/, "F2.elephant_hair"],
  [/ivory|nga voi|งาช้าง|ງາຊ້າງ|ភ្លុក|象牙|elephant/, "F2"],
  [/rhino[a-z]* horn powder/, "F3.rhino_powder"],
  [/rhino[a-z]* horn piece/, "F3.rhino_pieces"],
  [/rhino[a-z]* horn|sung te giac|นอแรด|犀牛角/, "F3.rhino_horns"],
  [/rhino/, "F3"],
  [/(tiger|leopard|bear|lion) skin/, "F4.skins"],
  [/(tiger|leopard|bear|lion) bone|cao ho|xuong ho|虎骨/, "F4.bones"],
  [/(tiger|bear|lion|leopard) (tooth|teeth|claw)/, "F4.teeth_claws"],
  [/bear (bile|gall)|mat gau|熊胆|熊膽/, "F4.bile_gall"],
  [/\btigers?\b|leopard|\blions?\b|\bbears?\b/, "F4"],
  [/scute|tortoise ?shell|turtle shell/, "F5.turtle_shell"],
  [/turtle meat/, "F5.turtle_meat"],
  [/turtle|tortoise|terrapin|\brua\b|เต่า|ເຕົ່າ|龜|龟/, "F5"],
  [/reptile skin|python skin|crocodile skin|snake ?skin/, "F6.reptile_skins"],
  [/python|snake|cobra|viper|\bboas?\b|\bran\b|งู|蛇/, "F6.snakes"],
  [/monitor|varan|ky da|巨蜥/, "F6.monitors"],
  [/gecko|tac ke|ตุ๊กแก|壁虎/, "F6.geckos"],
  [/crocodil|caiman|alligator|ca sau|จระเข้|鳄/, "F6.crocodiles"],
  [/hornbill (casque|beak)/, "F7.hornbill_casques"],
  [/bird ?s? nest|swiftlet|to yen|รังนก|燕窝|燕窩/, "F7.swiftlet_nests"],
  [
    /parrot|macaw|cockatoo|parakeet|lorikeet|galah|lovebird|\bamazons?\b|budger|rosella|\bvet\b|鹦鹉|鸚鵡/,
    "F7.parrots",
  ],
  [/falcon|hawk|eagle|\bowls?\b|merlin/, "F7.raptors"],
  [
    /finch|canar|shama|robin|bulbul|hwamei|thrush|songbird|siskin|sparrow|seedeater|myna|white eye|cardinal|magpie/,
    "F7.songbirds",
  ],
  [/\bbirds?\b|\bpigeons?\b|bird egg|\bchim\b|นก|鸟|雀鳥/, "F7"],
  [/shark|vi ca map|หูฉลาม|魚翅|鱼翅|鲨鱼鳍/, "F8.shark_fins"],
  [/sea ?horse|hippocampus|ca ngua|ม้าน้ำ|海马|海馬/, "F8.seahorses"],
  [/sea cucumber|hai sam|海参|海參/, "F8.sea_cucumbers"],
  [/\beels?\b|anguilla|鰻|鳗/, "F8.eels"],
  [/coral/, "F8.corals"],
  [/giant clam|tridacna|砗磲|硨磲/, "F8.giant_clams"],
  [/totoaba|花膠|花胶/, "F8.totoaba_bladder"],
  [/primate|monkey|macaque|loris|gibbon|\bkhi\b|猴/, "F9.primates"],
  [/\botters?\b|rai ca/, "F9.otters"],
  [/saiga|羚羊角/, "F9.saiga_horn"],
  [/\bmusk\b|麝香/, "F9.musk"],
  [/butterfl|beetle|insect/, "F9.insects"],
  [/tarantula|spider/, "F9.tarantulas"],
  [/frog|toad|newt|salamander|amphibia|tadpole|\bech\b|蛙/, "F9.amphibians"],
  [/reptile|lizard|iguana|chameleon|skink|tegu|เลื้อยคลาน|爬行/, "F6"],
  [/rosewood|dalbergia|go trac|ไม้พะยูง|红木|黃花梨|黄花梨|紅木/, "L1.rosewood"],
  [/red (sanders|sandalwood)|紫檀/, "L1.red_sanders"],
  [/padauk|padouk|ไม้ประดู่/, "L1.padauk"],
  [/\bkosso\b/, "L1.kosso"],
  [/timber|\blogs?\b|\bwood\b|\bgo\b|ไม้|ໄມ້|木材/, "L1"],
  [/agarwood|oud\b|tram huong|ไม้กฤษณา|沉香/, "L2.agarwood"],
  [/orchid|phong lan|กล้วยไม้|兰花|蘭花/, "L3.orchids"],
  [/cact(us|i)|succulent/, "L3.cacti_succulents"],
  [/cycad/, "L3.cycads"],
  // Bonus finds.
  [/loose tobacco|raw tobacco|tobacco leaf|菸葉|烟叶/, "O1.loose_tobacco"],
  [/cigarette|thuoc la|บุหรี่|ຢາສູບ|បារី|私煙|私烟|未完稅香煙|香煙|香烟|卷烟/, "O1.cigarettes"],
  [/tobacco|菸草|烟草/, "O1"],
  [/\bcash\b|currency|tien mat|เงินสด|现金|現金|貨幣|banknote/, "O2.cash"],
  [/\bgold\b|\bvang\b|ทองคำ|黄金|黃金/, "O2.gold"],
  [/ammunition|cartridge|bullet|dan duoc|กระสุน|子弹|彈藥|子彈/, "O3.ammunition"],
  [/firearm|\bguns?\b|pistol|rifle|weapon|\bsung\b|vu khi|อาวุธ|枪|槍|武器/, "O3.firearms"],
  [/counterfeit|fake (goods|brand)|hang gia|ของปลอม|冒牌|侵權|假冒|盜版|侵犯版權|仿製|仿制/, "O4.counterfeits"],
  [/medicine|pharmaceutical|thuoc tay|药品|藥物|藥品|西藥|受管制藥/, "O4.medicines"],
  [/antique|cultural (good|object)|artefact|artifact|co vat|文物|古董/, "O5.cultural_goods"],
  [/stimulant|安眠/, "D1"],
  [/dangerous drug|毒品|危險藥物|narcotic|ma tuy|ยาเสพติด/, "D7"],
];

/** What is said not to be among the goods. */
const WITHOUT = /\b(?:excluding|except|other than|but not|without)\b.*$/i;

/** Everything of the list that the words name, the narrower before the wider; nothing twice. */
export function goodsNamed(text: string): string[] {
  const key = searchKey(text.replace(WITHOUT, " "));
  if (key === "") return [];
  const found: string[] = [];
  let rest = key;
  for (const [words, code] of GOODS) {
    if (!words.test(rest)) continue;
    if (!found.includes(code)) found.push(code);
    // What was understood is not understood a second time as something wider.
    rest = rest.replace(new RegExp(words.source, "g"), " ");
  }
  return found;
}

/** Kinds within a group by what the goods are made of (a CITES term). */
const KIND_OF_TERM: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  F1: { SCA: "F1.pangolin_scales", LIV: "F1.pangolin_live", MEA: "F1.pangolin_meat", BOD: "F1.pangolin_whole" },
  F2: {
    TUS: "F2.raw_ivory",
    IVC: "F2.worked_ivory",
    IVP: "F2.worked_ivory",
    IJW: "F2.worked_ivory",
    CAR: "F2.worked_ivory",
    SKI: "F2.elephant_skin",
    HAI: "F2.elephant_hair",
  },
  F3: {
    HOR: "F3.rhino_horns",
    HOP: "F3.rhino_pieces",
    POW: "F3.rhino_powder",
    HOC: "F3.rhino_carvings",
    CAR: "F3.rhino_carvings",
  },
  F4: {
    SKI: "F4.skins",
    BON: "F4.bones",
    TEE: "F4.teeth_claws",
    CLA: "F4.teeth_claws",
    GAL: "F4.bile_gall",
    GAB: "F4.bile_gall",
  },
  F5: { LIV: "F5.turtles_live", SHE: "F5.turtle_shell", CAP: "F5.turtle_shell", MEA: "F5.turtle_meat" },
  F6: { SKI: "F6.reptile_skins", SKP: "F6.reptile_skins", LPS: "F6.reptile_skins", LPL: "F6.reptile_skins" },
};

/** A wider group made narrower by the term; a kind stays the kind it is. */
export function kindOf(commodity: string, term: string | null): string {
  if (term === null || commodity.includes(".")) return commodity;
  return KIND_OF_TERM[commodity]?.[term] ?? commodity;
}
