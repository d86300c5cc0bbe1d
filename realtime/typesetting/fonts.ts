import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const UPRIGHT = ["400Regular", "700Bold"];

/** The package of each family that a paper is set in, and the folders of its faces. */
const FAMILIES = [
  {
    home: require.resolve("@expo-google-fonts/noto-sans/package.json"),
    faces: [...UPRIGHT, "400Regular_Italic", "700Bold_Italic"],
  },
  { home: require.resolve("@expo-google-fonts/noto-sans-sc/package.json"), faces: UPRIGHT },
  { home: require.resolve("@expo-google-fonts/noto-sans-thai/package.json"), faces: UPRIGHT },
  { home: require.resolve("@expo-google-fonts/noto-sans-lao/package.json"), faces: UPRIGHT },
  { home: require.resolve("@expo-google-fonts/noto-sans-khmer/package.json"), faces: UPRIGHT },
  { home: require.resolve("@expo-google-fonts/noto-sans-myanmar/package.json"), faces: UPRIGHT },
];

/** Folders with the fonts of all languages of the operation; nothing of the machine's own is used. */
export function fontFolders(): string[] {
  return FAMILIES.flatMap(({ home, faces }) => faces.map((face) => join(dirname(home), face)));
}
