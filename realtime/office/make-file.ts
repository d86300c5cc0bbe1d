import { Order } from "./order.ts";

// A process of its own: a long report takes seconds, in which nobody else may wait, and memory that is given back at once.
process.once("message", async (said: unknown) => {
  const file = await make(Order.parse(said));
  process.send?.({ file }, () => process.disconnect());
});

async function make(order: Order): Promise<Uint8Array> {
  if (order.kind === "docx") return (await import("./docx.ts")).docxOf(order.paper);
  return (await import("./pptx.ts")).pptxOf(order.deck, order.template);
}
