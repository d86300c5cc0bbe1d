/** Erasing a record for ever: what is said before, what stands in its place, and what else is counted as the same case. */
export default {
  "seizure.frozen":
    "{n, plural, =0 {No frozen figure counts it.} one {It stays in # frozen figure.} other {It stays in # frozen figures.}}",
  "seizure.frozen.versions":
    "{n, plural, one {It stays in # frozen version of a report:} other {It stays in # frozen versions of reports:}}",
  "seizure.frozen.version": "{title}, version {n}",
  "seizure.frozen.unread": "{n, plural, one {# that you may not open} other {# that you may not open}}",
  "seizure.merged.title": "One case, several messages",
  "seizure.merged.into": "This message does not count by itself. It is counted as one case with:",
  "seizure.merged.under":
    "{n, plural, one {Counted as one case with this message:} other {Counted as one case with this message are:}}",
  "erase.section": "Erase for ever",
  "erase.section.text": "Where a court or the law demands that nothing is kept. For a mistake, amend or withdraw it.",
  "erase.merged": "It is one case with another message. Take that decision back first.",
  "erase.merged.open": "Duplicates",
  "erase.act": "Erase",
  "erase.title": "Erase this record for ever?",
  "erase.undone": "Nobody can bring it back.",
  "erase.what":
    "Every version of its facts, case and names is destroyed, with drafts, notes, approvals, questions and answers, and what its events said and their keys. What stays: that something happened and when, sums that were written down, and who had opened it.",
  "erase.nobody": "Nobody outside your agency reads the case now.",
  "erase.inside": "It was never released: nobody outside your agency has seen it, and no figure counts it.",
  "erase.beyond":
    "Printed pages, exported files, and what somebody wrote of it in the watch log are out of its reach. Backups keep it until they run out.",
  "erase.reason": "Why, in one sentence",
  "erase.reason.hint": "Whoever counted it reads this in its place. Repeat nothing of what is erased.",
  "erase.order": "Order or legal basis",
  "erase.order.hint": "Kept for your agency alone.",
  "erase.type": "Type its number to confirm",
  "erase.type.hint": "One of: {names}",
  "erase.confirm": "Erase for ever",
  "erased.title": "{no} was erased",
  "erased.title.report": "This report was erased",
  "erased.text": "Nothing of it is kept here. Whoever holds a printed or exported copy destroys it.",
  "erased.order": "On whose word",
  "erased.order.own": "Seen by your agency alone.",
  "erased.by": "Erased by {name}.",
  "erased.frozen": "Where it counts still",
  "erased.frozen.text":
    "{n, plural, =0 {No frozen figure counts it.} one {It stays in the sum of this deadline:} other {It stays in the sums of these deadlines:}}",
  "erased.frozen.more": "and {n, plural, one {# more} other {# more}}",
  "erased.done":
    "{n, plural, =0 {Erased. Nobody else was reading it.} one {Erased. # reader lost it.} other {Erased. # readers lost it.}}",
  "deadlines.erased":
    "{n, plural, one {One record that was counted here has been erased since. The sum stays.} other {# records that were counted here have been erased since. The sum stays.}}",
  "since.erased": "{agency} erased {no}",
  "since.erased.report": "{agency} erased a report",
  "error.seizure.erased": "This record was erased.",
  "error.erase.merged": "It is one case with another message. Take that decision back first.",
  "error.erase.reason.missing": "Say why it is erased.",
  "error.erase.order.missing": "Give the order or the law on which this rests.",
  "error.erase.confirm.other": "This is not its number. Type it as it stands above.",
} as const;
