import { linksName, linksOf, reachedFrom, typesOf, writeTypes } from "./package-links.ts";
import { type Parts, unpacked } from "./package-parts.ts";
import { type Box, type Ground, OWN_GROUND } from "./pptx-ground.ts";

const SHOW = "ppt/presentation.xml";
/** The host's parts stand under a folder of their own, so that no name is taken twice. */
const HOST = "ppt/host/";
const EMU = 914_400;

type Layouts = { master: string; cover: string; page: string };

function textOf(parts: Parts, part: string): string {
  const found = parts.get(part);
  if (!found) throw new Error(`the template has no ${part}`);
  return found.toString("utf8");
}

/** The first master of a template, its layout for a first slide and that for a title with room below. */
function layoutsOf(parts: Parts): Layouts {
  const master = linksOf(parts, SHOW).find(({ kind }) => kind === "slideMaster")?.target;
  if (!master) throw new Error("the template has no master");
  const layouts = linksOf(parts, master).flatMap(({ kind, target }) =>
    kind === "slideLayout" ? [layoutOf(target, textOf(parts, target))] : [],
  );
  const of = (...types: string[]) =>
    types.flatMap((type) => layouts.find((layout) => layout.type === type) ?? [])[0] ??
    layouts.find(({ titled }) => titled) ??
    layouts[0];
  const [cover, page] = [of("title", "titleOnly"), of("titleOnly", "obj")];
  if (!cover || !page) throw new Error("the template has no layout");
  return { master, cover: cover.target, page: page.target };
}

/** Of what type a layout says it is; some say none, and are known by their places. */
function layoutOf(target: string, xml: string) {
  const type = /<p:sldLayout\s[^>]*?\btype="(\w+)"/.exec(xml)?.[1];
  return { target, type, titled: /<p:ph\b[^>]*\btype="(?:title|ctrTitle)"/.test(xml) };
}

/** Where the host's own slides have their titles, and what is left for ours below. */
export async function groundOf(host: Uint8Array): Promise<Ground> {
  const parts = await unpacked(host);
  const { master, cover, page } = layoutsOf(parts);
  const size = /<p:sldSz\s[^>]*>/.exec(textOf(parts, SHOW))?.[0] ?? "";
  const width = emu(size, "cx") || OWN_GROUND.width;
  const height = emu(size, "cy") || OWN_GROUND.height;
  const title = placeOf(textOf(parts, page), ["title"]) ?? placeOf(textOf(parts, master), ["title"]);
  const side = title && title.x > 0 && title.x < width / 4 ? title.x : width * 0.045;
  const under = title && title.y < height / 3 ? title.y + title.h + 0.1 : height * 0.17;
  return {
    ...{ width, height, left: side, right: width - side, top: Math.min(under, height * 0.35), bottom: height - 0.65 },
    host: true,
    under: placeOf(textOf(parts, cover), ["subTitle"]),
  };
}

function emu(element: string, name: string): number {
  return Number(new RegExp(`\\b${name}="(-?\\d+)"`).exec(element)?.[1] ?? 0) / EMU;
}

/** Where a layout puts the placeholder of a type; null where it says nothing of it. */
function placeOf(xml: string, types: readonly string[]): Box | null {
  for (const [shape] of xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)) {
    const type = /<p:ph\b[^>]*\btype="(\w+)"/.exec(shape)?.[1] ?? "";
    const [off, ext] = [/<a:off\s[^>]*>/.exec(shape)?.[0], /<a:ext\s[^>]*\bcx=[^>]*>/.exec(shape)?.[0]];
    if (types.includes(type) && off && ext)
      return { x: emu(off, "x"), y: emu(off, "y"), w: emu(ext, "cx"), h: emu(ext, "cy") };
  }
  return null;
}

/** Slides as they were made, over the host's master and layouts instead of ours. */
export async function onTemplate(made: Uint8Array, host: Uint8Array): Promise<Parts> {
  const [show, template] = [await unpacked(made), await unpacked(host)];
  const layouts = layoutsOf(template);
  const [ours, theirs] = [typesOf(show), typesOf(template)];
  const old = linksOf(show, SHOW).find(({ kind }) => kind === "slideMaster")?.target ?? "";
  const kept = new Set(reachedFrom(show, SHOW, ({ kind }) => ["slideMaster", "slideLayout", "theme"].includes(kind)));
  const notes = linksOf(show, SHOW).find(({ kind }) => kind === "notesMaster")?.target ?? "";
  for (const part of reachedFrom(show, notes, () => false)) kept.add(part);
  for (const part of reachedFrom(show, old, () => false)) if (!kept.has(part)) remove(show, part);
  for (const part of reachedFrom(template, layouts.master, ({ kind }) => kind === "slide")) {
    for (const name of [part, linksName(part)]) {
      const content = template.get(name);
      if (content) show.set(HOST + name.replace(/^ppt\//, ""), moved(name, content));
    }
  }
  reseat(show, template, layouts);
  writeTypes(show, (part) => (part.startsWith(HOST) ? theirs(`ppt/${part.slice(HOST.length)}`) : ours(part)));
  return show;
}

/** Names from the top of the package follow their parts. */
function moved(name: string, content: Buffer): Buffer {
  return name.endsWith(".rels")
    ? Buffer.from(content.toString("utf8").replaceAll('Target="/ppt/', `Target="/${HOST}`))
    : content;
}

function remove(parts: Parts, part: string): void {
  parts.delete(part);
  parts.delete(linksName(part));
}

function reseat(show: Parts, template: Parts, { master, cover, page }: Layouts): void {
  const theme = linksOf(template, master).find(({ kind }) => kind === "theme")?.target;
  relink(show, SHOW, { slideMaster: master, ...(theme && { theme }) });
  const id = /<p:sldMasterId\s[^>]*?\bid="(\d+)"/.exec(textOf(template, SHOW))?.[1];
  if (id) edit(show, SHOW, (xml) => xml.replace(/(<p:sldMasterId\s[^>]*?\bid=")\d+/, `$1${id}`));
  const centred = textOf(template, cover).includes('type="ctrTitle"');
  for (const { kind, target } of linksOf(show, SHOW)) {
    if (kind !== "slide") continue;
    const first = target.endsWith("/slide1.xml");
    relink(show, target, { slideLayout: first ? cover : page });
    edit(show, target, (xml) => titled(xml, first && centred));
  }
}

/** Links of a kind lead to the host's part instead. */
function relink(show: Parts, part: string, to: Readonly<Record<string, string>>): void {
  edit(show, linksName(part), (xml) =>
    xml.replaceAll(/<Relationship\s[^>]*>/g, (element) => {
      const target = to[/\bType="[^"]*\/(\w+)"/.exec(element)?.[1] ?? ""];
      return target ? element.replace(/\bTarget="[^"]*"/, `Target="/${HOST}${target.replace(/^ppt\//, "")}"`) : element;
    }),
  );
}

function edit(parts: Parts, part: string, change: (xml: string) => string): void {
  parts.set(part, Buffer.from(change(textOf(parts, part))));
}

/** A title stands where the host's layout has it, in the host's letters. */
function titled(xml: string, centred: boolean): string {
  return xml.replaceAll(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    if (!/<p:ph\b[^>]*type="title"/.test(shape)) return shape;
    const bare = shape
      .replace(/<p:spPr>.*?<\/p:spPr>/s, "<p:spPr/>")
      .replace(/<a:bodyPr\b.*?(?:\/>|<\/a:bodyPr>)/s, "<a:bodyPr/>")
      .replaceAll(/<a:rPr\b([^>]*?)\/?>(?:.*?<\/a:rPr>)?/gs, (_, attributes: string) => {
        const lang = /\blang="[^"]*"/.exec(attributes)?.[0] ?? "";
        return `<a:rPr ${lang}/>`;
      })
      .replace(/<p:ph\b[^>]*\/>/, '<p:ph type="title"/>');
    return centred ? bare.replace('type="title"', 'type="ctrTitle"') : bare;
  });
}
