/** A page as of a moment of the past, and the film of what was known when. */
export default {
  "known.clock": "Clock",
  "known.clock.happened": "As it happened",
  "known.clock.known": "As we knew it",
  "known.choose": "As known at …",
  "known.field": "Day and time in {zone}",
  "known.show": "Show this moment",
  "known.help": "What the two clocks are",
  "known.now": "Back to now",
  "known.chip": "As known on {at}",
  "known.title": "As known on {at}: not the present",
  "known.text":
    "{before, plural, one {# case was} other {# cases were}} counted then, {now, plural, one {# is} other {# are}} now. What comes in meanwhile changes nothing here.",
  "known.taken_back":
    "{n, plural, one {# report that was} other {# reports that were}} shared then {n, plural, one {has} other {have}} been held back or withdrawn since: still in these totals, no longer shown one by one.",
  "known.taken_back.filtered":
    "{n, plural, one {# report that was} other {# reports that were}} shared then {n, plural, one {has} other {have}} been held back or withdrawn since. With a filter {n, plural, one {it is} other {they are}} not counted; without one {n, plural, one {it is} other {they are}}.",
  "known.erased":
    "{n, plural, one {# record has} other {# records have}} been erased since. Whether {n, plural, one {it} other {they}} counted then is not known any more.",
  "known.without": "Tallies are not shown as of a moment; lists and cases open as they are now.",
  "known.tallies": "By case reports. Which tallies were missing then is not shown.",
  "known.present": "Now",
  "known.film": "As known on {at}",
  "known.film.note": "Reports held back or withdrawn since are left out while it plays",
  "known.slider": "Moment up to which is known",
  "known.cases": "{cases, plural, one {# case} other {# cases}}",
  "known.pace.hour": "Hour",
  "known.pace.day": "Day",
  "known.pace.week": "Week",
};
