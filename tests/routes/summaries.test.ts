import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import type { FormAnswer } from "#app/form-answer.ts";
import { action as act } from "#app/routes/operations.$operationId.seizures.$seizureId.tsx";
import { seizureRoutes } from "#tests/support/seizure-routes.ts";
import { visit } from "#tests/support/visit.ts";
import { agencyOf } from "#tests/support/world.ts";

const { world, officer, contact, thai, coordinator, home, as, pageFor, released } = await seizureRoutes();
afterAll(() => world.close());

const vn = agencyOf(world, "VN-CUS").id;
const audience = { kind: "agencies" as const, agencies: [vn] };
const told = { narrative: "งาช้างสองกิ่งในลังไม้", language: "th", audience };

async function send(who: typeof thai, id: string, form: Record<string, string>) {
  const filled = { intent: "summarise", command: uuid(), slot: "add", about: "1", base: "0", ...form };
  const said = await visit(act, `${home()}/${id}`, { ...as(who, id), form: filled });
  return { ...said, refused: said.data.refused as FormAnswer | undefined };
}

test("the page has it with its translator for whoever reads the case, and who may write it", async () => {
  const { id } = await released(thai, told);
  expect((await send(thai, id, { language: "en", text: " Two tusks. " })).data).toMatchObject({ done: "summarise" });
  for (const [reader, may] of [
    [thai, true],
    [coordinator, true],
    [contact, false],
  ] as const) {
    const { released: page } = (await pageFor(reader, id)).data.page;
    expect(page).toMatchObject({ may: { summarise: may }, case: { input: { narrative: told.narrative } } });
    expect(page?.summaries).toMatchObject([{ language: "en", text: "Two tusks.", translator: "Officer TH-CUS" }]);
  }
  expect((await pageFor(officer, id)).status).toBe(404);
});

test("looking as another agency shows what that one reads of it", async () => {
  const { id } = await released(thai, told);
  await send(thai, id, { language: "en", text: "Two tusks." });
  const seen = async (agency: string) => (await pageFor(thai, id, `?as=${agency}`)).data.look?.page?.summaries;
  expect(await seen(vn)).toHaveLength(1);
  // They read facts, and not this case.
  await world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") });
  expect(await seen(agencyOf(world, "LA-CUS").id)).toEqual([]);
});

test("what is wrong is said at its field, with what was typed; an empty field alone takes nothing back", async () => {
  const { id } = await released(thai, told);
  const wrong = [
    [{ language: "", text: "Two tusks." }, { language: ["summary.language.missing"] }],
    [{ language: "xx", text: "Two tusks." }, { language: ["summary.language.missing"] }],
    [{ language: "th", text: "Two tusks." }, { language: ["summary.language.original"] }],
    [{ language: "en", text: " " }, { text: ["summary.text.missing"] }],
    [{ language: "en", text: "x".repeat(2_001) }, { text: ["text.long"] }],
    [{ language: "en", text: "a\u202eb" }, { text: ["text.characters"] }],
  ] as const;
  for (const [form, fields] of wrong) {
    const { status, refused } = await send(thai, id, form);
    expect([status, refused?.fields, refused?.form.text]).toEqual([422, fields, form.text]);
  }
  await send(thai, id, { language: "en", text: "Two tusks." });
  const empty = { language: "en", slot: "en", base: "1", text: "" };
  expect((await send(thai, id, empty)).refused?.fields).toEqual({ text: ["summary.text.missing"] });
  expect((await send(thai, id, { ...empty, text: "typed", take_back: "yes" })).data).toMatchObject({
    done: "summarise",
  });
  expect((await pageFor(contact, id)).data.page.released?.summaries.map(({ text }) => text)).toEqual([
    "",
    "Two tusks.",
  ]);
});

test("whoever was slower gets both texts", async () => {
  const { id } = await released(thai, told);
  await send(thai, id, { language: "en", text: "Two tusks." });
  const { status, refused } = await send(coordinator, id, { language: "en", text: "Two raw tusks." });
  expect([status, refused?.problem, refused?.current, refused?.form.text]).toEqual([
    409,
    "summary.stale",
    { version: 1, text: "Two tusks." },
    "Two raw tusks.",
  ]);
});
