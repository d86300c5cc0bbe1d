/** Views that are kept, beside the pages that they are of, and what was told of them. */
export default {
  "views.own": "Your views",
  "views.shared": "Shared with the operation",
  "views.none": "No view of this page has been saved yet.",
  "views.all": "All views and notices",
  "views.by": "{name}, {agency}",
  "views.save": "Save view",
  "views.name": "Name",
  "views.query": "Address",
  "views.lost": "The line is down: nothing was saved. What you typed is still here.",
  "views.saved": "Saved.",
  "views.instead": "In the place of",
  "views.instead.none": "A new view",
  "views.share": "Share with the operation",
  "views.share.note":
    "Everybody in this operation who reads cases can open it, with your name and agency beside it. Observers do not see it.",
  "views.no_search": "The search is not saved with it.",
  "views.told": "{n, plural, one {One new case} other {# new cases}} in “{view}”",
  "views.told.since": "since {since}, told {at}",
  "views.told.case": "Open the case",
  "views.told.open": "Open the view",
  "views.told.all": "All notices",
} as const;
