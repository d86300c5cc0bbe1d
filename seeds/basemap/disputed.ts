import type { Ring } from "./geometry.ts";

/**
 * Where the profile `no_disputed` draws no border line, no participant's fill and no label.
 *
 * The outlines are our own rough polygons, drawn generously so that nothing is drawn where somebody might object. They
 * follow no claim, are nobody's map, and imply no position on the status of any land or sea, nor that a place left out
 * is undisputed. Where an operation needs official boundaries, its leads load national files (profile `national`).
 *
 * Each zone is one or more convex polygons, [longitude, latitude], closed by themselves.
 */
export type Zone = { id: string; parts: readonly Ring[] };

function zone(id: string, ...parts: Ring[]): Zone {
  return { id, parts };
}

/** "lon lat, lon lat, …" */
function outline(text: string): Ring {
  return text.split(", ").map((point) => {
    const [lon = "", lat = ""] = point.split(" ");
    return [Number(lon), Number(lat)];
  });
}

function box(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** Twenty-four corners around a middle: a rounded patch on land, where a box would look like a stamp. */
function oval(lon: number, lat: number, eastward: number, northward: number): Ring {
  return Array.from({ length: 24 }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / 24;
    return [lon + eastward * Math.cos(angle), lat + northward * Math.sin(angle)];
  });
}

export const DISPUTED_ZONES: readonly Zone[] = [
  zone(
    "kashmir",
    outline(
      "72.3 36.3, 73.5 33.2, 74.3 32.4, 75.7 32.2, 77.9 32.3, 79.7 32.4, 80.5 34.9, 80.2 36.1, 76.2 37.2, 74.4 37.3",
    ),
  ),
  zone(
    "himalaya-centre",
    outline("78.2 30.9, 79 30.6, 80.4 30.6, 80.4 31.2, 78.9 32.5, 78.2 32.5"),
    box(80.2, 29.9, 81.2, 30.6),
  ),
  zone("susta", oval(83.9, 27.4, 0.35, 0.25)),
  zone("doklam", oval(89.05, 27.4, 0.4, 0.45)),
  zone("bhutan-north", oval(90.6, 28.05, 1.45, 0.4)),
  zone("arunachal", outline("91.4 27.3, 92 26.7, 95.4 26.6, 97.5 27.4, 97.6 28.4, 96.6 29.6, 94.2 29.6, 91.6 28.2")),
  zone(
    "taiwan-strait",
    outline("119.2 22.9, 120.5 21.6, 122.3 21.6, 122.3 25.5, 121.2 25.6, 119.2 24"),
    box(119.8, 25.9, 120.6, 26.5),
    box(118.2, 24.35, 118.5, 24.55),
  ),
  zone("senkaku-diaoyu", box(123.3, 25.6, 124.7, 26.1)),
  zone("paracel", box(110.9, 15.6, 113.1, 17.3)),
  zone("spratly", outline("109.2 6.6, 113.4 5.3, 115.7 7.6, 116.8 9.6, 117.6 11.4, 116 12.4, 111.8 12, 109.2 8.6")),
  zone("scarborough", box(117.5, 14.9, 118.1, 15.4)),
  zone("pratas", box(116.6, 20.5, 117, 20.9)),
  zone("preah-vihear", oval(104.05, 14.35, 1.45, 0.24)),
  zone("ban-romklao", oval(101.15, 17.7, 0.3, 0.36)),
  zone("dokdo-takeshima", box(131.7, 37.1, 132.1, 37.4)),
  zone("kurils", outline("145.38 43.85, 145.95 43.36, 147.3 43.4, 149.4 45.2, 149 45.8, 146.4 44.8, 145.6 44.4")),
  zone(
    "eastern-ukraine",
    outline("32.2 46.3, 34.5 45.6, 36.6 46.3, 36.6 48.6, 33.5 47.7"),
    outline("36.5 46.2, 38.4 46.9, 40.4 47.8, 40.5 49.8, 38.0 50.2, 36.5 48.5"),
    outline("32.2 45.2, 33.3 44.2, 34.6 44.2, 36.8 44.9, 36.8 45.6, 34.8 46.4, 32.9 46.3"),
  ),
  zone("abkhazia", outline("39.9 43.35, 41.3 42.3, 42.2 42.5, 42.3 43.3, 41.3 43.7, 40.2 43.75")),
  zone("south-ossetia", outline("43.4 42, 44.7 42, 44.9 42.5, 44.2 42.8, 43.4 42.6")),
  zone("nagorno-karabakh", outline("45.8 40.3, 46.2 39.3, 46.7 38.9, 47.4 39.3, 47.3 40.2, 46.6 40.6, 45.9 40.5")),
  zone("northern-cyprus", outline("32.5 35.05, 33.2 34.95, 34.1 34.9, 34.8 35.75, 32.9 35.5, 32.5 35.25")),
  zone("kosovo", outline("19.95 42.75, 20.5 41.8, 20.85 41.8, 21.65 42.2, 21.9 42.75, 20.85 43.35")),
  zone("gibraltar-ceuta-melilla", box(-5.5, 35.8, -5.2, 36.2), box(-3, 35.2, -2.85, 35.4)),
  zone("golan", box(35.5, 32.6, 36.05, 33.5)),
  zone("west-bank", outline("34.85 31.3, 35.65 31.2, 35.65 32.6, 35.05 32.6, 34.85 32")),
  zone("gaza", outline("34.15 31.3, 34.3 31.2, 34.65 31.5, 34.5 31.65")),
  zone("gulf-islands", box(54.8, 25.7, 55.5, 26.4)),
  zone(
    "western-sahara",
    outline("-17.3 20.7, -13 21.2, -11.9 23.3, -11.9 26.1, -14.7 26.1"),
    outline("-14.7 26.05, -8.6 25.9, -8.6 27.75, -13.3 27.8"),
  ),
  zone("somaliland", outline("42.6 11, 43 9.5, 44 8.8, 46.9 7.8, 49.2 7.8, 49.2 11.5, 44 11.7")),
  zone("abyei", oval(28.4, 9.8, 1.0, 0.7)),
  zone("kafia-kingi", oval(24.35, 9.5, 1.1, 1.0)),
  zone("halaib", outline("33 21.6, 37.2 21.7, 36 23.4, 35.2 23.4, 33 22.2")),
  zone("ilemi", oval(35.0, 4.95, 1.3, 0.75)),
  zone("badme", oval(38.2, 14.55, 0.95, 0.4)),
  zone("ras-doumeira", oval(43.0, 12.65, 0.45, 0.28)),
  zone("mayotte", box(44.9, -13.1, 45.4, -12.5)),
  zone("chagos", box(70.9, -7.9, 72.8, -4.9)),
  zone("belize-guatemala", oval(-89.15, 16.87, 0.3, 1.15)),
  zone("sapodilla", box(-88.5, 16, -88, 16.3)),
  zone("essequibo", outline("-60.1 8.7, -61.6 6, -60 1.3, -58.5 1.2, -58.3 6.9")),
  zone("new-river", oval(-57.3, 2.6, 1.0, 1.05)),
  zone("marowijne", oval(-54.3, 2.85, 0.45, 0.95)),
  zone("falklands-malvinas", box(-61.7, -52.7, -57.4, -50.8)),
  zone("south-georgia", box(-38.6, -55.2, -35.4, -53.6), box(-28.6, -59.7, -25.8, -56)),
];

/**
 * Lines between these pairs are not drawn at all: parts of one country that have customs of their own, and lines that
 * the parties do not both accept. Names are those of the source file where it gives no ISO number.
 */
export const UNDRAWN_LINES: readonly (readonly [string, string])[] = [
  ["CN", "HK"],
  ["CN", "MO"],
  ["KP", "KR"],
  ["MA", "EH"],
  ["EH", "MR"],
  ["EH", "DZ"],
  ["IL", "PS"],
  ["RS", "Kosovo"],
  ["CY", "N. Cyprus"],
  ["SO", "Somaliland"],
  ["IN", "Siachen Glacier"],
  ["PK", "Siachen Glacier"],
  ["CN", "Siachen Glacier"],
];

/** Parts of a country that the source draws within it, but that have an ISO code of their own: [west, south, east, north]. */
export const PARTS_WITH_OWN_CODE: readonly {
  of: string;
  iso2: string;
  box: readonly [number, number, number, number];
}[] = [
  { of: "FR", iso2: "GF", box: [-55, 2, -51, 6] },
  { of: "FR", iso2: "GP", box: [-62, 15.7, -60.9, 16.6] },
  { of: "FR", iso2: "MQ", box: [-61.3, 14.3, -60.7, 15] },
  { of: "FR", iso2: "RE", box: [55, -21.5, 56, -20.7] },
  { of: "FR", iso2: "YT", box: [44.9, -13.1, 45.4, -12.5] },
  { of: "NL", iso2: "BQ", box: [-70, 11.9, -62.8, 18] },
  { of: "NO", iso2: "SJ", box: [-10, 70.5, 34, 81.5] },
];
