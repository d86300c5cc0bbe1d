/** How a report came to whoever entered it. */
export const CHANNELS = ["telephone", "paper", "photo", "messenger", "radio"] as const;
export type Channel = (typeof CHANNELS)[number];
