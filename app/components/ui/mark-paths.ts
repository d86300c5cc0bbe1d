import type { Slot } from "#app/domain/commodity.ts";

/** The drawing of each kind of goods in a box from −7 to 7; map and charts draw the same ones. */
export const MARK_PATHS: Record<Slot, string> = {
  D: "M0 -6.2L5 0L0 6.2L-5 0Z",
  P: "M-4.8 -4.8H4.8V4.8H-4.8Z",
  I: "M2.6 -5.6A6 6 0 1 0 2.6 5.6A7.6 7.6 0 0 1 2.6 -5.6Z",
  R: "M0 -6L5.6 4.6L-5.6 4.6Z",
  T: "M-3 -5.2L3 -5.2L6 0L3 5.2L-3 5.2L-6 0Z",
  B: "M-6 -4L0 0.2L6 -4L6 0.2L0 5L-6 0.2Z",
  G: "M-5 -5H5V0C5 3.2 2.6 5.2 0 6.2C-2.6 5.2 -5 3.2 -5 0Z",
  L: "M0 -6.4C5.6 -3 5.6 3 0 6.4C-5.6 3 -5.6 -3 0 -6.4Z",
  O: "M0 -4.6A4.6 4.6 0 1 1 0 4.6A4.6 4.6 0 1 1 0 -4.6Z",
};
