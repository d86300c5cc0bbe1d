export const part = "b.part";
