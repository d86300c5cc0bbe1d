/** What a live page says of itself and of what comes. */
export default {
  "live.arrived": "New seizure: {commodity}, {place}, reported by {reporter}",
  "live.arrived.many": "{n, plural, one {# new seizure} other {# new seizures}}",
  "live.caught_up": "{n, plural, one {# seizure} other {# seizures}} came while the line was down",
  "live.over": "You no longer take part here, or your session has ended",
  "live.access_changed": "What you may see has changed; the page was loaded again",
} as const;
