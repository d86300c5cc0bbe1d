/** How it stands with a seizure at the media desk, on its own page. */
export default {
  "seizure.press": "For the press",
  "seizure.press.say": "Mark it as open, or say that it is public already",
  "seizure.press.desk": "To the media desk",
  "seizure.press.how": "It gets into a release by a public report, or by a picture that its owner clears.",
  "seizure.press.photo": "Photo {n}: mask it for the press",
  "seizure.press.pictures": "{n, plural, one {# masked picture} other {# masked pictures}}, {cleared} cleared",
  "seizure.press.open": "Marked as open: nothing with it goes out.",
  "seizure.press.known": "Said to be public already in its country.",
} as const;
