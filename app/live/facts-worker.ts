/// <reference lib="webworker" />
import "./no-code-from-text.ts";
import { tellApart } from "./told-apart.ts";

// Takes the facts apart beside the page. It keeps nothing: the page ends it once it has them.
tellApart(self);
