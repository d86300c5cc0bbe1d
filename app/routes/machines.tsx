import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { openApiDocument } from "#app/api/openapi.server.ts";
import { AccountFrame } from "#app/components/account/account-frame.tsx";
import { ApiPage } from "#app/components/api/api-page.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { forPerson } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "machine.guide.title") }];

/** The document of the interface for machines, for whoever is signed in. */
export const loader = forPerson(async ({ acting, request }) =>
  read(acting, async (_, self) => ({
    document: openApiDocument(),
    origin: new URL(request.url).origin,
    administrator: self.person.administrator,
  })),
);

export default function Machines() {
  const text = useText();
  const { document, origin, administrator } = useLoaderData<typeof loader>();
  return (
    <AccountFrame
      title={text("machine.guide.title")}
      lead={text("machine.guide.lead")}
      administrator={administrator}
      acts={
        <a className="button" href="/api/v1/openapi.json" download="openapi.json">
          {text("machine.guide.download")}
        </a>
      }
    >
      <ApiPage document={document} origin={origin} />
    </AccountFrame>
  );
}
