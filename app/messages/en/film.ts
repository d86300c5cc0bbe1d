/** The film of an operation as a video to take away. */
export default {
  "film.save": "Save as video",
  "film.making": "Making the video on this device",
  "film.done": "{done, number} of {of, number}",
  "film.cancel": "Cancel",
  "film.clock.happened": "As it happened: days of the operation in {zone}",
  "film.clock.known": "As we knew it then: moments in {zone}",
  "film.failure.unsupported": "This browser cannot make videos. A newer one can, on an address that begins with https.",
  "film.failure.too_long": "This film has more than 900 pictures. Choose larger steps or fewer days.",
  "film.failure.taken_back":
    "A report was held back or withdrawn while the video was being made, so it was not saved. Make it again.",
  "film.failure.failed": "The video could not be made. Try again.",
} as const;
