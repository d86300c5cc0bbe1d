/** What changed since the reader was last here. */
export default {
  "since.title": "Since you were last here",
  "since.nothing": "Nothing has changed for you since you were last here, {at}.",
  "since.more": "and {n, number} more",
  "since.question": "Your agency was asked: {question}",
  "since.answered": "Your question was answered: {question}",
  "since.returned": "Returned to its author: {goods}",
  "since.cleared": "Released: {no}, {goods}",
  "since.on_route": "{no} by {agency}, {goods}: your country is on its route",
  "since.withdrawn": "{agency} withdrew {no}",
  "since.withdrawn.unseen": "{agency} withdrew a seizure",
  "since.tally_asked": "Your tally of {day} was asked for",
  "since.tally_reminded": "You were reminded of your tally of {day}",
  "since.tally_question": "Your tally of {day} and the case reports differ: {goods}",
  "since.moved": "The operation moved to: {state}",
  "since.plan": "The plan was changed",
  "since.people": "{n, plural, one {# change} other {# changes}} among agencies and members",
} as const;
