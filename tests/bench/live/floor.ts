import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { Server } from "socket.io";

export const FLOOR_VERSION = 1;

/**
 * The floor: a bare INSERT commit, a bare sealing commit, and a bare Socket.IO emit to everybody. No identity, no
 * rights, no checks, no catching up. In the process of the bench itself, so that nothing lies between the parts.
 */
export async function startFloor(ownerUrl: string) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await sql`create table if not exists floor_rows (id uuid primary key, body text not null, seq bigint)`;
  await sql`create table if not exists floor_head (head bigint not null)`;
  await sql`insert into floor_head select 0 where not exists (select from floor_head)`;
  const http = createServer();
  const io = new Server(http, { serveClient: false, perMessageDeflate: false });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", () => resolve()));
  return {
    port: (http.address() as AddressInfo).port,
    async turn(id: string, body: string, frame: object): Promise<void> {
      await sql`insert into floor_rows (id, body) values (${id}, ${body})`;
      await sql`
        with h as (update floor_head set head = head + 1 returning head)
        update floor_rows set seq = h.head from h where id = ${id}`;
      io.emit("frame", frame);
    },
    async close() {
      await io.close();
      await sql.end();
    },
  };
}
