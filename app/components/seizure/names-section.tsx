import { LockKeyIcon } from "@phosphor-icons/react/dist/ssr/LockKey";
import { useSearchParams } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Nominal } from "#app/domain/seizure.ts";
import { FactLine, TextValue } from "./fact-values.tsx";

type NamesSectionProps = { nominal: Nominal | null; agency: (id: string) => string };

/** Names, registrations, waybills: shown on asking alone, and every showing is written down. */
export function NamesSection({ nominal, agency }: NamesSectionProps) {
  const text = useText();
  const [params] = useSearchParams();
  const asking = new URLSearchParams(params);
  asking.set("names", "");
  return (
    <section className="seizure-names fact-group" aria-label={text("report.section.nominal")}>
      <h2 className="heading row">
        <Icon of={LockKeyIcon} />
        {text("report.section.nominal")}
      </h2>
      <p className="caption">{text("seizure.names.text")}</p>
      {nominal ? (
        <Names nominal={nominal} agency={agency} />
      ) : (
        <div>
          <LinkButton to={`?${asking}`} preventScrollReset rel="nofollow" prefetch="none">
            {text("seizure.names.show")}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

function Names({ nominal, agency }: { nominal: Nominal; agency: NamesSectionProps["agency"] }) {
  const text = useText();
  return (
    <dl className="facts">
      {nominal.persons.map((person, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two persons may have one name.
        <FactLine key={index} label={text("report.nominal.person", { n: index + 1 })}>
          <b>{person.name}</b>
          <span>{person.document}</span>
          <span className="faint">{person.note}</span>
        </FactLine>
      ))}
      <FactLine label={text("report.nominal.registration")}>
        <TextValue>{nominal.registration}</TextValue>
      </FactLine>
      <FactLine label={text("report.nominal.waybill")}>
        <TextValue>{nominal.waybill}</TextValue>
      </FactLine>
      <FactLine label={text("report.nominal.more")}>
        <TextValue>{nominal.note}</TextValue>
      </FactLine>
      <FactLine label={text("report.nominal.recipients")}>
        {nominal.recipients.length > 0 ? nominal.recipients.map(agency).join(", ") : text("report.line.audience.own")}
      </FactLine>
    </dl>
  );
}
