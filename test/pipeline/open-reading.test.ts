import { describe, expect, test } from "vitest";
import { formats } from "../../src/model/document.ts";
import { assembleReport } from "../../src/pipeline/assemble-report.ts";
import { openReading, type Batch } from "../../src/pipeline/open-reading.ts";
import { readDocument } from "../../src/read/read-document.ts";
import { defaultLimits } from "../../src/read/reader.ts";
import { documentReportSchema } from "../../src/report/report-schema.ts";
import { packageVersion } from "../../src/version.ts";

describe("documents are read", () => {
  const isolated = async (batch: Batch): Promise<boolean> => {
    const { read, close } = await openReading(batch, defaultLimits);
    await close();
    return read !== readDocument;
  };

  test("in a thread when there are several, when one is large and when the size is not known", async () => {
    expect(await isolated({ documents: 2, largest: 100 })).toBe(true);
    expect(await isolated({ documents: 1, largest: 1_000_001 })).toBe(true);
    expect(await isolated({ documents: 1, largest: Number.POSITIVE_INFINITY })).toBe(true);
  });

  test("at once when there is one small one, or none", async () => {
    expect(await isolated({ documents: 1, largest: 1_000_000 })).toBe(false);
    expect(await isolated({ documents: 0, largest: 0 })).toBe(false);
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
