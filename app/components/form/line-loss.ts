import { type ClientActionFunctionArgs, isRouteErrorResponse, type ShouldRevalidateFunction } from "@remix-run/react";
import type { ReportAnswer } from "#app/components/seizure/report-types.ts";

const AWAY = [502, 503, 504];

/** Whether an action's answer says that nothing reached the server. */
export function wasLost(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "lost" in answer && answer.lost === true;
}

/** Sends through the server's action; where the line or the server is away, the form stays and says so. */
export async function sendOrKeep({ serverAction }: ClientActionFunctionArgs): Promise<ReportAnswer> {
  try {
    return await serverAction<ReportAnswer>();
  } catch (thrown) {
    if (thrown instanceof Response) throw thrown;
    if (isRouteErrorResponse(thrown) && !AWAY.includes(thrown.status)) throw thrown;
    return { fields: {}, lost: true };
  }
}

/** After a refusal too the page is loaded anew: what stands there now is what the writer needs to see beside the own. */
export const renewAfterAnswer: ShouldRevalidateFunction = ({ actionResult, actionStatus, defaultShouldRevalidate }) =>
  !wasLost(actionResult) && (actionStatus !== undefined || defaultShouldRevalidate);
