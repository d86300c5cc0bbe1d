import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** Faces of each family that a paper is set in, as folders of its package. */
const FACES: Readonly<Record<string, readonly string[]>> = {
  "noto-sans": ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"],
  "noto-sans-sc": ["400Regular", "700Bold"],
  "noto-sans-thai": ["400Regular", "700Bold"],
  "noto-sans-lao": ["400Regular", "700Bold"],
  "noto-sans-khmer": ["400Regular", "700Bold"],
  "noto-sans-myanmar": ["400Regular", "700Bold"],
};

/** Folders with the fonts of all languages of the operation; nothing of the machine's own is used. */
export function fontFolders(): string[] {
  return Object.entries(FACES).flatMap(([family, faces]) => {
    const home = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    return faces.map((face) => join(home, face));
  });
}
