/** What is refused where cases were merged. */
export default {
  "error.seizure.merged": "ຖືກນັບຢູ່ໃນຄະດີອື່ນ. ຍົກເລີກການລວມກ່ອນ.",
} as const;
