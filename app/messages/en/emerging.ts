/** What is new: corridors that are new, rise or shift, with the numbers behind it. */
export default {
  "emerging.title": "What is new",
  "emerging.as_of": "as of <time></time>",
  "emerging.lead":
    "Each corridor is watched for each commodity group: up to the seizure and onward apart. What differs from its own past stands here, with its numbers.",
  "emerging.findings": "{n, plural, one {# finding} other {# findings}}",
  "emerging.watched":
    "{corridors, plural, one {# corridor with its goods} other {# corridors with their goods}} watched, in {cases, plural, one {# case} other {# cases}} with a known route",
  "emerging.none.title": "Nothing unusual",
  "emerging.none.text":
    "{n, plural, =0 {No corridor has a case yet. What is new appears here by itself.} one {# corridor with its goods is watched. What is new appears here by itself.} other {# corridors with their goods are watched. What is new appears here by itself.}}",
  "emerging.kind.new": "New",
  "emerging.kind.rising": "Rising",
  "emerging.kind.shifted": "Shifted",
  "emerging.way.travelled": "up to the seizure",
  "emerging.way.intended": "intended onward",
  "emerging.what": "{corridor}: {goods}",
  "emerging.sentence":
    "{cases, plural, one {# case} other {# cases}} in {days, plural, one {one day, {from}} other {the last # days, since {from}}}; {expected} expected from the {past, plural, one {day} other {# days}} before. Of all cases with a known route it had {own, number} of {among, number} before and {cases, number} of {since, number} since.",
  "emerging.earlier":
    "In {operations, plural, one {an earlier operation} other {# earlier operations}} of {days, plural, one {# day} other {# days}} {cases, plural, =0 {it had no case} one {it had # case} other {it had # cases}} among {among, number}.",
  "emerging.earlier.none": "No earlier operation is there to compare with.",
  "emerging.shift":
    "At the same time {corridor} fell: {cases, plural, =0 {no case} one {# case} other {# cases}} where {expected} were expected. So the goods may have shifted to {to}.",
  "emerging.also": "The same consignments also show on {corridors}.",
  "emerging.times": "{times} times as many as usual",
  "emerging.never": "never before",
  "emerging.sure": "evidence {evidence}, {need} needed",
  "emerging.weeks":
    "Cases per week, the last {weeks, plural, one {week} other {# weeks}}: {counts}. Marked since {from}.",
  "emerging.open": "{n, plural, one {The seizure} other {The # seizures}} behind it",
  "emerging.rule": "Rule {rule}",
  "emerging.rule.how": "How the rule looks",
  "emerging.minimum":
    "Silent below {rising, number} cases ({fresh, number} where there was none before) on {days, number} days, and until there are {past, number} cases with a known route over {pastDays, number} days to compare with.",
  "emerging.rule.text":
    "Among the last {back, number} days the rule looks for the stretch in which a corridor has most more cases than its part of all cases before lets expect. Parts are compared, so when everybody reports twice as much nothing rises. Several cases of a quiet corridor on one day weigh little more than one. The evidence that is needed grows with the number of cases, so that chance makes less than one finding a month in the whole operation. Days still to come are left out; a late report counts on its own day.",
  "emerging.left_out":
    "Left out: {undated, number} whose day is not known, {unrouted, number} without a corridor between two known countries{ahead, plural, =0 {} other {, # of days still to come}}.",
  "emerging.caution":
    "Counts follow effort as well as crime: a corridor rises too when one administration looks there more closely. A finding is a reason to look, no proof.",
} as const;
