/** The few texts that scripts show, in the language of the page: the server writes them as data-* of #words. */
export function word(name: string): string {
  return document.getElementById("words")?.dataset[name] ?? "";
}
