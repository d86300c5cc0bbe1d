import { EyeIcon } from "@phosphor-icons/react/dist/ssr/Eye";
import { Icon } from "#app/components/ui/icon.tsx";
import { RichText, useFormat, useText } from "#app/components/ui/text-context.tsx";
import { administrationsOf, audienceOf, namedAmong, readersFor } from "#app/domain/audience.ts";
import { useChosen, useReport, useRows, useTyped } from "./report-context.ts";

/** Who will be able to read it, said before it is sent; the names are one tap away. */
export function ReadersLine() {
  const text = useText();
  const format = useFormat();
  const { choices, kind: purpose } = useReport();
  const { participants, own, steps } = choices;
  const [agencies, members] = [useChosen("audience.agencies"), useChosen("audience.members")];
  const kind = useTyped("audience.kind");
  const named = useRows("nominal.persons").length > 0;
  const recipients = useChosen("nominal.recipients").length;
  const audience = audienceOf(kind, agencies, members);
  const readers = namedAmong(audience, readersFor(audience, participants, own.agencyId));
  const n = administrationsOf(readers, own.administrationId);
  return (
    <details className="readers">
      <summary>
        <Icon of={EyeIcon} size={16} />
        <span>
          {audience.kind === "members" && audience.members.length > 0 ? (
            <RichText id="report.readers.people" values={{ n: audience.members.length }} />
          ) : (
            <RichText id={n === 1 ? "report.readers.own" : "report.readers"} values={{ n }} />
          )}{" "}
          {named ? text("report.readers.names", { n: recipients }) : text("report.readers.no_names")}{" "}
          {purpose !== "amend" && steps > 0 && text("report.readers.after", { n: steps })}
        </span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard. */}
      <ul className="readers-names" tabIndex={0} aria-label={text("report.section.readers")}>
        {readers.map((reader) => (
          <li key={reader.agencyId}>
            {reader.people.length > 0 && <b>{format.list(reader.people.map(({ name }) => name))}, </b>}
            {reader.agencyName} <span className="faint">{reader.officialName}</span>
          </li>
        ))}
        {participants
          .filter(
            (participant) =>
              participant.coordinates && !readers.some(({ agencyId }) => agencyId === participant.agencyId),
          )
          .map((participant) => (
            <li key={participant.agencyId}>
              {participant.agencyName} <span className="faint">{text("report.readers.coordinates")}</span>
            </li>
          ))}
      </ul>
    </details>
  );
}
