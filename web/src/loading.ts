/** What is fetched replaces what stands; until then that stays, and after half a second a line says what comes. */
import { word } from "./words.ts";

const HALF_A_SECOND = 500;

/** The same part of another page, or null where the page has none. Throws where nothing could be fetched. */
export async function fetched(address: string, part: string, beside: Element): Promise<Element | null> {
  const line = document.createElement("p");
  const waiting = setTimeout(() => {
    line.className = "state state-loading";
    line.setAttribute("role", "status");
    line.textContent = word("loading");
    beside.before(line);
  }, HALF_A_SECOND);
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(part);
  } finally {
    clearTimeout(waiting);
    line.remove();
  }
}
