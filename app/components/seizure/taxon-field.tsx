import { useEffect, useRef, useState } from "react";
import { Combobox } from "#app/components/ui/combobox.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { ComboOption } from "#app/components/ui/use-combobox.ts";
import { AskedField } from "./asked-field.tsx";
import { useGeneration, useReport, useSet, useTyped } from "./report-context.ts";

export type TaxonOption = {
  id: string;
  scientificName: string;
  commonName: string;
  /** The name that was typed, where it is neither of these. */
  foundBy: string;
  listing: { appendix: string | null; source: string; toBeConfirmed: boolean } | null;
};

/** The species as far as it is known, with the appendix in which it stood on the day and where that is written. */
export function TaxonField({ path }: { path: string }) {
  const text = useText();
  const set = useSet();
  const { store } = useReport();
  const generation = useGeneration();
  const taxonId = useTyped(`${path}.taxonId`);
  const found = useRef(new Map<string, TaxonOption>());
  const search = useTaxonSearch(found.current);
  const chosen = useTaxon(taxonId, found.current);
  const typed = store.text(`${path}.taxonText`) || taxonId;
  return (
    <AskedField
      name={`${path}.taxonId`}
      also={[`${path}.taxonText`]}
      label={text("report.item.taxon")}
      hint={text("report.item.taxon.hint")}
      understood={chosen && <AppendixOf taxon={chosen} />}
      optional
    >
      <div
        onChange={(event) => {
          if (event.target instanceof HTMLInputElement && event.target.name === `${path}.taxonText`) {
            set({ [`${path}.taxonText`]: event.target.value });
          }
        }}
      >
        <Combobox
          key={generation}
          name={`${path}.taxonId`}
          textName={`${path}.taxonText`}
          initial={typed === "" && taxonId === "" ? null : { value: taxonId, label: typed }}
          search={search}
          shortest={2}
          onChoose={(option) =>
            set({ [`${path}.taxonId`]: option?.value ?? "", ...(option && { [`${path}.taxonText`]: option.label }) })
          }
        />
      </div>
    </AskedField>
  );
}

function useTaxonSearch(found: Map<string, TaxonOption>) {
  const address = useTaxonAddress();
  return async (query: string, signal: AbortSignal): Promise<ComboOption[]> => {
    const taxa = await fetchTaxa(`${address}&q=${encodeURIComponent(query)}`, signal);
    for (const taxon of taxa) found.set(taxon.id, taxon);
    return taxa.map(({ id, scientificName, commonName, foundBy }) => ({
      value: id,
      label: scientificName,
      note: [foundBy, commonName].filter(Boolean).join(" · "),
    }));
  };
}

/** Appendices depend on the day: a species is asked about again when the day changes. */
function useTaxonAddress(): string {
  const { choices } = useReport();
  const day = useTyped("occurredDay");
  const tapped = useTyped("occurredOn");
  return `/operations/${choices.operation.id}/taxa?on=${day || tapped}`;
}

function useTaxon(id: string, found: Map<string, TaxonOption>): TaxonOption | undefined {
  const address = useTaxonAddress();
  const [taxon, setTaxon] = useState<TaxonOption>();
  useEffect(() => {
    if (id === "") return setTaxon(undefined);
    const abort = new AbortController();
    fetchTaxa(`${address}&id=${encodeURIComponent(id)}`, abort.signal).then(
      ([first]) => setTaxon(first),
      // Without the list the name stands alone; the server looks the appendix up again at sending.
      () => !abort.signal.aborted && setTaxon(found.get(id)),
    );
    return () => abort.abort();
  }, [id, address, found]);
  return id === "" ? undefined : taxon;
}

async function fetchTaxa(address: string, signal: AbortSignal): Promise<TaxonOption[]> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`taxa answered ${response.status}`);
  const { taxa }: { taxa: TaxonOption[] } = await response.json();
  return taxa;
}

function AppendixOf({ taxon }: { taxon: TaxonOption }) {
  const text = useText();
  const { listing } = taxon;
  if (!listing) return <span className="unknown">{text("appendix.unknown")}</span>;
  const appendix = listing.appendix ?? "none";
  return (
    <span className="row wrap">
      <i>{taxon.scientificName}</i>
      <Tag>{text.label(`appendix.${appendix}`)}</Tag>
      <span className="faint">
        {listing.toBeConfirmed ? text("report.item.appendix.confirm", { source: listing.source }) : listing.source}
      </span>
    </span>
  );
}
