/** Help for officers, in two screens: tallies; clearance and questions. */
export default {
  "help.title": "Help",
  "help.topic": "What about",
  "help.tallies": "Daily tallies",
  "help.clearance": "Clearance and questions",

  "help.tallies.why": "Once a day your agency says what happened",
  "help.tallies.why.text":
    "Either nil, when nothing was seized, or how many cases of which goods. Nil is an answer. Silence is none: it is shown as missing and never counted as zero.",
  "help.tallies.due": "In this operation a tally is due at {time} in {zone}, for the day by that clock.",
  "help.tallies.how": "How it is done",
  "help.tallies.step.1": "On the first page, press 'Nothing was seized: nil'. That is all on most days.",
  "help.tallies.step.2":
    "When there were seizures, the tally is filled in from your case reports. Check the numbers and put it on record.",
  "help.tallies.step.3": "For several days at once, open 'Enter several days'. Days you leave at 'not yet' stay open.",
  "help.tallies.marks": "What the marks say",
  "help.tallies.mark.reported": "Said in time, with seizures.",
  "help.tallies.mark.nil": "Said to be nil, or covered by a standing nil.",
  "help.tallies.mark.late": "Said after the deadline.",
  "help.tallies.mark.missing": "The deadline has passed and nothing was said.",
  "help.tallies.mark.not_due": "Nothing is due, or not yet.",
  "help.tallies.wrong": "When something was wrong",
  "help.tallies.wrong.text":
    "Open the day, press 'Correct', and put the correction on record. What was said before stays readable, with name and time. A lamp dot marks a day on which the tally and your case reports differ: correct whichever is wrong.",
  "help.tallies.nil.text":
    "If a seizure is reported later for a day you called nil, that day opens again until the tally is corrected.",
  "help.tallies.line":
    "No line? What you typed stays in the form. Send it again: it is taken once, however often you send it.",

  "help.clearance.why": "Before clearance nobody outside of your agency sees a report",
  "help.clearance.why.text":
    "Not the other countries, not the coordination unit, not the lead; it is in no figure and on no map. Your national contact point clears it.",
  "help.clearance.steps":
    "{n, plural, =0 {Your agency clears without a step of its own: a report is released when it is sent.} one {Your agency clears in one step: one contact point approves.} other {Your agency clears in # steps: # contact points approve, one after the other.}}",
  "help.clearance.way": "The way of a report",
  "help.clearance.step.1": "You send it. It waits at your contact point; you see it under 'Waits for you'.",
  "help.clearance.step.2": "The contact point looks at what others will see and who will read it, and approves.",
  "help.clearance.step.3":
    "Or returns it with a reason. You find it on your first page, correct it, and send it again. Nothing you typed is lost.",
  "help.clearance.hold":
    "Or puts it on hold with a reason: then it waits for nobody, until it is taken up again. 'Clearance' shows all of them, with the names of the readers beside each.",
  "help.clearance.step.4":
    "With the last approval it is released: within seconds it is in the figures of those who may read it.",
  "help.clearance.names": "Names of persons and documents go only to the readers that the report names for them.",
  "help.questions": "When the coordination unit asks",
  "help.questions.text":
    "A question stands on the field it is about. It appears on your first page under 'Waits for you', and ages there until somebody answers.",
  "help.questions.how":
    "Open it, and answer beside the field. If the report itself was wrong, correct the report: the question shows what changed.",
  "help.questions.twice":
    "When the unit thinks that two reports are one case, it asks under 'Duplicates'. Both count until their owners agree, and a merge can be undone.",
  "help.questions.owner":
    "The coordination unit checks and asks. It never changes your report: facts belong to who reported them.",
} as const;
