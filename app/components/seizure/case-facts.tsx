import { Unknown } from "#app/components/ui/marks.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { CodesValue, CodeValue, FactGroup, FactLine, NotSaid, TextValue } from "./fact-values.tsx";
import type { Timeliness } from "./page-types.ts";
import { useDayWords } from "./seizure-words.tsx";
import type { Told, ToldPlace } from "./told.ts";

type CountryName = (code: string) => string;

export function PlaceWords({ place, country }: { place: ToldPlace; country: CountryName }) {
  const text = useText();
  const known = place.country !== "XX";
  if (!known && place.name === "") return <Unknown />;
  const words = [place.name, known ? country(place.country) : ""].filter(Boolean).join(", ");
  return (
    <>
      <span>{words}</span>
      <Tag>{text.code("geo_precision", place.precision)}</Tag>
    </>
  );
}

type WhereProps = { told: Told; country: CountryName; released?: Released; outside: boolean };
type Released = { at: string; late: boolean; timeliness: Timeliness | null };

/** Where, when, and how it travelled. */
export function WhereFacts({ told, country, released, outside }: WhereProps) {
  const text = useText();
  const dayWords = useDayWords();
  const { detail } = told;
  return (
    <FactGroup title={text("report.section.where_when")}>
      <FactLine label={text("report.line.event_kind")}>
        <CodeValue list="event_kind" code={told.eventKind} />
      </FactLine>
      <FactLine label={text("report.line.place")}>
        <PlaceWords place={told.place} country={country} />
      </FactLine>
      <FactLine label={text("report.line.place_kind")}>
        <CodeValue list="place_kind" code={told.placeKind} />
      </FactLine>
      <FactLine label={text("seizure.happened")}>
        <span>{dayWords(told)}</span>
        {detail?.occurredAt ? (
          <span className="caption">
            <Time at={detail.occurredAt} as="exact" />
          </span>
        ) : (
          told.datePrecision === "day" && <span className="caption">{text("seizure.hour_not_known")}</span>
        )}
        {outside && <Tag tone="warn">{text("seizures.outside")}</Tag>}
      </FactLine>
      {released && <ReleasedFacts {...released} />}
      <FactLine label={text("report.line.mode")}>
        <CodeValue list="mode" code={told.mode} />
      </FactLine>
      <FactLine label={text("report.line.direction")}>
        <CodeValue list="direction" code={told.direction} />
      </FactLine>
      {detail && <Numbers detail={detail} />}
    </FactGroup>
  );
}

/** Cleared and released apart: the first delay is the post's and its superiors', the second the agency's. */
function ReleasedFacts({ at, late, timeliness }: Released) {
  const text = useText();
  const format = useFormat();
  const cleared = timeliness?.toCleared;
  return (
    <>
      {timeliness && (
        <FactLine label={text("seizure.cleared")}>
          <Time at={timeliness.clearedAt} as="moment" />
          {cleared && (
            <span className="caption">
              {text(cleared.atLeast ? "seizure.after.least" : "seizure.after", {
                time: format.duration(cleared.milliseconds),
              })}
            </span>
          )}
        </FactLine>
      )}
      <FactLine label={text("seizure.reported")}>
        <Time at={at} as="moment" />
        {timeliness && timeliness.toReleased >= 60_000 && (
          <span className="caption">
            {text("seizure.after.clearance", { time: format.duration(timeliness.toReleased) })}
          </span>
        )}
        {late && <Tag tone="warn">{text("seizures.late")}</Tag>}
      </FactLine>
    </>
  );
}

function Numbers({ detail }: { detail: NonNullable<Told["detail"]> }) {
  const text = useText();
  const { carrier, transportNo, containerNo, nationalCaseNo, cenNo, cencommNo, origin } = detail;
  return (
    <>
      {carrier && <FactLine label={text("report.line.carrier")}>{carrier}</FactLine>}
      {transportNo && <FactLine label={text("report.line.transportNo")}>{transportNo}</FactLine>}
      {containerNo && (
        <FactLine label={text("report.line.containerNo")}>
          <span className="code">{containerNo}</span>
        </FactLine>
      )}
      <FactLine label={text("report.line.nationalCaseNo")}>{nationalCaseNo}</FactLine>
      {cenNo && <FactLine label={text("report.line.cenNo")}>{cenNo}</FactLine>}
      {cencommNo && <FactLine label={text("report.line.cencommNo")}>{cencommNo}</FactLine>}
      {origin && (
        <FactLine label={text("seizure.source")}>
          <span>{text("seizure.source.row", { source: origin.source, row: origin.row })}</span>
          <span className="caption">
            {origin.originalDate
              ? text("seizure.source.original", { date: origin.originalDate, licence: origin.licence })
              : origin.licence}
          </span>
        </FactLine>
      )}
    </>
  );
}

/** The way of the goods, each stop with what it rests on. */
export function RouteFacts({ told, country }: { told: Told; country: CountryName }) {
  const text = useText();
  const format = useFormat();
  if (told.route.length === 0) {
    return (
      <FactGroup title={text("report.section.route")}>
        <FactLine label={text("seizure.route.all")}>
          <NotSaid />
        </FactLine>
      </FactGroup>
    );
  }
  return (
    <FactGroup title={text("report.section.route")}>
      {told.route.map((node, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stops have nothing of their own but their order.
        <FactLine key={index} label={text.code("route_role", node.role)}>
          <PlaceWords place={node.place} country={country} />
          <Tag>{text.code("evidence", node.evidence)}</Tag>
          {node.sharePercent !== null && <Tag>{`${format.decimal(node.sharePercent)} %`}</Tag>}
          {node.modeToNext && <span className="caption">{text.code("mode", node.modeToNext)}</span>}
          {node.opportunity && <span className="caption">{text("seizure.route.custody")}</span>}
        </FactLine>
      ))}
    </FactGroup>
  );
}

/** How it was found, and the persons as numbers. */
export function FoundFacts({ told, country }: { told: Told; country: CountryName }) {
  const text = useText();
  const { detail } = told;
  return (
    <FactGroup title={text("report.section.found")}>
      <FactLine label={text("report.line.controlReasons")}>
        <CodesValue list="control_reason" codes={told.controlReasons} />
      </FactLine>
      <FactLine label={text("report.line.detections")}>
        <CodesValue list="detection" codes={told.detections} />
      </FactLine>
      <FactLine label={text("report.line.concealmentPlaces")}>
        <CodesValue list="concealment_place" codes={told.concealmentPlaces} />
      </FactLine>
      <FactLine label={text("report.line.concealmentMethods")}>
        <CodesValue list="concealment_method" codes={told.concealmentMethods} />
      </FactLine>
      {detail?.concealmentText && (
        <FactLine label={text("report.line.concealmentText")}>
          <TextValue lang={detail.language}>{detail.concealmentText}</TextValue>
        </FactLine>
      )}
      <FactLine label={text("report.line.offences")}>
        <CodesValue list="offence" codes={told.offences} />
      </FactLine>
      <FactLine label={text("report.section.persons")}>
        <PersonWords told={told} country={country} />
      </FactLine>
    </FactGroup>
  );
}

function PersonWords({ told, country }: { told: Told; country: CountryName }) {
  const text = useText();
  const persons = told.detail?.persons;
  const identified = persons?.identified ?? null;
  if (told.arrested === null && identified === null) return <NotSaid />;
  return (
    <>
      {told.arrested !== null && <span>{text("seizure.persons.arrested", { n: told.arrested })}</span>}
      {identified !== null && <span>{text("seizure.persons.identified", { n: identified })}</span>}
      {persons?.nationalities.map((nationality) => (
        <Tag key={nationality.country}>{`${nationality.count} ${country(nationality.country)}`}</Tag>
      ))}
    </>
  );
}

type AfterwardsProps = { detail: NonNullable<Told["detail"]>; words?: boolean };

/** What became of it, and before its release the case in words, which have a section of their own later. */
export function AfterwardsFacts({ detail, words = false }: AfterwardsProps) {
  const text = useText();
  return (
    <FactGroup title={text("report.section.aftermath")}>
      <FactLine label={text("report.line.custody")}>
        <CodeValue list="custody" code={detail.custody} />
      </FactLine>
      <FactLine label={text("report.line.disposal")}>
        <CodeValue list="disposal" code={detail.disposal} />
      </FactLine>
      {words && (
        <FactLine label={text("report.line.narrative")}>
          <TextValue lang={detail.language}>{detail.narrative}</TextValue>
        </FactLine>
      )}
    </FactGroup>
  );
}
