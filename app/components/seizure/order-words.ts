import { useText } from "#app/components/ui/text-context.tsx";
import type { Order } from "#app/domain/seizure-form/amend.ts";

/** On whose word something was decided: "Order 12/KC, approved by ...". Empty where nothing of it was said. */
export function useOrderWords(): (order: Order) => string {
  const text = useText();
  return ({ reference, approver }) =>
    [
      reference && text("seizure.order.reference", { reference }),
      approver && text("seizure.order.approver", { approver }),
    ]
      .filter((part) => part !== "")
      .join(", ");
}
