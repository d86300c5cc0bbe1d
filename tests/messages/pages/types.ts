export type Kind = "d.types";
