/** What is refused where cases were merged. */
export default {
  "error.seizure.merged": "အခြားအမှုတွင် ရေတွက်ထားသည်။ ပေါင်းခြင်းကို အရင် ပယ်ဖျက်ပါ။",
} as const;
