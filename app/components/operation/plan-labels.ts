import type { OrganisationView } from "#app/components/account/organisation-types.ts";
import { useText } from "#app/components/ui/text-context.tsx";

/** What the fields of a plan are called, in the order of its form; those of participants with the agency's name. */
export function usePlanLabels(organisations: readonly OrganisationView[] = []): Record<string, string> {
  const text = useText();
  const participants = organisations.flatMap(({ id, name, agencies }) => [
    ...agencies.flatMap((agency) => [
      [`steps.${agency.id}`, `${agency.name}, ${text("plan.steps")}`],
      [`contact_name.${agency.id}`, `${agency.name}, ${text("plan.contact_name")}`],
      [`contact_email.${agency.id}`, `${agency.name}, ${text("plan.contact_email")}`],
    ]),
    [`official.${id}`, `${name}, ${text("plan.official_name")}`],
  ]);
  return {
    "plan.name": text("plan.name"),
    "plan.edition": text("plan.edition"),
    code: text("plan.code"),
    "plan.objectives": text("plan.objectives"),
    "plan.scope": text("plan.scope.groups"),
    "plan.zone": text("plan.zone"),
    "plan.startsOn": text("plan.starts_on"),
    "plan.endsOn": text("plan.ends_on"),
    "plan.followUpEndsOn": text("plan.follow_up_ends_on"),
    "plan.debriefOn": text("plan.debrief_on"),
    "plan.cutOff": text("plan.cut_off"),
    "plan.lateLimitHours": text("plan.late_limit"),
    ...Object.fromEntries(participants),
    "plan.handling": text("plan.handling.default"),
    "plan.tier": text("plan.tier"),
    "plan.joining": text("plan.joining"),
    "plan.boundaryProfile": text("plan.boundaries.profile"),
  };
}
