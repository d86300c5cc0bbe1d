import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { loader } from "#app/routes/operations.$operationId.taxa.ts";
import type { Acting } from "#app/services/house.server.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf, aWorld, type World } from "#tests/support/world.ts";

let world: World;
let officer: Acting;
beforeAll(async () => {
  world = await aWorld();
  officer = await world.join({ role: "reporter", agency: agencyOf(world, "LA-CUS") });
});
afterAll(() => world.close());

const Taxa = z.array(z.object({ scientificName: z.string(), commonName: z.string(), foundBy: z.string() }));

/** What the officer's picker shows first for what was typed, on a phone in that language. */
async function first(typed: string, language: string) {
  const { house, operationId } = world;
  const said = await visit(loader, `/operations/${operationId}/taxa?q=${encodeURIComponent(typed)}`, {
    house,
    token: officer.token,
    params: { operationId },
    headers: { "Accept-Language": language },
  });
  expect(said.status).toBe(200);
  return Taxa.parse(said.data.taxa)[0];
}

test.each([
  ["lo", "ລີງລົມ", "Nycticebus spp."],
  ["lo", "ໄມ້ດູ່", "Pterocarpus macrocarpus"],
  ["km", "ខ្លាឃ្មុំតូច", "Helarctos malayanus"],
  ["km", "ត្រីរាជ", "Pangasianodon gigas"],
  ["my", "ပိတောက်", "Pterocarpus macrocarpus"],
  ["my", "ရေဝက်", "Dugong dugon"],
])("in %s, %s is found, and stands beside the scientific name", async (language, name, scientificName) => {
  expect(await first(name, language)).toEqual(expect.objectContaining({ scientificName, commonName: name }));
  expect(await first(scientificName.replace(" spp.", ""), language)).toMatchObject({
    scientificName,
    commonName: name,
  });
});

test.each(["lo", "km", "my"])("where there is no name in %s, the English one stands there", async (language) => {
  expect(await first("Cyclemys", language)).toMatchObject({
    scientificName: "Cyclemys spp.",
    commonName: "Asian leaf turtles",
    foundBy: "",
  });
});

test("a name in another language than that of the phone is said as what it was found by", async () => {
  expect(await first("穿山甲", "km")).toMatchObject({
    scientificName: "Manidae",
    commonName: "ពង្រូល",
    foundBy: "穿山甲",
  });
});
