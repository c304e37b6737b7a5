import { expect, test } from "vitest";
import { drawn } from "../world/drawn.ts";

const world = drawn();

test("states lie where they lie, by their ISO codes", () => {
  const { FRA, RUS, CHL, AUS, XKX, SGP } = world.middles;
  expect(RUS?.[0]).toBeGreaterThan(FRA?.[0] ?? Infinity);
  expect(CHL?.[1]).toBeGreaterThan(FRA?.[1] ?? Infinity);
  expect(AUS).toBeDefined();
  expect(XKX).toBeDefined();
  expect(SGP).toBeDefined();
});

test("outlines are small, begin at a place of the plane and end closed", () => {
  expect(world.outlines.length).toBeGreaterThan(170);
  expect(JSON.stringify(world).length).toBeLessThan(64_000);
  for (const { path } of world.outlines) expect(path).toMatch(/^m\d+[ -]\d+.*z$/);
});
