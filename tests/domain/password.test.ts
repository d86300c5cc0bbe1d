import { expect, test } from "vitest";
import { Password, saysWho } from "#app/domain/password.ts";

const faultOf = (typed: string) => Password.safeParse(typed).error?.issues[0]?.message ?? null;

test.each([
  ["", "password.missing"],
  ["eleven char", "password.short"],
  ["x".repeat(201), "password.long"],
  ["aaaaaaaaaaaa", "password.guessable"],
  ["123456789012", "password.guessable"],
  ["abcdefghijkl", "password.guessable"],
  ["Password-2026", "password.guessable"],
  ["an otter swims at dusk", null],
  ["con rái cá bơi lúc chạng vạng", null],
  ["龙在夜里沿着湄公河向南游去呢", null],
])("%j: %j", (typed, fault) => {
  expect(faultOf(typed)).toBe(fault);
});

test("the same keys give the same password however the system writes its accents", () => {
  const composed = Password.parse("rái cá bơi lúc chiều".normalize("NFC"));
  expect(Password.parse("rái cá bơi lúc chiều".normalize("NFD"))).toBe(composed);
});

test("a password made of the own name or address is told from one that only holds it", () => {
  const mai = { name: "Lê Thị Mai", email: "l.mai@customs.example" };
  expect(saysWho("thi-mai-l.mai-2", mai)).toBe(true);
  expect(saysWho("mai walks along the river", mai)).toBe(false);
});
