/** The page of an operation's linked seizures. */
export default {
  "links.page.title": "Linked seizures",
  "links.page.lead":
    "Different seizures that may come from one network, each pair with its reasons, from what you may read of both. People say whether they belong together. Two reports of one seizure are duplicates: those are not here.",
  "links.page.views": "Which",
  "links.page.view.open": "Suggested: {n, number}",
  "links.page.view.linked": "Groups: {n, number}",
  "links.page.view.apart": "Dismissed: {n, number}",
  "links.page.none.open": "Nothing to answer",
  "links.page.none.open.text":
    "{n, plural, =0 {There are no seizures yet. What may belong together appears here by itself.} one {There is one seizure: nothing to link it with yet.} other {No two of the # seizures have enough in common that nobody has answered. What comes appears here by itself.}}",
  "links.page.none.linked": "No groups yet",
  "links.page.none.linked.text": "Seizures of which somebody says that they belong together stand here in groups.",
  "links.page.none.apart": "Nothing dismissed",
  "links.page.none.apart.text": "Pairs of which somebody says that they do not belong together stand here.",
  "links.page.group": "{n, plural, one {# seizure} other {# seizures}} that belong together",
  "links.page.first": "The likeliest {n, number} of {total, number}; the others come up as these are answered.",
  "links.page.keys": "Keys: J and K move, O and P open the one or the other, L belongs together, D does not.",
  "links.page.rule": "Rule {rule}",
  "links.page.caution":
    "A suggestion is a reason to look, no proof. What is usual counts little: a mark, a flight or a way of hiding is worth less the more seizures share it.",
  "links.page.minimum":
    "Each reason has points; {points, number} make a suggestion, and one reason has to be rare. What more than {most, number} seizures share links nobody. Time counts up to {days, number} days apart. Dismissed pairs come back only for a reason that nobody weighed.",
  "links.page.refused.title": "Linked seizures are for those who read the facts of the operation",
  "links.page.refused.text": "Those of a seizure of your own unit stand on its page.",
  "links.fresh": "Dismissed before; something is new",
  "links.only_seen": "Answered by those who read both cases.",
} as const;
