/** What is said of one matter in a section of a draft. */
export type Thread = {
  id: string;
  section: string;
  resolved: boolean;
  comments: { id: string; author: string; at: string; body: string }[];
};
