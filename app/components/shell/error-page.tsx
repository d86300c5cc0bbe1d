import { isRouteErrorResponse, Link, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Logo } from "#app/components/ui/logo.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { MessageValues } from "#app/messages/index.ts";
import { useFirstAddress } from "./first-document.ts";

const KNOWN = [400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503] as const;
type Status = (typeof KNOWN)[number];

/** A whole page that could not be: what happened, what it means, what to do. Every route may fall back to it. */
export function ErrorPage() {
  const error = useRouteError();
  const text = useText();
  const status = statusOf(error);
  const reference = useReference();
  const words = useWords(error, status);
  if (isNoLine(error)) return <NoLine />;
  return (
    <div className="page">
      <header className="bar bar-plain">
        <Link to="/" className="brand" aria-label={text("shell.home")} reloadDocument>
          <Logo size={30} />
        </Link>
        <span className="title-3">{text("shell.product")}</span>
      </header>
      <main className="page-main page-narrow error-page" id="content">
        <p className="error-number" aria-hidden="true">
          {status}
        </p>
        <h1 className="title">{text(`error_page.${status}.title`)}</h1>
        <p className="error-words">{words}</p>
        {reference && status >= 500 && <p className="caption">{text("error_page.request", { id: reference })}</p>}
        <Ways status={status} />
      </main>
    </div>
  );
}

/** The browser got no answer at all: neither the reader nor the installation did anything wrong. */
function NoLine() {
  const text = useText();
  const [canWrite, setCanWrite] = useState(false);
  useEffect(() => {
    import("#app/outbox/shell.ts").then(({ shellIsKept }) => shellIsKept()).then(setCanWrite, () => {});
  }, []);
  return (
    <main className="page-main page-narrow error-page" id="content">
      <h1 className="title">{text("error_page.no_line.title")}</h1>
      <p className="error-words">{text("error_page.no_line.text")}</p>
      {canWrite && (
        <LinkButton to="/outbox" reloadDocument>
          {text("outbox.write.title")}
        </LinkButton>
      )}
      <Ways status={503} />
    </main>
  );
}

/** What browsers throw when a request never arrives, each in its own words. */
function isNoLine(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
}

function Ways({ status }: { status: Status }) {
  const text = useText();
  const hydrated = useHydrated();
  const { pathname, search } = useLocation();
  const again = status === 500 || status === 503 || status === 429;
  return (
    <div className="state-acts">
      {again && (
        <LinkButton to={pathname + search} kind="primary" reloadDocument>
          {text("error_page.again")}
        </LinkButton>
      )}
      {status === 401 && (
        <LinkButton to="/sign-in" kind="primary" reloadDocument>
          {text("error_page.sign_in")}
        </LinkButton>
      )}
      <LinkButton to="/" kind={again || status === 401 ? "plain" : "primary"} reloadDocument>
        {text("error_page.home")}
      </LinkButton>
      {hydrated && (
        <Button type="button" kind="quiet" onClick={() => history.back()}>
          {text("error_page.back")}
        </Button>
      )}
    </div>
  );
}

/** The status of an answer as one that has a page. */
export function statusOf(error: unknown): Status {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return KNOWN.find((known) => known === status) ?? (status < 500 ? 400 : 500);
}

/** A refusal that has words of its own says them; others say the page's. */
function useWords(error: unknown, status: Status): string {
  const text = useText();
  const problem = problemOf(error);
  const own = problem !== null && text.has(`error.${problem.problem}`);
  return own ? text.error(problem.problem, problem.values) : text(`error_page.${status}.text`);
}

type Thrown = { problem: string; values?: MessageValues };

function problemOf(error: unknown): Thrown | null {
  if (!isRouteErrorResponse(error)) return null;
  const { data } = error;
  return typeof data === "object" && data !== null && typeof data.problem === "string" ? data : null;
}

/** The request id of this document; none after moving on inside it, where it would name another request. */
function useReference(): string | undefined {
  const first = useFirstAddress();
  const root = useRouteLoaderData<{ requestId: string }>("root");
  return first ? root?.requestId : undefined;
}
