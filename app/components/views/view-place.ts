import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { placeOfView, type ViewPage } from "#app/domain/view-address.ts";

/** Where views and what was told of them are in this operation, and where a view leads. */
export function useViewPlaces() {
  const home = `/operations/${useWorkspace().operation.id}`;
  return {
    home: `${home}/views`,
    of: (view: { page: ViewPage; query: string }) => `${home}/${placeOfView(view)}`,
    seizure: (id: string) => `${home}/seizures/${id}`,
  };
}
