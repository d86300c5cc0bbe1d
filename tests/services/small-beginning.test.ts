import { brotliDecompressSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { endedWith, smallBeginning } from "#app/services/small-beginning.server.ts";

test("a beginning made small and whatever follows it are read as one text", async () => {
  const text = fc.string({ unit: "binary", maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, text, fc.nat(9_000), async (first, second, times) => {
      const [beginning, rest] = [first.repeat(50), second.repeat(times)];
      const whole = endedWith(await smallBeginning(beginning), rest);
      expect(brotliDecompressSync(whole).equals(Buffer.from(beginning + rest))).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test.each([0, 1, 65_535, 65_536, 65_537, 131_073])("so are %s bytes behind it", async (bytes) => {
  const rest = "é".repeat(Math.floor(bytes / 2)) + "a".repeat(bytes % 2);
  const whole = endedWith(await smallBeginning("{"), rest);
  expect(brotliDecompressSync(whole).toString()).toBe(`{${rest}`);
});
