import { expect, test } from "vitest";
import { joinBoundaries, readBoundaries } from "#app/domain/boundary-profile.ts";

const SQUARE = [
  [
    [100, 10],
    [101, 10],
    [101, 11],
    [100, 10],
  ],
];

function file(...features: unknown[]) {
  return { type: "FeatureCollection", features };
}

function shape(type: string, coordinates: unknown, properties: unknown = {}) {
  return { type: "Feature", geometry: { type, coordinates }, properties };
}

test("lines are borders, polygons are countries, points are places of labels, and names are not read", () => {
  const read = readBoundaries(
    file(
      shape("LineString", [
        [100, 10],
        [101, 11],
      ]),
      shape("MultiPolygon", [SQUARE], { iso2: "VN", name: "a name" }),
      shape("Point", [100.5, 10.5, 12], { iso2: "VN" }),
    ),
  );
  expect(read).toEqual({
    boundaries: {
      borders: [
        [
          [100, 10],
          [101, 11],
        ],
      ],
      countries: [{ iso2: "VN", polygons: [SQUARE] }],
      labels: { VN: [100.5, 10.5] },
    },
  });
});

test.each([
  ["no collection", { type: "Feature" }, "boundary.file", 0],
  ["nothing in it", file(), "boundary.empty", 0],
  ["a place that is not on Earth", file(shape("Point", [200, 10], { iso2: "VN" })), "boundary.position", 1],
  [
    "a polygon of no country",
    file(shape("Point", [1, 1], { iso2: "VN" }), shape("Polygon", SQUARE)),
    "boundary.country",
    2,
  ],
  [
    "an open ring",
    file(
      shape(
        "Polygon",
        [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
        { iso2: "VN" },
      ),
    ),
    "boundary.ring",
    1,
  ],
  [
    "a line not cut at 180°",
    file(
      shape("LineString", [
        [179, 0],
        [-179, 0],
      ]),
    ),
    "boundary.jump",
    1,
  ],
  ["a shape we do not draw", file(shape("GeometryCollection", [])), "boundary.geometry", 1],
])("%s is refused with its reason", (_, json, message, feature) => {
  expect(readBoundaries(json)).toEqual({ fault: { message, feature } });
});

test("several files are one map", () => {
  const one = { borders: [], countries: [], labels: { VN: [1, 1] as [number, number] } };
  const two = {
    borders: [],
    countries: [],
    labels: { VN: [2, 2] as [number, number], TH: [3, 3] as [number, number] },
  };
  expect(joinBoundaries([one, two]).labels).toEqual({ VN: [2, 2], TH: [3, 3] });
});
