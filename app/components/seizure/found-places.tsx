import { Button } from "#app/components/ui/button.tsx";
import { Radio } from "#app/components/ui/choices.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useReport } from "./report-context.ts";

/** Without scripts the server looks the words up and offers what they may mean. */
export function FoundPlaces({ path }: { path: string }) {
  const text = useText();
  const { answer, choices } = useReport();
  const found = answer?.found?.[path];
  const countryName = (code: string) => choices.countries.find((country) => country.code === code)?.name ?? code;
  return (
    <noscript>
      <div className="stack">
        {found?.map((place) => (
          <Radio key={place.id} name={`${path}.placeId`} value={place.id}>
            {`${place.name}, ${text.label(`gazetteer.${place.kind}`)}, ${countryName(place.country)}`}
          </Radio>
        ))}
        {found?.length === 0 && <p className="field-hint">{text("report.place.none_found")}</p>}
        <Button name="step" value="find">
          {text("report.place.find")}
        </Button>
      </div>
    </noscript>
  );
}
