/** Which agencies have somebody here now. */
export default {
  "presence.here":
    "{n, plural, =0 {No other agency is here now} one {# other agency is here now} other {# other agencies are here now}}",
  "presence.title": "Other agencies here now",
  "presence.nobody": "No other agency is here now.",
  "presence.note": "Agencies alone: never who, nor how many. Nothing of it is kept.",
  "presence.choose": "Whether you are shown",
  "presence.panel": "Being shown as here",
  "presence.panel.note":
    "Members see which agencies have somebody here now, never who. Who is not shown sees nobody either.",
  "presence.agency": "This agency",
  "presence.agency.shown": "This agency is shown while one of its members is here.",
  "presence.agency.hidden": "This agency is not shown, whoever of it is here.",
  "presence.agency.hide": "Do not show this agency",
  "presence.agency.show": "Show this agency",
  "presence.me": "You",
  "presence.me.shown": "While you are here, your agency is shown as here.",
  "presence.me.hidden": "Your being here shows nothing of your agency.",
  "presence.me.hide": "Do not count me",
  "presence.me.show": "Count me again",
  "plan.presence": "Members see which agencies have somebody here now, never who",
  "plan.presence.term": "Which agencies are here",
  "plan.presence.yes": "shown to members: agencies, never persons",
  "plan.presence.no": "not shown",
} as const;
