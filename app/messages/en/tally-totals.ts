/** Totals by daily tallies beside totals by case reports, and where the two differ. */
export default {
  "totals.by": "What totals are counted from",
  "totals.by.cases": "By cases",
  "totals.by.tallies": "By tallies",
  "totals.by.cases.note": "Counted from released case reports.",
  "totals.by.tallies.note.all": "What agencies stated in their daily tallies, {days}.",
  "totals.by.tallies.note.own":
    "What your agency stated in its daily tallies, {days}. Tallies of others are not open to you.",
  "totals.by.tallies.charts": "The charts below count cases.",
  "totals.by.tallies.filter": "A tally knows no transport and no state: that part of the filter does not apply to it.",

  "tally.totals": "Totals by tallies and by cases",
  "tally.totals.cases": "{n, plural, one {case by tallies} other {cases by tallies}}",
  "tally.totals.none": "No tally is on record yet.",
  "tally.totals.behind.all":
    "{n, number} of {due, plural, one {# due agency-day} other {# due agency-days}} on record, {nil, number} of all nil.",
  "tally.totals.behind.own":
    "{n, number} of {due, plural, one {# due day} other {# due days}} on record, {nil, number} of all nil.",
  "tally.totals.missing": "{n, plural, one {# is missing and stands} other {# are missing and stand}} in no sum.",
  "tally.totals.awaited": "{n, plural, one {# is} other {# are}} not due yet.",
  "tally.totals.arrested": "{n, plural, one {# person} other {# persons}} arrested, by tallies.",
  "tally.totals.said": "By tallies",
  "tally.totals.seen": "By cases",
  "tally.totals.confirmed": "of these confirmed",
  "tally.totals.quantities": "Stated quantities",
  "tally.totals.amount": "{quantity} in {n, plural, one {# tally} other {# tallies}}",
  "tally.totals.groups": "By goods",
  "tally.totals.rule": "Compared by agency, day and kind of goods; a case with goods of two kinds is one in each.",

  "tally.totals.agree": "Tallies and case reports agree: {said, number}.",
  "tally.totals.even": "Tallies and case reports both say {said, number}, of different days or goods:",
  "tally.totals.differ": "Tallies say {said, number}, case reports {seen, number}:",
  "tally.totals.unreported": "{n, number} not yet reported as cases",
  "tally.totals.untallied": "{n, number} reported, but not in the tally of that day",
  "tally.totals.untold": "{n, number} reported of days without a tally on record",
  "tally.totals.calendar": "See which days differ",
} as const;
