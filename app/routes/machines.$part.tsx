import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MachineGuide } from "#app/components/api/machine-guide.tsx";
import { forPerson } from "#app/http.server.ts";
import { machineGuide } from "#app/machine-guide.server.ts";
import { pageTitle } from "#app/page-title.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "machine.guide.title") }];

/** The calls of one kind, what is sent to receivers, or the fields of one schema. */
export const loader = forPerson(({ acting, request, params }) => machineGuide(acting, request, params.part ?? ""));

export default function MachinesPartRoute() {
  return <MachineGuide {...useLoaderData<typeof loader>()} />;
}
