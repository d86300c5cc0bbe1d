/** The administrator's page of reference data: what is known beforehand, and by whose word. */
export default {
  "reference.title": "Reference lists",
  "reference.lead":
    "What reports are written and judged by: each list with its sources. Lists change with a release of Naga; the full checklist of species is loaded by the installation itself.",
  "reference.link": "Reference lists",
  "reference.part": "Part",
  "reference.rows": "Rows",
  "reference.memory": "To be confirmed",
  "reference.source": "Source",
  "reference.version": "Version",
  "reference.licence": "Licence",
  "reference.speaks": "Speaks of",
  "reference.from": "from {from}",
  "reference.until": "until {until}",
  "reference.on": "{on} alone",
  "reference.whole": "the whole list",
  "reference.count": "{n, plural, one {# row} other {# rows}}",
  "reference.not_counted":
    "How many records refer to a list is not counted here: records belong to their agencies, and an administrator reads none of them. A new version never changes what a record was judged by: it keeps the appendix, the rule and the source of its day.",
  "reference.load.title": "The full checklist of species",
  "reference.load.text":
    "It may not be passed on with this product. Export it from the Checklist of CITES Species or Species+ as CSV, and load it on the server as the status of the day of the export. Listings that differ begin on that day; those of days before stay as they are.",

  "reference.list.countries": "Countries and territories",
  "reference.list.places": "Places",
  "reference.list.codes": "Code lists",
  "reference.list.commodities": "Commodities",
  "reference.list.units": "Units",
  "reference.list.conversion_rules": "Conversion rules",
  "reference.list.tally_bands": "Bounds of a day's totals",
  "reference.list.taxa": "Species and groups",
  "reference.list.taxon_names": "Names of species in other languages, and earlier scientific names",
  "reference.list.taxon_listings": "Listings in the appendices",
  "reference.list.published_editions": "Published editions",
  "reference.list.published_figures": "Published figures",

  "reference.list.within": "Names, zones and single values within other lists",

  "reference.use.countries":
    "Used by the place and the route of a report, nationalities of persons, and countries of plans and participants.",
  "reference.use.places": "Used by the place and the route of a report, and by the search for places.",
  "reference.use.codes": "Used by every choice of a report that has a list, and by what it is handed on as.",
  "reference.use.commodities": "Used by the items of a report, by tallies, and by the scope of plans.",
  "reference.use.units": "Used by the quantities of items and of tallies.",
  "reference.use.conversion_rules":
    "Used where a quantity is made comparable; an item names the rule and the version it was converted by.",
  "reference.use.tally_bands":
    "Used by tallies: a quantity beyond them is asked back and has to be confirmed. They are set by this product, not from a source; a confirmed quantity names the bound and the version it was asked by.",
  "reference.use.taxa": "Used by the species of an item.",
  "reference.use.taxon_names": "Used by the search for species.",
  "reference.use.taxon_listings":
    "Used for the appendix of an item, by the day it occurred; the item keeps the appendix and the source.",
  "reference.use.published_editions": "Used by the comparison with earlier editions.",
  "reference.use.published_figures": "Used by the comparison with earlier editions; never added to counted figures.",

  "reference.use.within":
    "Names of cities and crossings in other languages, names and time zones of countries: they stand in the rows of those lists and are used by their search.",

  "reference.part.listed": "Listed",
  "reference.part.pseudo": "Codes that name no country",
  "reference.part.la": "Earlier scientific names",
  "reference.part.es": "Spanish",
  "reference.part.fr": "French",
  "reference.part.km": "Khmer",
  "reference.part.lo": "Lao",
  "reference.part.my": "Burmese",
  "reference.part.th": "Thai",
  "reference.part.vi": "Vietnamese",
  "reference.part.zh": "Chinese",
} as const;
