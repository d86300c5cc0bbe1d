/** Sums of past deadlines, as they were known then. */
export default {
  "deadlines.title": "Deadlines",
  "deadlines.note": "what was counted at each, written down then",
  "deadlines.empty.title": "No deadline has passed yet",
  "deadlines.empty.text":
    "At the end of each operational day the provisional sum is written down and does not change any more.",
  "deadlines.day": "Day",
  "deadlines.due": "Deadline",
  "deadlines.cases": "Cases",
  "deadlines.since_last": "Since the last",
  "deadlines.confirmed": "Confirmed",
  "deadlines.countries": "Countries",
  "deadlines.tallies": "Tallies",
  "deadlines.tallies.said": "{said} of {due} tallies due",
  "deadlines.sum": "{n, plural, one {# case} other {# cases}}: {confirmed} confirmed, {provisional} provisional",
  "deadlines.frozen": "Written down",
  "deadlines.corrected":
    "{n, plural, =0 {Nothing corrected since} one {One corrected line since} other {# corrected lines since}}",
  "deadlines.corrected.note": "of the cases that you see; the figures below stay as they were",
  "deadlines.then": "Then",
  "deadlines.now": "Today",
  "deadlines.by_country": "By reporting country",
  "deadlines.by_group": "By group of goods",
  "deadlines.quantities": "Quantities",
  "deadlines.measured": "Measured",
  "deadlines.estimated": "Estimated",
  "error.deadline.unknown": "Of this day no deadline is written down.",
} as const;
