/**
 * Natural Earth (public domain) by way of world-atlas: outlines at 1:110m; where a state's mark stands, at 1:50m,
 * which knows the small states too.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid, geoNaturalEarth1, geoPath } from "d3-geo";
import type { GeoProjection } from "d3-geo";
import type { FeatureCollection, Geometry, MultiPolygon, Polygon } from "geojson";
import countries from "i18n-iso-countries";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

const WIDTH = 1192;
const STEPS = 2;
const NO_ONES = new Set(["ATA"]);
/** Without a number in ISO 3166: by Natural Earth's name. */
const UNNUMBERED: Record<string, string> = { Kosovo: "XKX" };

interface Named {
  name: string;
}

export interface World {
  width: number;
  height: number;
  /** So many steps of a path make a unit. */
  steps: number;
  /** `key` is ISO 3166-1 alpha-3, null where there is none; `path` is SVG's. */
  outlines: { key: string | null; path: string }[];
  /** By key, the middle of a state's largest part. */
  middles: Record<string, [number, number]>;
}

export function drawn(): World {
  const coarse = atlas("110m").features.filter((one) => !NO_ONES.has(keyOf(one) ?? ""));
  const projection = geoNaturalEarth1().fitWidth(WIDTH, { type: "FeatureCollection", features: coarse });
  const height = Math.ceil(geoPath(projection).bounds({ type: "FeatureCollection", features: coarse })[1][1]);
  const outlines = coarse.map((one) => ({ key: keyOf(one), path: outline(one.geometry, projection) }));
  const middles: World["middles"] = {};
  for (const one of atlas("50m").features) {
    const key = keyOf(one);
    const middle = key && projection(geoCentroid(largest(one.geometry)));
    if (middle) middles[key] = [round(middle[0]), round(middle[1])];
  }
  return { width: WIDTH, height, steps: STEPS, outlines, middles };
}

function atlas(scale: "110m" | "50m"): FeatureCollection<Geometry, Named> {
  const file = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const topology = JSON.parse(readFileSync(file, "utf8")) as Topology<{ countries: GeometryCollection<Named> }>;
  return feature(topology, topology.objects.countries);
}

function keyOf(one: { id?: string | number | undefined; properties: Named }): string | null {
  if (one.id === undefined) return UNNUMBERED[one.properties.name] ?? null;
  return countries.numericToAlpha3(String(one.id).padStart(3, "0")) ?? null;
}

function largest(geometry: Geometry): Polygon {
  const parts = (geometry as MultiPolygon | Polygon).type === "Polygon"
    ? [(geometry as Polygon).coordinates]
    : (geometry as MultiPolygon).coordinates;
  const polygons = parts.map((coordinates): Polygon => ({ type: "Polygon", coordinates }));
  return polygons.reduce((most, one) => (geoArea(one) > geoArea(most) ? one : most));
}

/** An outline in half units, each step told from the one before: a fraction of the bytes. */
function outline(geometry: Geometry, projection: GeoProjection): string {
  const steps: string[] = [];
  let [atX, atY] = [0, 0];
  const go = (x: number, y: number): string => {
    const [toX, toY] = [Math.round(x * STEPS), Math.round(y * STEPS)];
    const step = `${toX - atX} ${toY - atY}`.replace(" -", "-");
    [atX, atY] = [toX, toY];
    return step;
  };
  let [beginX, beginY] = [0, 0];
  geoPath(projection, {
    beginPath: () => undefined,
    moveTo: (x, y) => {
      steps.push(`m${go(x, y)}`);
      [beginX, beginY] = [atX, atY];
    },
    lineTo: (x, y) => {
      const step = go(x, y);
      if (step !== "0 0") steps.push(`l${step}`);
    },
    arc: () => undefined,
    closePath: () => {
      steps.push("z");
      [atX, atY] = [beginX, beginY];
    },
  })(geometry);
  return steps.join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
