import type { Acting } from "#app/services/house.server.ts";
import { anInstallation, anOpenOperation, type Office } from "./installation.ts";

/** An installation in which somebody of one office opens and leads operations, and another office is to be invited. */
export async function ledOperations() {
  const here = await anInstallation();
  const vietnam = await here.office("VN");
  const thailand = await here.office("TH");
  const opener: Acting & { personId: string } = await here.person(vietnam, { mayOpen: true });
  let count = 0;
  /** A new operation of the opener, and its number among them, for codes and addresses that are taken once. */
  async function openAnother(): Promise<{ lead: Acting; count: number }> {
    count += 1;
    return { lead: await anOpenOperation(opener, { code: `OMD${count}` }), count };
  }
  return { here, vietnam, thailand, opener, openAnother };
}

/** What an office that is invited is called, reads and clears. */
export const terms = ({ agencyId }: Office, over = {}) => ({
  agencyId,
  officialName: "Thailand",
  readsAll: true,
  clearanceSteps: 2,
  leads: false,
  ...over,
});
