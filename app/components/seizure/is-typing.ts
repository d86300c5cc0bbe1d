/** Whether somebody has begun to say something on the page: typed in a form that changes something, or opened a dialog. */
export function isTyping(page: ParentNode): boolean {
  if (page.querySelector("dialog[open]")) return true;
  const fields = page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "form[method=post] textarea, form[method=post] input:not([type=hidden], [type=radio], [type=checkbox])",
  );
  return [...fields].some((field) => field.value !== field.defaultValue);
}
