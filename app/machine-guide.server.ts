import { data } from "@remix-run/node";
import { openApiDocument } from "./api/openapi.server.ts";
import { contentsOf, partOf } from "./domain/api/guide.ts";
import type { Acting } from "./services/house.server.ts";
import { read } from "./services/write.server.ts";

/** A page of the interface for machines, for whoever is signed in. */
export async function machineGuide(acting: Acting, request: Request, name: string) {
  const document = openApiDocument();
  const part = partOf(document, name);
  if (!part) throw data({ problem: "not-found" }, { status: 404 });
  return read(acting, async (_, self) => ({
    contents: contentsOf(document),
    part,
    origin: new URL(request.url).origin,
    administrator: self.person.administrator,
  }));
}
