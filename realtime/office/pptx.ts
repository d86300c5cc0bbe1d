import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type PptxGenJS from "pptxgenjs";
import type { Deck, DeckSlide } from "../../app/domain/operation-report/deck.ts";
import { OFFICE_FONTS, officeLanguage, writable } from "./letters.ts";
import { type Parts, steadied, unpacked } from "./package-parts.ts";
import { FACE, type Ground, INK, OWN_GROUND, OWN_MASTERS, plateOn, shapedBy, sized } from "./pptx-ground.ts";
import { figure, head, strip, tiles, words } from "./pptx-slides.ts";
import { groundOf, onTemplate } from "./pptx-template.ts";

// Its type of module depends on who loads it: required, it is the class itself.
const Presentation: typeof PptxGenJS = createRequire(import.meta.url)("pptxgenjs");

/** A report as slides whose tables and charts an office edits as its own, on the host's template if there is one. */
export async function pptxOf(deck: Deck, template: string | null): Promise<Uint8Array> {
  const { host, ground } = await groundIn(template);
  const show = new Presentation();
  show.defineLayout({ name: "page", width: ground.width, height: ground.height });
  show.layout = "page";
  // Who made it is not for the readers of a report.
  [show.author, show.company] = ["Naga", "Naga"];
  [show.title, show.subject] = [writable(deck.title), writable(deck.operation)];
  for (const master of OWN_MASTERS(ground)) show.defineSlideMaster(master);
  const set = { show, ground, lang: officeLanguage(deck.lang) };
  cover(set, deck);
  for (const slide of deck.slides) add(set, deck, slide);
  const made = await show.write({ outputType: "nodebuffer", compression: true });
  if (!(made instanceof Uint8Array)) throw new Error("the deck was not made");
  return steadied(lettered(host ? await onTemplate(made, host) : await unpacked(made)));
}

/** The library names one font for all scripts, and the one it names has no Chinese letters. */
function lettered(parts: Parts): Parts {
  for (const [name, content] of parts) {
    if (!/^ppt\/(slides|charts)\/[^/]+\.xml$/.test(name)) continue;
    const xml = content
      .toString("utf8")
      .replaceAll(
        /(<a:(ea|cs) typeface=")[^"]*/g,
        (_, start: string, script: string) => start + (script === "ea" ? OFFICE_FONTS.eastAsia : OFFICE_FONTS.complex),
      );
    parts.set(name, Buffer.from(xml));
  }
  return parts;
}

/** A template that cannot be read is named to those who run Naga; the deck is made all the same. */
async function groundIn(template: string | null): Promise<{ host: Uint8Array | null; ground: Ground }> {
  if (template === null) return { host: null, ground: OWN_GROUND };
  try {
    const host = await readFile(template);
    return { host, ground: await groundOf(host) };
  } catch (error) {
    process.stderr.write(`The template ${template} is not used: ${error instanceof Error ? error.message : error}\n`);
    return { host: null, ground: OWN_GROUND };
  }
}

type Set = { show: PptxGenJS; ground: Ground; lang: string };

function cover({ show, ground, lang }: Set, deck: Deck): void {
  const slide = show.addSlide({ masterName: "cover" });
  slide.addText(writable(deck.title), { placeholder: "title", lang });
  const lines = [deck.operation, deck.period, "", deck.origin.slice(0, 2).join(" · ")];
  const line = { breakLine: true, fontSize: sized(ground, 16) };
  const named = deck.name === "" ? [] : [{ text: writable(deck.name), options: { ...line, bold: true } }];
  slide.addText([...named, ...lines.map((text) => ({ text: writable(text), options: line }))], {
    ...(ground.under ?? shapedBy(ground, { x: 0, y: 0.48, w: 1, h: 0.35 })),
    fontFace: FACE,
    color: INK.text,
    ...plateOn(ground),
    margin: 0,
    valign: "top",
    lang,
  });
  strip(slide, { ground, lang }, deck.marking);
  slide.addNotes(writable(deck.origin.join("\n")));
}

function add({ show, ground, lang }: Set, { marking }: Deck, shown: DeckSlide): void {
  const slide = show.addSlide({ masterName: "page" });
  const on = { ground, lang };
  head(slide, on, shown.title);
  if (shown.kind === "tiles") tiles(slide, on, shown.tiles);
  else if (shown.kind === "words") words(slide, on, shown.lines);
  else figure(slide, on, shown);
  strip(slide, on, marking);
  slide.addNotes(writable(shown.notes.join("\n")));
}
