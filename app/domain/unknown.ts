/** 'Somebody has said: not known.' A legal value of every coded field; an empty field says that nobody has said. */
export const UNKNOWN = "unknown";
