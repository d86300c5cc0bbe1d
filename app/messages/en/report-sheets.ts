/** Sheets on one administration, on one group of goods and for the press; counts that are not said; names of decks. */
export default {
  "operation_report.kind.country_sheet": "Country sheet",
  "operation_report.kind.country_sheet.hint": "What one administration reported, and the routes to and from it",
  "operation_report.kind.commodity_sheet": "Commodity sheet",
  "operation_report.kind.commodity_sheet.hint": "One group of goods, over all countries",
  "operation_report.kind.press_sheet": "Press sheet",
  "operation_report.kind.press_sheet.hint": "Short and public: totals, groups of goods and cleared highlights",
  "operation_report.subject.administration": "Administration",
  "operation_report.subject.group": "Commodity group",
  "operation_report.subject.choose": "Choose",
  "operation_report.suppress": "Small counts of persons",
  "operation_report.suppress.hint": "What is not said stands in no page and no file of the report.",
  "operation_report.suppress.usual": "As usual: in public reports counts under 5 are not said",
  "operation_report.suppress.0": "Say all",
  "operation_report.suppress.under": "Do not say counts under {n}",
  "operation_report.note.suppressed":
    "{n, plural, one {Suppressed: # cell} other {Suppressed: # cells}} ({mark}): counts of persons under {under}, and others that would tell them.",
  "operation_report.origin.suppressed": "Counts of persons under {under} are not said",
  "operation_report.note.differ":
    "{n, plural, one {# figure was} other {# figures were}} published with several values: all of them stand here.",
  "operation_report.note.never_added":
    "Published figures follow the definitions of their publishers: they are set beside the counted ones and never added to them.",
  "operation_report.note.unit_of": "Added up in {unit}, the unit in which most cases were measured.",
  "operation_report.note.other_units":
    "{n, plural, one {# case is} other {# cases are}} measured in other units and not in this sum: {units}.",
  "operation_report.part.passing": "Routes to and from the country, whoever reported",
  "operation_report.part.ownTallies": "Daily returns on record",
  "operation_report.part.inOneUnit": "Quantity in one unit",
  "operation_report.part.quantitiesBySlot": "Quantities by kind of goods",
  "operation_report.part.editionCases": "Cases of earlier editions, as published",
  "operation_report.part.personsByReporter": "Persons arrested, by administration",
  "operation_report.line.personsByReporter": "Persons arrested",
  "operation_report.line.passing": "Cases by route to and from the country",
  "operation_report.section.outcomes": "Outcomes",
  "operation_report.part.outcomes": "Charges, verdicts and disposal",
  "operation_report.column.outcome": "Outcome",
  "operation_report.column.told": "Told",
  "operation_report.outcomes.none": "nothing told yet",
  "operation_report.outcomes.outcomes": "outcomes",
  "operation_report.outcomes.cases": "cases",
  "operation_report.note.outcomes":
    "As told up to {at}, which is the cut-off of outcomes. A case counts for a kind once it has one outcome of it; what was taken back counts for nothing. Where nothing is told nothing is known: it is not that there was nothing.",
  "operation_report.row.all": "All",
  "operation_report.row.sum": "Together",
  "operation_report.say.country_sheet":
    "From {from} to {to}, {country} reported {cases} cases; {confirmed} of them were checked by the coordination unit.",
  "operation_report.say.commodity_sheet":
    "From {from} to {to}, {cases} cases held goods of this group: {group}. The coordination unit checked {confirmed} of them.",
  "operation_report.deck.mid_term": "Mid-term deck",
  "operation_report.deck.national": "National deck",
  "operation_report.deck.debrief": "Debrief deck",
  "operation_report.deck.further": "Further sections stand in the report: {titles}",
  "error.operation_report.administration.missing": "Choose the administration that the sheet is about.",
  "error.operation_report.group.missing": "Choose the group of goods that the sheet is about.",
  "error.operation_report.audience.press": "A press sheet is for everybody.",
  "help.reports.sheets": "Sheets and small counts",
  "help.reports.sheets.text":
    "A country sheet is about one administration, a commodity sheet about one group of goods, a press sheet is short and public. What each is about is chosen when it is begun. Nothing else of the operation stands in them, in no file either.",
  "help.reports.sheets.small":
    "Small counts of persons can be left unsaid, so that nobody is pointed at. Counts from which one of these could be computed are left unsaid too; both have the same mark.",
} as const;
