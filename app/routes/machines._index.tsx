import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MachineGuide } from "#app/components/api/machine-guide.tsx";
import { START } from "#app/domain/api/guide.ts";
import { forPerson } from "#app/http.server.ts";
import { machineGuide } from "#app/machine-guide.server.ts";
import { pageTitle } from "#app/page-title.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "machine.guide.title") }];

export const loader = forPerson(({ acting, request }) => machineGuide(acting, request, START));

export default function MachinesRoute() {
  return <MachineGuide {...useLoaderData<typeof loader>()} />;
}
