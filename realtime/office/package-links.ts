import { posix } from "node:path";
import type { Parts } from "./package-parts.ts";

/** A part that another part names, as packages of offices have it. */
export type Link = { id: string; kind: string; target: string; outside: boolean };

const attribute = (element: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(element)?.[1] ?? "";

export const linksName = (part: string) => posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);

/** What a part names, with whole names from the top of the package. */
export function linksOf(parts: Parts, part: string): Link[] {
  const xml = parts.get(linksName(part))?.toString("utf8") ?? "";
  return [...xml.matchAll(/<Relationship\s[^>]*>/g)].map(([element]) => {
    const target = attribute(element, "Target");
    const outside = attribute(element, "TargetMode") === "External";
    return {
      ...{ id: attribute(element, "Id"), kind: attribute(element, "Type").split("/").at(-1) ?? "", outside },
      target: outside ? target : wholeName(part, target),
    };
  });
}

function wholeName(part: string, target: string): string {
  return target.startsWith("/") ? target.slice(1) : posix.join(posix.dirname(part), target);
}

/** All parts that a part leads to, itself among them. */
export function reachedFrom(parts: Parts, first: string, leave: (link: Link) => boolean): string[] {
  const reached = new Set([first]);
  for (const part of reached)
    for (const link of linksOf(parts, part))
      if (!link.outside && !leave(link) && parts.has(link.target)) reached.add(link.target);
  return [...reached];
}

const CONTENT_TYPES = "[Content_Types].xml";

/** The media type of each part: its own, or that of all parts whose names end so. */
export function typesOf(parts: Parts): (part: string) => string | undefined {
  const xml = parts.get(CONTENT_TYPES)?.toString("utf8") ?? "";
  const listed = (element: string, key: string) =>
    new Map(
      [...xml.matchAll(new RegExp(`<${element}\\s[^>]*>`, "g"))].map(([found]) => [
        attribute(found, key).toLowerCase(),
        attribute(found, "ContentType"),
      ]),
    );
  const [own, byEnd] = [listed("Override", "PartName"), listed("Default", "Extension")];
  return (part) => own.get(`/${part}`.toLowerCase()) ?? byEnd.get(part.split(".").at(-1)?.toLowerCase() ?? "");
}

/** Names the types of all parts anew, each by itself: what is not there is not named. */
export function writeTypes(parts: Parts, typeOf: (part: string) => string | undefined): void {
  const named = [...parts.keys()].flatMap((part) => {
    const type = part === CONTENT_TYPES || part.endsWith(".rels") ? undefined : typeOf(part);
    return type ? [`<Override PartName="/${part}" ContentType="${type}"/>`] : [];
  });
  const rels = "application/vnd.openxmlformats-package.relationships+xml";
  const ends = `<Default Extension="rels" ContentType="${rels}"/><Default Extension="xml" ContentType="application/xml"/>`;
  const space = "http://schemas.openxmlformats.org/package/2006/content-types";
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="${space}">${ends}${named.join("")}</Types>`;
  const others = [...parts].filter(([part]) => part !== CONTENT_TYPES);
  parts.clear();
  // Readers look for it first.
  parts.set(CONTENT_TYPES, Buffer.from(xml));
  for (const [part, content] of others) parts.set(part, content);
}
