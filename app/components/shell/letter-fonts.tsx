import { useEffect, useState } from "react";
import { lineIsGood } from "#app/outbox/good-line.ts";
import chineseFonts from "../../styles/fonts-chinese.css?url";
import letterFonts from "../../styles/fonts-letters.css?url";
import ownFonts from "../../styles/fonts-own.css?url";

/** Where the style sheet of the page brings our own fonts; see fonts.css, which has to say the same. */
export const DRAWS_OUR_FONTS = "(min-width: 700px), (pointer: fine)";

/**
 * Fonts that are asked for once the page works, so that nothing waits for them: Chinese in a hundred ranges, and on a
 * phone, which draws with its own first, whatever letters it lacks; over a good line all of ours. (Android and iOS have
 * had all of them for ten years.)
 */
export function LetterFonts() {
  const [wanted, setWanted] = useState<readonly string[]>([]);
  useEffect(() => {
    const ours = window.matchMedia(DRAWS_OUR_FONTS).matches;
    const lacksChinese = !ours && isMissing("中国");
    const lacksAny = lacksChinese || (!ours && OTHERS.some(isMissing));
    setWanted([...(lacksAny ? [letterFonts] : []), ...(ours || lacksChinese ? [chineseFonts] : [])]);
    if (ours || !lineIsGood()) return;
    const timer = setTimeout(() => {
      document.documentElement.dataset.letters = "ours";
      setWanted([ownFonts, chineseFonts]);
    }, LATER_MS);
    return () => clearTimeout(timer);
  }, []);
  return wanted.map((href) => <link key={href} rel="stylesheet" href={href} />);
}

/** After what a page is for has come. */
const LATER_MS = 1_000;

/** Two letters each of Thai, Lao, Khmer and Burmese. */
const OTHERS = ["กง", "ກຮ", "កង", "ကခ"];

/** A device without letters draws the same box for all of them. */
function isMissing([one = "", other = ""]: string): boolean {
  return drawn(one) === drawn(other);
}

function drawn(letter: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 40;
  const pen = canvas.getContext("2d");
  if (!pen) return letter;
  pen.font = "24px sans-serif";
  pen.fillText(letter, 4, 28);
  return pen.getImageData(0, 0, 40, 40).data.join();
}
