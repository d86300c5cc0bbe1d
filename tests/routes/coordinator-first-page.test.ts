import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import type { WaitingQuestion } from "#app/components/workspace/waiting-list.tsx";
import type { Id } from "#app/domain/id.ts";
import { loader } from "#app/routes/operations.$operationId._index.tsx";
import { answerQuestion, askQuestion } from "#app/services/checks.server.ts";
import { agreeToMerge, proposeMerge } from "#app/services/duplicates.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { visit } from "#tests/support/visit.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

const world = await aWorld({ steps: { "TH-CUS": 0, "LA-CUS": 0 } });
afterAll(() => world.close());
const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });
const officer = await world.join({ role: "reporter", agency: agencyOf(world, "TH-CUS") });
const contact = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
const neighbour = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });

async function asksOf({ token }: Acting): Promise<string[]> {
  const { house, operationId } = world;
  const said = await visit(loader, `/operations/${operationId}`, { house, token, params: { operationId } });
  expect(said.status).toBe(200);
  return (said.data.questions as WaitingQuestion[]).map(({ question }) => question);
}

/** Asked so many hours ago about a report of Thailand. */
async function asked(question: string, hours: number): Promise<Id> {
  const input = aSeizureInput();
  await submitReport(officer, aCommand(input));
  const id = uuid();
  await askQuestion(ocu, aCommand({ id, seizure: input.id, field: "amount", question }));
  await world.owner`update questions set asked_at = now() - make_interval(hours => ${hours}) where id = ${id}`;
  return id;
}

test("the coordination unit is told of questions that are open for longer than a day, with who has them", async () => {
  await asked("Weighed?", 23);
  const late = await asked("Which boxes?", 25);
  await asked("Who escorts it?", 49);
  const name = (
    await world.owner<{ name: string }[]>`select name from agencies where id = ${agencyOf(world, "TH-CUS").id}`
  )[0]?.name;
  expect(await asksOf(ocu)).toEqual([`${name} · Who escorts it?`, `${name} · Which boxes?`]);
  expect(await asksOf(contact)).toEqual(["Who escorts it?", "Which boxes?", "Weighed?"]);
  expect(await asksOf(neighbour)).toEqual([]);

  await answerQuestion(contact, aCommand({ question: late, answer: "Both" }));
  expect(await asksOf(ocu)).toEqual([`${name} · Who escorts it?`]);
});

test("a contact point reads on its first page which pair waits for its word, until it has given it", async () => {
  const [mine, theirs] = [aSeizureInput(), aSeizureInput()];
  await submitReport(officer, aCommand(mine));
  const lao = await world.join({ role: "reporter", agency: agencyOf(world, "LA-CUS") });
  await submitReport(lao, aCommand(theirs));
  const id = uuid();
  await proposeMerge(ocu, aCommand({ id, kept: theirs.id, dropped: mine.id, note: "" }));
  const { house, operationId } = world;
  const pairsOf = async ({ token }: Acting) =>
    (await visit(loader, `/operations/${operationId}`, { house, token, params: { operationId } })).data.pairs;
  const numbers = await world.owner<{ id: string; message_no: string; name: string }[]>`
    select f.id, f.message_no, a.name from seizure_facts f join agencies a on a.id = f.agency_id
    where f.id in (${mine.id}, ${theirs.id}) and f.ended_by is null`;
  const [own, other] = [mine.id, theirs.id].map((one) => numbers.find((row) => row.id === one));
  expect(await pairsOf(contact)).toMatchObject([
    { id, kind: "duplicate", mine: own?.message_no, theirs: other?.message_no, agency: other?.name },
  ]);
  expect([await pairsOf(neighbour), await pairsOf(ocu)]).toEqual([[], []]);
  await agreeToMerge(contact, aCommand({ duplicate: id }));
  expect(await pairsOf(contact)).toEqual([]);
});
