import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { z } from "zod";
import { links } from "#app/root.tsx";

const PUBLIC = new URL("../../public/", import.meta.url);

const Manifest = z.object({
  id: z.string(),
  start_url: z.string(),
  scope: z.string(),
  display: z.literal("standalone"),
  theme_color: z.string(),
  icons: z.array(z.object({ src: z.string(), sizes: z.string(), type: z.literal("image/png"), purpose: z.string() })),
});

const read = () => Manifest.parse(JSON.parse(readFileSync(new URL("naga.webmanifest", PUBLIC), "utf8")));

test("the app can be installed: one page names the manifest, and its addresses are our own", () => {
  expect(links()).toContainEqual({ rel: "manifest", href: "/naga.webmanifest" });
  const { id, start_url, scope, icons } = read();
  for (const address of [id, start_url, scope, ...icons.map(({ src }) => src)]) expect(address).toMatch(/^\/(?!\/)/);
});

test("every icon is as large as it says; there is one for each size that browsers ask for, and one that may be cut round", async () => {
  const { icons, theme_color } = read();
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    "192x192 any",
    "512x512 any",
    "512x512 maskable",
  ]);
  for (const { src, sizes } of icons) {
    const icon = sharp(new URL(src.slice(1), PUBLIC).pathname);
    const { width, height, format } = await icon.metadata();
    expect([format, `${width}x${height}`]).toEqual(["png", sizes]);
    // The ground is the theme's to the edge: a round cut leaves no other colour.
    const { data } = await icon.removeAlpha().extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer({
      resolveWithObject: true,
    });
    expect(`#${data.toString("hex")}`).toBe(theme_color);
  }
});
