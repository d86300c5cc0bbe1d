/** The own records, in a list or on the map, as another agency sees them. */
export default {
  "look.own": "Look as",
  "look.own.choose": "See your records as another agency sees them",
  "look.own.nobody": "an agency that does not take part",
  "look.own.text":
    "Your own agency’s records alone, and of these what they see now. What others share with them is not yours to see, and is left out. News does not come in while you look.",
  "look.own.records": "{n, plural, =0 {none of your records} one {# of your records} other {# of your records}}",
  "look.none.title": "They see none of your records",
  "look.none.text": "Nobody of this role sees what your agency has released.",
} as const;
