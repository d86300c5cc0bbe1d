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
  "operation_report.done.change_audience": "The report has other readers",
  "error.operation_report.readers.moved": "Somebody else changed the readers meanwhile. Look at them and choose again.",
  "error.operation_report.readers.same": "The report is for these readers already.",
} as const;
