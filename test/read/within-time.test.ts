import { describe, expect, test } from "vitest";
import { OutOfTime, withinTime } from "../../src/read/within-time.ts";

describe("code under a clock", () => {
  test("gives its result, and what it throws comes through", () => {
    expect(withinTime(60_000, () => "text")).toBe("text");
    expect(withinTime<unknown>(60_000, () => undefined)).toBeUndefined();
    expect(() =>
      withinTime(60_000, () => {
        throw new RangeError("outside");
      }),
    ).toThrow(new RangeError("outside"));
  });

  test("is stopped when it never ends, also where it catches every error", () => {
    const loops: (() => void)[] = [
      () => {
        for (;;);
      },
      () => {
        for (;;) {
          try {
            for (;;);
          } catch {
            // As a reader does that must never throw.
          }
        }
      },
      () => /^(a+)+$/.test(`${"a".repeat(60)}b`),
    ];
    for (const loop of loops)
      expect(() => {
        withinTime(20, loop);
      }).toThrow(OutOfTime);
  });

  test("can be clocked inside clocked code, whichever time is shorter", () => {
    const loop = (): void => {
      for (;;);
    };
    expect(() => {
      withinTime(20, () => {
        withinTime(60_000, loop);
      });
    }).toThrow(OutOfTime);
    expect(
      withinTime(60_000, () => {
        try {
          withinTime(20, loop);
        } catch (error) {
          return error instanceof OutOfTime ? error.milliseconds : "";
        }
        return "";
      }),
    ).toBe(20);
  });
});
