import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { placeLayers } from "#seeds/basemap/places.ts";

const Layer = z.object({
  features: z.array(
    z.object({
      properties: z.object({ name: z.string().min(1), rank: z.number() }),
      geometry: z.object({ coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]) }),
    }),
  ),
});

test("the layers of the map are those of the gazetteer as it is, each place with a name and a position", () => {
  for (const [name, places] of Object.entries(placeLayers())) {
    const file = readFileSync(new URL(`../../public/basemap/${name}.json`, import.meta.url), "utf8");
    expect(JSON.parse(file).features, name).toEqual(places);
    expect(Layer.parse(JSON.parse(file)).features.length, name).toBeGreaterThan(100);
  }
});

test("border posts stand where they are, by the name that they have there", () => {
  const { crossings, airports } = placeLayers();
  const named = (name: string) => crossings.find(({ properties }) => properties?.name === name)?.geometry;
  expect(named("Móng Cái border crossing")).toEqual({ type: "Point", coordinates: [107.97, 21.54] });
  expect(
    airports.map(({ properties }) => String(properties?.name)).filter((name) => name.includes("(HAN)")),
  ).toHaveLength(1);
});
