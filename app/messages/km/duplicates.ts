/** What is refused where cases were merged. */
export default {
  "error.seizure.merged": "វាត្រូវរាប់ក្រោមករណីផ្សេង។ លុបការបញ្ចូលគ្នាសិន។",
} as const;
