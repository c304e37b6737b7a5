/**
 * A span of time drawn over the timeline with the pointer: it goes into the two dates of the form, which is sent.
 *
 * Marks: `svg[data-brush="#form"]` with the names of the form's two fields as `data-first` and `data-last`, in it a `[data-from][data-to]` (days) for each bar, in order, and `.brush`, the
 * rectangle that shows the span. Without scripts, and from the keyboard, the form itself does it.
 */
export function brushing(): void {
  for (const svg of document.querySelectorAll<SVGSVGElement>("svg[data-brush]")) {
    const form = document.querySelector<HTMLFormElement>(svg.dataset["brush"] ?? "");
    if (form) brush(svg, form);
  }
}

function brush(svg: SVGSVGElement, form: HTMLFormElement): void {
  const bars = [...svg.querySelectorAll<SVGGraphicsElement>("[data-from][data-to]")];
  const mark = svg.querySelector<SVGRectElement>(".brush");
  let begun: number | null = null;
  svg.classList.add("can-brush");
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    begun = nearest(bars, event.clientX);
    svg.setPointerCapture(event.pointerId);
    show(bars, mark, begun, begun);
    event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => {
    if (begun !== null) show(bars, mark, begun, nearest(bars, event.clientX));
  });
  svg.addEventListener("pointerup", (event) => {
    if (begun === null) return;
    const span = ordered(begun, nearest(bars, event.clientX));
    begun = null;
    fill(form, svg.dataset["first"], bars[span.first]?.dataset["from"]);
    fill(form, svg.dataset["last"], bars[span.last]?.dataset["to"]);
    form.requestSubmit();
  });
  svg.addEventListener("pointercancel", () => {
    begun = null;
  });
}

function ordered(one: number, other: number): { first: number; last: number } {
  return { first: Math.min(one, other), last: Math.max(one, other) };
}

/** The bar that is nearest to a place on the screen. */
function nearest(bars: readonly SVGGraphicsElement[], x: number): number {
  const far = bars.map((bar) => {
    const box = bar.getBoundingClientRect();
    return Math.abs(x - (box.left + box.right) / 2);
  });
  return far.indexOf(Math.min(...far));
}

function show(bars: readonly SVGGraphicsElement[], mark: SVGRectElement | null, one: number, other: number): void {
  const span = ordered(one, other);
  const [first, last] = [bars[span.first], bars[span.last]];
  if (!mark || !first || !last) return;
  const from = Number(first.getAttribute("x"));
  const to = Number(last.getAttribute("x")) + Number(last.getAttribute("width"));
  mark.setAttribute("x", String(from));
  mark.setAttribute("width", String(to - from));
}

function fill(form: HTMLFormElement, name: string | undefined, value: string | undefined): void {
  const field = name ? form.elements.namedItem(name) : null;
  if (field instanceof HTMLInputElement && value) field.value = value;
}
