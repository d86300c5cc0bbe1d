import { Problem } from "#app/domain/problem.ts";
import type { PlaceOption } from "#app/domain/seizure-form/choices.ts";
import { Text } from "#app/domain/text.ts";
import { forParticipant } from "#app/http.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { searchPlaces } from "#db/queries/reference-search.server.ts";

const Query = Text(100);

/** Places of the gazetteer by what people type, for the report form. */
export const loader = forParticipant(async ({ acting, request }) => {
  const query = Query.safeParse(new URL(request.url).searchParams.get("q") ?? "");
  if (!query.success) throw new Problem("invalid", "text.characters");
  const places = await read(acting, async (tx, self): Promise<PlaceOption[]> => {
    memberOf(self);
    const found = await searchPlaces(tx, query.data);
    return found.map((place) => ({
      id: place.id,
      name: place.name,
      kind: place.kind,
      country: place.country,
      adminArea: place.adminArea,
      geoPrecision: place.geoPrecision,
      acrossName: place.acrossName,
      acrossCountry: place.acrossCountry,
      iata: place.iata,
      zone: place.zone,
    }));
  });
  return Response.json({ places });
});
