import { openApiDocument } from "#app/api/openapi.server.ts";

/** The interface for machines, for whoever is to speak to it: it says nothing of what is in the records. */
export function loader() {
  return Response.json(openApiDocument());
}
