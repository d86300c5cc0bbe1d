import { useMatches, useParams } from "@remix-run/react";
import { wordsOfId } from "#app/domain/id-bytes.ts";
import workerAddress from "#app/live/facts-worker.ts?worker&url";
import { useNonce } from "#app/nonce.ts";

/** For the `handle` of a route that draws the facts of its operation. */
export const FACTS_AHEAD = { factsAhead: true } as const;

/**
 * Has the facts asked for while the page's own scripts are still on their way, on pages that draw them. It stands before
 * the styles, which a script would wait for.
 */
export function FactsAheadScript() {
  const nonce = useNonce();
  const { operationId } = useParams();
  const wanted = useMatches().some(
    ({ handle }) => typeof handle === "object" && handle !== null && "factsAhead" in handle,
  );
  if (!wanted || operationId === undefined || wordsOfId(operationId) === null) return null;
  return (
    <script
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: an address of the build and an id that has been looked at.
      dangerouslySetInnerHTML={{ __html: scriptAhead(workerAddress, operationId) }}
    />
  );
}

/** Written for the reader of `globalThis.nagaFacts` (`begin-apart.ts`). */
export function scriptAhead(address: string, operationId: string): string {
  return `nagaFacts=function(a,i){var f={operationId:i,worker:null,failed:false,begin:function(o){var w=new Worker(a,{type:"module"});w.onerror=function(){f.failed=true};w.postMessage({begin:o});return w}};try{f.worker=f.begin(i)}catch(e){f.failed=true}return f}(${JSON.stringify(address)},${JSON.stringify(operationId)})`;
}
