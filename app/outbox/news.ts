import { z } from "zod";

/** What tabs and the background tell each other: that something changed, and how far the one under way is. */
const News = z.union([
  z.object({ changed: z.literal(true) }),
  z.object({ taken: z.string() }),
  z.object({ sending: z.string().nullable(), left: z.int() }),
]);
export type News = z.infer<typeof News>;

const CHANNEL = "naga-outbox";
const here = new Set<(news: News) => void>();
let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  if (channel === null && typeof BroadcastChannel !== "undefined") {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => {
      const read = News.safeParse(data);
      if (read.success) for (const listener of here) listener(read.data);
    };
  }
  return channel;
}

/** Tells this page and all others. */
export function tellNews(news: News): void {
  open()?.postMessage(news);
  for (const listener of here) listener(news);
}

export function onNews(listener: (news: News) => void): () => void {
  open();
  here.add(listener);
  return () => {
    here.delete(listener);
  };
}
