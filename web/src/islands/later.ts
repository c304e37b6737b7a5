/**
 * What takes a moment to work out comes behind the page: `data-later` on a part with an id is the address of a page that
 * has it whole. Where that cannot be had, the part stays as it is, with its link.
 */
import { fetched } from "../loading.ts";

export function later(): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-later][id]")) void fill(part);
}

async function fill(part: HTMLElement): Promise<void> {
  const address = part.dataset["later"];
  if (!address) return;
  try {
    const whole = await fetched(address, `#${part.id}`, part);
    if (whole) part.replaceWith(whole);
  } catch {
    // the link in it still leads there
  }
}
