/** Figures of several operations together. */
export default {
  "across.title": "Several operations",
  "across.lead":
    "{n, plural, =0 {In no operation do you read what is counted.} one {Figures of the one operation chosen, by the rules of its own page.} other {Figures of # operations together, each counted by the rules of its own page.}}",
  "across.note":
    "A case counts in the operation that it was reported to. What was reported to two operations counts in each of them.",
  "across.chosen": "Operations: {n, number} of {of, number}",
  "across.choose": "Which operations are counted",
  "across.go": "Count these",
  "across.apart": "Real operations, demonstrations and exercises are never added up. Counted for themselves:",
  "across.left_out":
    "{n, plural, one {{names} is of another kind and is} other {{names} are of another kind and are}} not counted here: real operations, demonstrations and exercises are never added up.",
  "across.split": "Cases by operation and year",
  "across.split.names": "Operation and year",
  "across.split.undated": "{operation}, day not known",
  "across.none": "Nothing to count",
  "across.none.text":
    "Figures are shown of operations in which you read facts. Whoever leads an operation says who does.",
};
