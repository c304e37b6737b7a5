import { expect, test, vi } from "vitest";
import { brushing } from "../src/islands/brushing.ts";

function bar(at: number, from: string, to: string): string {
  return `<rect class="hold" x="${String(at)}" width="10" data-from="${from}" data-to="${to}"></rect>`;
}

test("what is drawn over the bars goes into the form, whichever way it was drawn", () => {
  document.body.innerHTML = `
    <form id="span"><input name="published_from"><input name="published_by"></form>
    <svg data-brush="#span" data-first="published_from" data-last="published_by">
      <rect class="brush" x="0" width="0"></rect>
      ${bar(0, "2020-01-01", "2020-12-31")}${bar(10, "2021-01-01", "2021-12-31")}${bar(20, "2022-01-01", "2022-12-31")}
    </svg>`;
  const svg = document.querySelector("svg");
  const form = document.querySelector("form");
  if (!svg || !form) throw new Error("no figure");
  document.querySelectorAll(".hold").forEach((one, place) => {
    vi.spyOn(one, "getBoundingClientRect").mockReturnValue(new DOMRect(place * 10, 0, 10, 10));
  });
  svg.setPointerCapture = () => undefined;
  const sent = vi.spyOn(form, "requestSubmit").mockImplementation(() => undefined);
  brushing();
  svg.dispatchEvent(new PointerEvent("pointerdown", { clientX: 25, button: 0 }));
  svg.dispatchEvent(new PointerEvent("pointermove", { clientX: 14 }));
  expect(document.querySelector(".brush")?.getAttribute("x")).toBe("10");
  expect(document.querySelector(".brush")?.getAttribute("width")).toBe("20");
  svg.dispatchEvent(new PointerEvent("pointerup", { clientX: 14 }));
  expect(new FormData(form).get("published_from")).toBe("2021-01-01");
  expect(new FormData(form).get("published_by")).toBe("2022-12-31");
  expect(sent).toHaveBeenCalledOnce();
});
