import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DigestPage } from "#app/components/digest/digest-page.tsx";
import { RefusedState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { digestPage } from "#app/digest-page.server.ts";
import { may } from "#app/domain/access.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { memberOf, read } from "#app/services/write.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "digest.title") }];

export const loader = forParticipant(async ({ acting }) => {
  const page = await read(acting, async (tx, self) => {
    const member = memberOf(self);
    const reads = may(member, "digest.read", member.operation.state, { agencyId: member.agencyId });
    return reads ? digestPage(tx, self) : null;
  });
  return data({ page }, { status: page ? 200 : 403 });
});

/** What the own agency's reports have in common: for itself alone. */
export default function Digest() {
  const text = useText();
  const { page } = useLoaderData<typeof loader>();
  if (!page) return <RefusedState title={text("digest.refused.title")}>{text("digest.refused.text")}</RefusedState>;
  return <DigestPage {...page} />;
}
