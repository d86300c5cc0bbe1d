/** What an owner does with a released seizure, and what is said before and after: whom it takes the case from. */
export default {
  "seizure.reach.agencies":
    "{n, plural, =0 {No other agency reads the case now.} one {# agency reads the case now and loses it.} other {# agencies read the case now and lose it.}}",
  "seizure.reach.members":
    "{n, plural, =0 {Nobody else reads the case now.} one {# person reads the case now and loses it.} other {# persons read the case now and lose it.}}",
  "seizure.reach.coordination": "The coordination unit loses it too.",
  "seizure.reach.held": "It is held back already: nobody else reads it now.",
  "seizure.reach.names": "Who loses the case",
  "seizure.narrow": "Narrow",
  "seizure.narrow.title": "Who goes on reading the case?",
  "seizure.narrow.text":
    "Whoever you leave out loses the case and the names in it at once, on open screens too. They go on counting its facts.",
  "seizure.narrow.keep.agencies": "Agencies that keep it",
  "seizure.narrow.keep.members": "Persons who keep it",
  "seizure.narrow.coordination": "The coordination unit reads every case that counts.",
  "seizure.narrow.lost.agencies":
    "{n, plural, =0 {Nobody loses it yet.} one {# agency loses it.} other {# agencies lose it.}}",
  "seizure.narrow.lost.members":
    "{n, plural, =0 {Nobody loses it yet.} one {# person loses it.} other {# persons lose it.}}",
  "seizure.narrowed.lost": "{n, plural, one {# reader lost it} other {# readers lost it}}",
  "seizure.closed": "Its owner gave the case to fewer readers. You see what counts, not the case.",
  "seizure.readings.title": "Opened by",
  "seizure.readings":
    "{n, plural, =0 {No other agency has opened the case yet.} one {# other agency has opened the case.} other {# other agencies have opened the case.}}",
  "seizure.readings.persons": "{n, plural, one {# person} other {# persons}}",
  "seizure.readings.last": "to",
  "seizure.readings.case.read": "opened",
  "seizure.readings.nominal.read": "names shown",
  "seizure.readings.case.printed": "printed",
  "seizure.readings.case.exported": "exported",
  "seizure.done.withdraw": "Withdrawn.",
  "seizure.done.hold": "Held back.",
  "seizure.done.narrow": "{n, plural, one {# reader lost the case.} other {# readers lost the case.}}",
  "seizure.done.readings":
    "{n, plural, =0 {No other agency had opened it.} one {# other agency had opened it: {names}.} other {# other agencies had opened it: {names}.}}",
  "seizure.change.narrowed": "given to fewer readers",
  "error.seizure.narrow.wider": "Choose among those who read it now. To give it to others, amend the seizure.",
  "error.seizure.narrow.nobody": "Everybody keeps it as it stands. Leave out at least one.",
} as const;
