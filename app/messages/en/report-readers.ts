/** For whom a draft is, and what it costs to change that. */
export default {
  "operation_report.readers.title": "For whom it is",
  "operation_report.readers.change": "Change the readers",
  "operation_report.readers.lead":
    "Cases are cleared and figures signed for these readers. For fewer readers that holds; for more it is asked anew. Versions that are frozen keep theirs.",
  "operation_report.readers.now": "as it is now",
  "operation_report.readers.free": "Everything that is cleared and signed holds.",
  "operation_report.readers.cost":
    "{signatures, plural, =0 {} one {# signature is asked anew. } other {# signatures are asked anew. }}{highlights, plural, =0 {} one {# cleared case does not hold for these readers.} other {# cleared cases do not hold for these readers.}}",
  "operation_report.readers.send": "Change the readers",
  "operation_report.less.all": "All counts of persons are said.",
  "operation_report.less.change": "Say less",
  "operation_report.less.lead":
    "The figures are counted anew, and what goes unsaid is in no page and no file from then on. It is not turned back, and not changed once a version is frozen: two versions would tell what one of them leaves out.",
  "operation_report.less.more":
    "{n, plural, =0 {no further count goes unsaid} one {# further count goes unsaid} other {# further counts go unsaid}}",
  "operation_report.less.send": "Say less",
  "operation_report.less.frozen": "A version is frozen: what is said of small counts stays as it is.",
  "operation_report.done.say_less": "Small counts are not said any more",
  "error.operation_report.less.moved": "Somebody else has changed what is said meanwhile. Look again.",
  "error.operation_report.less.same": "That leaves out no more than now.",
  "error.operation_report.less.frozen": "A version is frozen: what is said of small counts stays as it is.",
  "operation_report.done.change_audience": "The report has other readers",
  "error.operation_report.readers.moved": "Somebody else changed the readers meanwhile. Look at them and choose again.",
  "error.operation_report.readers.same": "The report is for these readers already.",
} as const;
