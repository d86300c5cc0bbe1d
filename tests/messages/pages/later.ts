export const later = ["c.later", "date.bad"];
