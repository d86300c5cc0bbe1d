import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { AppLoadContext, EntryContext, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { isDatabaseAway } from "./http.server.ts";
import { NonceContext } from "./nonce.ts";
import { AnswersContext } from "./page-texts.ts";

/** Promises that a loader left open are given up after this; rendering a little later, so that this still shows. */
export const streamTimeout = 5_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, log }: AppLoadContext,
): Promise<Response> {
  const { actionData, errors } = remixContext.staticHandlerContext;
  const answers = actionData !== null || errors !== null;
  return new Promise((resolve, reject) => {
    let answerStatus = status;
    const answer = () => {
      headers.set("Content-Type", "text/html; charset=utf-8");
      const body = new PassThrough();
      buffer(body).then((page) => resolve(new Response(page, { headers, status: answerStatus })), reject);
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <AnswersContext.Provider value={answers}>
          <RemixServer context={remixContext} url={request.url} nonce={nonce} />
        </AnswersContext.Provider>
      </NonceContext.Provider>,
      {
        nonce,
        // In one piece: nothing that a page shows comes later, and pieces are compressed apart, which costs a tenth.
        onAllReady: answer,
        onShellError: reject,
        onError(error: unknown) {
          answerStatus = 500;
          log.error({ err: error }, "a part of the page could not be drawn");
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}

/** What a loader or action did not foresee: written down in full, told to the reader by the number of the request. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || isDatabaseAway(error)) return;
  context.log.error({ err: error }, "a loader or action ended in a fault");
};
