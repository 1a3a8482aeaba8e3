import { describe, expect, test } from "vitest";
import { formats } from "../../src/model/document.ts";
import { assembleReport } from "../../src/pipeline/assemble-report.ts";
import { openReading, type Batch } from "../../src/pipeline/open-reading.ts";
import { defaultLimits, defaultReadOptions } from "../../src/read/reader.ts";
import { documentReportSchema } from "../../src/report/report-schema.ts";
import { packageVersion } from "../../src/version.ts";

describe("documents are read", () => {
  const plan = new TextEncoder().encode("# Mål\n\nAlla ska med.\n");

  /** How many threads reading so many documents in one run starts. */
  async function threads(batch: Batch, documents: readonly Uint8Array[]): Promise<number> {
    let started = 0;
    const count = (): void => {
      started++;
    };
    process.on("worker", count);
    const { read, close } = await openReading(batch, defaultLimits);
    for (const bytes of documents)
      expect((await read(bytes, "plan.md", defaultReadOptions)).kind).toBe("document");
    await close();
    process.off("worker", count);
    return started;
  }

  test("in a thread when there are several, when one is large and when the size is not known", async () => {
    expect(await threads({ documents: 2, largest: 100, jobs: 1 }, [plan, plan])).toBe(1);
    expect(await threads({ documents: 1, largest: 1_000_001, jobs: 1 }, [])).toBe(1);
    expect(await threads({ documents: 1, largest: Number.POSITIVE_INFINITY, jobs: 1 }, [plan])).toBe(1);
  });

  test("in a thread when there are passwords to try, which takes as long as the file asks for", async () => {
    expect(await threads({ documents: 1, largest: 100, jobs: 1, passwords: 1 }, [plan])).toBe(1);
  });

  test("in a thread when text is to be recognised, however small the document is", async () => {
    expect(await threads({ documents: 1, largest: 100, ocr: true, jobs: 1 }, [plan])).toBe(1);
  });

  test("at once when there is one small one, or none", async () => {
    expect(await threads({ documents: 1, largest: 100, jobs: 1 }, [plan])).toBe(0);
    expect(await threads({ documents: 0, largest: 0, jobs: 1 }, [])).toBe(0);
  });

  test("in a thread from the second on, when one archive held several", async () => {
    expect(await threads({ documents: 1, largest: 100, jobs: 1 }, [plan, plan, plan])).toBe(1);
  });
});

test("the version of a report is the package's", () => {
  expect(assembleReport([], []).tool.version).toBe(packageVersion());
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
});

test("the schema of a report knows the formats that are read, and no others", () => {
  const { format } = documentReportSchema.shape;
  for (const known of formats) expect(format.safeParse(known).success).toBe(true);
  expect(format.safeParse("doc?").success).toBe(false);
});
