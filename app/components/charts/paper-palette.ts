import type { Palette } from "./drawing.ts";

/** The tokens of paper for where no page is at hand that could be asked; a test holds them to the style sheet. */
export const PAPER_PALETTE: Palette = {
  ground: "#ffffff",
  text1: "#142023",
  text2: "#39464a",
  text3: "#515f63",
  line: "#d6d5ce",
  heat: "#2d4d55",
  slots: {
    D: "#2e41ae",
    P: "#a65c9d",
    I: "#988e59",
    R: "#8d1460",
    T: "#24623b",
    B: "#0087e0",
    G: "#b85805",
    L: "#3b3e00",
    O: "#6d6d6b",
    mixed: "#39464a",
  },
  font: "Noto Sans, Noto Sans SC, Noto Sans Thai, Noto Sans Lao, Noto Sans Khmer, Noto Sans Myanmar",
};
