/** Questions before a report is sent. They ask; they never block. */
export default {
  "check.outside_window":
    "{day} lies outside the operation ({from} to {to}). The report is kept and marked, and is not counted.",
  "check.other_country": "The place is in {country}, and you report for {reporter}. Is that so?",
  "check.outside_country": "The point lies more than 25 km outside {country}. Is it right?",
  "check.container_malformed":
    "{number} does not have the form of a container number: four letters, then seven digits.",
  "check.container_check_digit": "The last digit of {number} should be {expected}. Did you mean {corrected}?",
  "check.thousand": "{quantity} {unit} is exactly a thousand times the usual {usual}. Is the unit right?",
  "check.weight_per_piece": "{kg} kg for {pieces} pieces: one piece usually weighs {low} to {high} kg. Is that right?",
  "check.large_quantity": "{kg} kg is a large quantity (from {limit} kg we ask twice). Is it right?",
  "check.nationalities": "{named} nationalities for {all} persons. Is that right?",
  "check.answer.as_it_is": "It is right as it is",
  "check.answer.country": "Change the country",
  "check.answer.at_sea": "It was at sea",
  "check.answer.corrected": "Use the corrected number",
  "check.answer.divided": "Divide by 1,000",
  "check.answer.grams": "It was grams",
} as const;
