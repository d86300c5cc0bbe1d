import { FloppyDiskIcon } from "@phosphor-icons/react/dist/ssr/FloppyDisk";
import { useFetcher, useSearchParams } from "@remix-run/react";
import { refusalOf } from "#app/components/form/answer.ts";
import { AskChoice, AskText, AskYes } from "#app/components/form/ask.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { wasLost } from "#app/components/form/line-loss.ts";
import { isAwaited } from "#app/components/form/use-busy.ts";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Menu } from "#app/components/ui/menu.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { keptQuery } from "#app/domain/saved-view.ts";
import type { ViewPage } from "#app/domain/view-address.ts";
import { useViewPlaces } from "./view-place.ts";

type SaveViewProps = {
  page: ViewPage;
  command: string;
  own: readonly { id: string; name: string; version: number }[];
};

/** Keeps the page as its address has it. Without scripts the form leads to the page of views, which says that it is kept. */
export function SaveView({ page, command, own }: SaveViewProps) {
  const text = useText();
  const [params] = useSearchParams();
  const fetcher = useFetcher();
  const { home } = useViewPlaces();
  const refused = refusalOf(fetcher.data, "keep");
  const rounds = useRounds(fetcher.data, isKept);
  const isDone = fetcher.state === "idle" && isKept(fetcher.data);
  const labels = { name: text("views.name"), query: text("views.query") };
  const instead = own.map(({ id, name, version }) => ({ value: `${id} ${version}`, label: name }));
  return (
    <Menu
      summaryClass="chip chip-add"
      summary={
        <>
          <Icon of={FloppyDiskIcon} />
          {text("views.save")}
        </>
      }
    >
      <FormState refused={refused}>
        <fetcher.Form method="post" action={`${home}?index`} className="stack save-view" key={rounds}>
          <input type="hidden" name="command" value={command} />
          <input type="hidden" name="intent" value="keep" />
          <input type="hidden" name="page" value={page} />
          <input type="hidden" name="query" value={keptQuery(params.toString())} />
          <FormErrors refused={refused} labels={labels} />
          {wasLost(fetcher.data) && <Notice tone="warn">{text("views.lost")}</Notice>}
          <Done when={isDone}>{text("views.saved")}</Done>
          <AskText name="name" label={labels.name} input={{ maxLength: 80, autoComplete: "off", required: true }} />
          {instead.length > 0 && (
            <AskChoice
              name="instead"
              label={text("views.instead")}
              options={instead}
              none={text("views.instead.none")}
            />
          )}
          <AskYes name="shared">{text("views.share")}</AskYes>
          <p className="caption">{text("views.share.note")}</p>
          {params.has("q") && <p className="caption">{text("views.no_search")}</p>}
          <Button type="submit" kind="primary" busy={isAwaited(fetcher.state, fetcher.data)}>
            {text("views.save")}
          </Button>
        </fetcher.Form>
      </FormState>
    </Menu>
  );
}

function isKept(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "done" in answer;
}
