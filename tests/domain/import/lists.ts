import { type ImportIndex, importIndex } from "#app/domain/import/lists.ts";

const city = (id: string, name: string, country: string, rank = 5) => ({
  id: `city:${id}`,
  kind: "city",
  name,
  country,
  iata: null,
  unlocode: null,
  zone: country === "VN" ? "Asia/Ho_Chi_Minh" : null,
  rank,
});

/** A few countries, places, taxa and codes in the shape of the real lists. */
export function someLists(): ImportIndex {
  return importIndex({
    countries: [
      { iso2: "VN", iso3: "VNM", names: ["Viet Nam", "Vietnam", "Việt Nam", "越南", "เวียดนาม"] },
      { iso2: "TH", iso3: "THA", names: ["Thailand", "Thái Lan", "泰国", "ไทย"] },
      { iso2: "LA", iso3: "LAO", names: ["Lao People's Democratic Republic", "Lào", "老挝"] },
      { iso2: "CN", iso3: "CHN", names: ["China", "中国"] },
      { iso2: "HK", iso3: "HKG", names: ["Hong Kong, China"] },
      { iso2: "CG", iso3: "COG", names: ["Congo"] },
      { iso2: "CD", iso3: "COD", names: ["Congo, Democratic Republic of the"] },
      { iso2: "NA", iso3: "NAM", names: ["Namibia"] },
      { iso2: "US", iso3: "USA", names: ["United States of America", "USA"] },
      { iso2: "AE", iso3: "ARE", names: ["United Arab Emirates", "UAE"] },
      { iso2: "MM", iso3: "MMR", names: ["Myanmar"] },
      { iso2: "XX", iso3: null, names: ["Unknown"] },
    ],
    places: [
      city("vn-haiphong", "Hải Phòng", "VN"),
      city("th-bangkok", "Bangkok", "TH", 1),
      city("us-birmingham", "Birmingham", "US"),
      city("ae-dubai", "Dubai", "AE", 1),
      { ...city("x", "Noi Bai International Airport", "VN"), id: "air:HAN", kind: "airport", iata: "HAN" },
      { ...city("y", "Jos Airport", "AE"), id: "air:JOS", kind: "airport", iata: "JOS" },
      { ...city("z", "Prescott Airport", "US"), id: "air:PRC", kind: "airport", iata: "PRC" },
      { ...city("t", "Tullahoma Airport", "US"), id: "air:THA", kind: "airport", iata: "THA" },
    ],
    taxa: [
      taxon("manis", "Manis spp.", ["Asian pangolins"], "F1"),
      taxon("manis-javanica", "Manis javanica", ["Sunda pangolin", "tê tê Java"], "F1", "manis"),
      taxon("geochelone-elegans", "Geochelone elegans", ["Indian star tortoise"], "F5"),
      taxon("psittacus-erithacus", "Psittacus erithacus", ["African grey parrot"], "F7"),
    ],
    codes: [
      { list: "specimen_term", code: "FIN", words: ["Fins", "Vây"] },
      { list: "specimen_term", code: "SCA", words: ["Scales", "Vảy"] },
      { list: "specimen_term", code: "LIV", words: ["Live animals or plants"] },
      { list: "specimen_term", code: "MEA", words: ["Meat"] },
      { list: "mode", code: "road_truck", words: ["Lorry"] },
    ],
    commodities: [
      { code: "F1", words: ["F1", "Pangolins"] },
      { code: "F1.pangolin_scales", words: ["F1.pangolin_scales", "Pangolin scales"] },
      { code: "D5.ketamine", words: ["D5.ketamine", "Ketamine"] },
    ],
  });
}

function taxon(id: string, scientificName: string, names: string[], commodity: string, parent: string | null = null) {
  return { id, scientificName, names, commodity, parent };
}
