import { forPerson } from "#app/http.server.ts";
import { SESSION_HOURS } from "#app/services/sessions.server.ts";
import { read } from "#app/services/write.server.ts";
import { readerOfPerson } from "#db/queries/readers.server.ts";

/** Who is signed in, for the page that holds nobody's data itself; without a session it is told so. */
export const loader = forPerson(async ({ acting }) => {
  const { id, reader } = await read(acting, async (tx, self) => ({
    id: self.person.id,
    reader: await readerOfPerson(tx, self.person.id),
  }));
  return Response.json({ id, name: reader?.name ?? "", hours: SESSION_HOURS });
});
