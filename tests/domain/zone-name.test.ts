import { expect, test } from "vitest";
import { isTimeZone } from "#app/domain/local-date.ts";
import { OperationPlan } from "#app/domain/operation.ts";
import { todaysZone } from "#app/domain/zone-name.ts";
import { timeZones } from "#app/time-zones.server.ts";

test("a zone is offered and kept by one name, whichever way a program tells it", () => {
  const zones = timeZones();
  expect(zones).toEqual(
    expect.arrayContaining(["UTC", "Asia/Ho_Chi_Minh", "Asia/Kolkata", "Asia/Yangon", "Asia/Kathmandu"]),
  );
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones.filter((zone) => todaysZone(zone) !== zone || !isTimeZone(zone))).toEqual([]);
  expect(OperationPlan.shape.zone.parse("Asia/Saigon")).toBe("Asia/Ho_Chi_Minh");
  expect(OperationPlan.shape.zone.safeParse("Asia/Nowhere").success).toBe(false);
});
