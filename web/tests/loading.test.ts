import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fetched } from "../src/loading.ts";

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<span id="words" data-loading="Loading …"></span><div class="part">old</div>';
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what stands stays, and after half a second a line says what comes", async () => {
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal("fetch", () => new Promise<Response>((resolve) => (answer = resolve)));
  const old = document.querySelector(".part");
  if (!old) throw new Error("no part");
  const coming = fetched("/other", ".part", old);
  vi.advanceTimersByTime(400);
  expect(document.querySelector(".state-loading")).toBeNull();
  vi.advanceTimersByTime(200);
  expect(document.querySelector(".state-loading")?.textContent).toBe("Loading …");
  expect(old.textContent).toBe("old");
  answer(new Response('<div class="part">new</div>'));
  expect((await coming)?.textContent).toBe("new");
  expect(document.querySelector(".state-loading")).toBeNull();
});

test("an answer that says that it did not work is none", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 503 })));
  await expect(fetched("/other", ".part", document.body)).rejects.toThrow("503");
});
