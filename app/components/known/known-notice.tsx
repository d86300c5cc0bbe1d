import { ClockCounterClockwiseIcon } from "@phosphor-icons/react/dist/ssr/ClockCounterClockwise";
import { useSearchParams } from "@remix-run/react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import { KNOWN, type KnownMoment } from "#app/domain/known-moment.ts";
import { useLiveNow } from "#app/live/live-context.tsx";
import { useVersion } from "../workspace/use-current.ts";
import { useToday } from "../workspace/use-workspace.ts";
import { useMomentWords } from "./known-words.ts";
import "./known.css";

/** Says that a page is of the past, what of that moment can be told no more, and how to come back. */
export function KnownNotice({ known, filtered }: { known: KnownMoment; filtered: boolean }) {
  const text = useText();
  const wordsOf = useMomentWords();
  const { takenBack, erased } = known.missing;
  const now = useCasesNow(known);
  return (
    <Notice
      tone="warn"
      icon={ClockCounterClockwiseIcon}
      title={text("known.title", { at: wordsOf(Date.parse(known.at)) })}
    >
      <p>{text("known.text", { before: known.figures.cases.total, now })}</p>
      {takenBack > 0 && <p>{text(filtered ? "known.taken_back.filtered" : "known.taken_back", { n: takenBack })}</p>}
      {erased > 0 && <p>{text("known.erased", { n: erased })}</p>}
      <p>{text("known.without")}</p>
      <p className="known-back">
        <LinkButton to={useAddressOfNow()} size="small" preventScrollReset>
          {text("known.now")}
        </LinkButton>
      </p>
    </Notice>
  );
}

/** The address without the moment. */
function useAddressOfNow(): string {
  const [params] = useSearchParams();
  const now = new URLSearchParams(params);
  now.delete(KNOWN);
  return `?${now}`;
}

/** How many cases there are at present: news is told, and changes nothing else of the page. */
function useCasesNow(known: KnownMoment): number {
  const { snapshot } = useLiveNow();
  useVersion(snapshot);
  const today = useToday();
  return snapshot ? snapshot.figures(NO_FILTER, today).cases.total : known.now.total;
}
