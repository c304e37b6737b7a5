/** Settings of this browser. Where it keeps nothing (private windows), they hold for the page. */
const kept = new Map<string, string>();

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`foedus_${name}`) ?? kept.get(name) ?? null;
  } catch {
    return kept.get(name) ?? null;
  }
}

export function remember(name: string, value: string): void {
  kept.set(name, value);
  try {
    localStorage.setItem(`foedus_${name}`, value);
  } catch {
    // kept for the page above
  }
}
