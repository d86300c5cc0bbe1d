import { v7 as uuid } from "uuid";
import type { Id } from "#app/domain/id.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { aSeizureInput } from "#seeds/builders.ts";

/** What became of a report: how often it was sent, and every answer that acknowledged it. */
export type Report = { id: Id; commandId: Id; sent: number; answers: string[] };

type Reporting = {
  address: string;
  operationId: Id;
  key: string;
  /** Stops taking on new reports; the one under way is sent until it is acknowledged. */
  isOver: () => boolean;
  acknowledged: (report: Report) => void;
};

const ANSWER_WITHIN_MS = 8_000;
const AGAIN_AFTER_MS = 40;

/** Reports one seizure after the other over the JSON API, each under one id until it is acknowledged. */
export async function report({ address, operationId, key, isOver, acknowledged }: Reporting): Promise<Report[]> {
  const url = `${address}/api/v1/operations/${operationId}/seizures`;
  const reports: Report[] = [];
  while (!isOver()) {
    const seizure = aSeizureInput();
    const one: Report = { id: seizure.id, commandId: uuid(), sent: 0, answers: [] };
    reports.push(one);
    while (one.answers.length === 0) await send(url, key, one, seizure);
    acknowledged(one);
    // An acknowledged report sent once more, as by an impatient hand, changes nothing.
    if (reports.length % 7 === 0) await send(url, key, one, seizure);
  }
  return reports;
}

async function send(url: string, key: string, report: Report, seizure: SeizureInput): Promise<void> {
  report.sent += 1;
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify({ commandId: report.commandId, seizure }),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    const body = await response.text();
    if (response.ok) report.answers.push(body);
    else if (![429, 502, 503].includes(response.status)) throw new Refused(`${response.status} ${body}`);
    else await pause(Number(response.headers.get("Retry-After") ?? 0) * 1_000 || AGAIN_AFTER_MS);
  } catch (error) {
    if (error instanceof Refused) throw error;
    await pause(AGAIN_AFTER_MS);
  }
}

/** What a report must never hear, whatever is killed. */
class Refused extends Error {}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(ms, 500)));
}
