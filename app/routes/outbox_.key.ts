import { forPerson } from "#app/http.server.ts";
import { tokenOfCommand } from "#app/services/secrets.server.ts";
import { read } from "#app/services/write.server.ts";

/**
 * The second way into what waits on a device with a PIN: whoever is signed in gets a secret of the own, under which the
 * device's key lies as well. It is the same each time and stored nowhere.
 */
export const action = forPerson(async ({ acting }) => {
  const person = await read(acting, async (_tx, self) => self.person.id);
  return Response.json({ secret: tokenOfCommand(acting.house.secret, "outbox", person) });
});
