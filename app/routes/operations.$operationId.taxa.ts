import { z } from "zod";
import { LocalDate } from "#app/domain/local-date.ts";
import { Problem } from "#app/domain/problem.ts";
import { searchKey } from "#app/domain/search-key.ts";
import { Text } from "#app/domain/text.ts";
import { forParticipant } from "#app/http.server.ts";
import { preferencesOf } from "#app/preferences.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { searchTaxa } from "#db/queries/reference-search.server.ts";
import { taxaOn } from "#db/queries/taxa.server.ts";

/** The name that was typed, where it is none of those that are shown: an earlier one, or one in another language. */
function foundBy(typed: string, shown: readonly string[], names: readonly string[]): string {
  const key = searchKey(typed);
  const has = (name: string) => searchKey(name).includes(key);
  return key === "" || shown.some(has) ? "" : (names.find(has) ?? "");
}

const Asked = z.object({ q: Text(100), id: z.string().max(40), on: LocalDate.nullable().catch(null) });

/** Species by what people call them, each with its appendix on a day; or one of them by its id. */
export const loader = forParticipant(async ({ acting, request }) => {
  const params = new URL(request.url).searchParams;
  const asked = Asked.safeParse({ q: params.get("q") ?? "", id: params.get("id") ?? "", on: params.get("on") });
  if (!asked.success) throw new Problem("invalid", "text.characters");
  const { q, id, on } = asked.data;
  const { locale } = preferencesOf(request);
  const taxa = await read(acting, async (tx, self) => {
    memberOf(self);
    const ids = id === "" ? (await searchTaxa(tx, q)).map((taxon) => taxon.id) : [id];
    const found = await taxaOn(tx, ids, on ?? self.now.toISOString().slice(0, 10), []);
    return ids.flatMap((wanted) => found.filter((taxon) => taxon.id === wanted));
  });
  return Response.json({
    taxa: taxa.map(({ commonNames, ...taxon }) => {
      const commonName = (commonNames[locale] ?? commonNames.en ?? [])[0] ?? "";
      const shown = [taxon.scientificName, commonName];
      return { ...taxon, commonName, foundBy: foundBy(q, shown, Object.values(commonNames).flat()) };
    }),
  });
});
