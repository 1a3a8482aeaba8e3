// `genomlys watch` on a real file system. Nothing here waits for a length of time: each step waits for what it brings about.
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { main } from "../../src/cli/main.ts";
import { buildFolder, textOf } from "./run.ts";

const goal = "Skillnaden i betyg mellan flickor och pojkar ska minska till 2 procentenheter 2028.";
const plan = (mål: string): string =>
  `# Plan\n\n## 1 Mål\n\n${mål} Nämnden redovisar varje år till kommunstyrelsen hur arbetet i skolorna går.\n`;
const before = plan("Eleverna ska nå högre betyg 2028.");
const after = plan(goal);
const patience = { timeout: 60_000 };

/** Watches in a folder until the test is over. */
function startWatch(argv: readonly string[], cwd: string) {
  let out = "";
  let err = "";
  const heard = new Map<string, () => void>();
  let told: (() => void)[] = [];
  let lost: Error | undefined;
  const onLost: ((error: Error) => void)[] = [];
  const tell = (): void => {
    const waiting = told;
    told = [];
    for (const each of waiting) each();
  };
  const code = main(["watch", ...argv], {
    stdout: {
      write: (content) => {
        if (lost !== undefined) for (const listener of onLost) listener(lost);
        if (lost !== undefined) return;
        // A number and its unit are held together by a space of their own kind.
        out += textOf(content).replaceAll("\u00a0", " ");
        tell();
      },
      on: (_event, listener) => onLost.push(listener),
      settled: () => Promise.resolve(lost),
    },
    stderr: {
      write: (content) => {
        err += textOf(content);
        tell();
      },
    },
    stdin: (async function* () {})(),
    env: {},
    cwd: () => cwd,
    on: (signal, listener) => heard.set(signal, listener),
    off: (signal) => heard.delete(signal),
  });
  const stop = (signal = "SIGINT"): Promise<number> => {
    heard.get(signal)?.();
    return code;
  };
  onTestFinished(async () => {
    await stop();
  });
  /** What was said up to and with the text, which is taken away: the next call waits for what comes after it. */
  const said = async (text: string, where: "out" | "err" = "out"): Promise<string> => {
    for (;;) {
      const all = where === "out" ? out : err;
      const at = all.indexOf(text);
      if (at >= 0) {
        if (where === "out") out = all.slice(at + text.length);
        return all.slice(0, at + text.length);
      }
      await new Promise<void>((resolve) => told.push(resolve));
    }
  };
  /** Waits until the watching has begun; what was said before is taken away. */
  const begun = async (documents: number): Promise<void> => {
    await said(`Bevakar ${String(documents)} dokument`, "err");
    out = "";
  };
  /** From now on standard output takes nothing, as the system says by `reason`. */
  const lose = (reason: string): void => {
    lost = Object.assign(new Error(reason), { code: reason });
  };
  return { said, begun, stop, code, lose, rest: () => out };
}

describe("a draft that is saved", () => {
  test("in place is audited again, and what has changed is shown; Ctrl-C ends with 0", patience, async () => {
    const folder = await buildFolder({ "utkast.md": before });
    const { said, begun, stop } = startWatch(["utkast.md"], folder);
    expect(await said("lucka")).toBe("utkast.md: bedöms ej, täckning 0 %, 1 lucka");
    await begun(1);
    await writeFile(path.join(folder, "utkast.md"), after);
    const shown = await said("täckning 100 %");
    expect(shown).toContain("flickor och pojkar");
    expect(await stop()).toBe(0);
  });

  test("beside and renamed over, as LibreOffice and Word do, is heard each time", patience, async () => {
    const folder = await buildFolder({ "utkast.md": before });
    const at = (name: string): string => path.join(folder, name);
    const { said, begun, rest, stop } = startWatch(["."], folder);
    await begun(1);
    for (const round of [1, 2]) {
      await writeFile(at(`lu${String(round)}.tmp`), after.replace("2028", String(2028 + round)));
      await rename(at(`lu${String(round)}.tmp`), at("utkast.md"));
      await said("täckning 100 %");
      // Word: the new one beside, the old one away, the new one in its place; and a lock file all the while.
      await writeFile(at("~$utkast.md"), "lås");
      await writeFile(at(".~lock.utkast.md#"), "lås");
      await writeFile(at("A1.tmp"), before.replace("2028", String(2028 + round)));
      await rename(at("utkast.md"), at("~WRL1.tmp"));
      await rename(at("A1.tmp"), at("utkast.md"));
      await rm(at("~WRL1.tmp"));
      await said("täckning 0 %");
    }
    // Whoever ends it in another way than Ctrl-C is told so.
    expect(await stop("SIGTERM")).toBe(143);
    expect(rest()).not.toContain("Borta");
    expect(rest()).not.toContain("lock");
  });

  test("that goes away and comes back is compared with what it was", patience, async () => {
    const folder = await buildFolder({ "a/utkast.md": after, "a/annan.md": before });
    const { said, begun } = startWatch(["a"], folder);
    await begun(2);
    await rm(path.join(folder, "a/utkast.md"));
    await said("Borta: a/utkast.md");
    await writeFile(path.join(folder, "a/utkast.md"), before);
    expect(await said("a/utkast.md: bedöms ej, täckning 0 %")).toContain("Borta: [Skillnaden");
  });

  test(
    "anew in a folder of its own is audited, and one that is only touched says nothing",
    patience,
    async () => {
      const folder = await buildFolder({ "utkast/a.md": before });
      const { said, begun, rest } = startWatch(["utkast"], folder);
      await begun(1);
      await writeFile(path.join(folder, "utkast/a.md"), before);
      await mkdir(path.join(folder, "utkast/ny"));
      await writeFile(path.join(folder, "utkast/ny/b.md"), after);
      expect(await said("Nytt dokument: utkast/ny/b.md")).not.toContain("a.md:");
      await said("täckning 100 %");
      expect(rest()).not.toContain("utkast/a.md");
    },
  );

  test("so that it cannot be read is named, and compared with the last that could", patience, async () => {
    const folder = await buildFolder({ "utkast.md": before });
    const { said, begun } = startWatch(["utkast.md"], folder);
    await begun(1);
    await writeFile(path.join(folder, "utkast.md"), "%PDF-1.7 trasig");
    await said("utkast.md", "err");
    await writeFile(path.join(folder, "utkast.md"), after);
    await said("täckning 100 %");
  });
});

describe("the configuration", () => {
  test("is read again when it is saved, and what that changes is said", patience, async () => {
    const folder = await buildFolder({ "utkast/a.md": before, "utkast/b.md": before });
    const { said, begun, stop } = startWatch(["utkast"], folder);
    await begun(2);
    const config = path.join(folder, "genomlys.config.yaml");
    await writeFile(config, "lang: en\nignore:\n  - path: utkast/a.md\n    reason: antagen\n");
    expect(await said("a.md: no longer audited")).toContain("This changes in the judgement:");
    // As editors save it; what is audited again is new to the watch.
    await writeFile(`${config}.ny`, "lang: sv\n");
    await rename(`${config}.ny`, config);
    await said("Inställningar eller regler är ändrade");
    expect(await said("utkast/a.md: bedöms ej, täckning 0 %")).not.toContain("b.md");
    expect(await stop()).toBe(0);
  });

  test("that is broken is told, and the watching goes on with what was in force", patience, async () => {
    const folder = await buildFolder({ "utkast.md": before, "genomlys.config.yaml": "lang: sv\n" });
    const { said, begun, rest, stop } = startWatch(["utkast.md"], folder);
    await begun(1);
    await writeFile(path.join(folder, "genomlys.config.yaml"), "chekc:\n  min-level: 2\n");
    await said("gäller tills felet är rättat", "err");
    await writeFile(path.join(folder, "utkast.md"), after);
    await said("täckning 100 %");
    expect(rest()).not.toContain("ändrade");
    expect(await stop()).toBe(0);
  });

  test("that is saved without a change says nothing", patience, async () => {
    const folder = await buildFolder({ "utkast.md": before, "genomlys.config.yaml": "lang: sv\n" });
    const { said, begun } = startWatch(["utkast.md"], folder);
    await begun(1);
    await writeFile(path.join(folder, "genomlys.config.yaml"), "lang: sv\n");
    await writeFile(path.join(folder, "utkast.md"), after);
    expect(await said("täckning 100 %")).not.toContain("Inställningar");
  });
});

describe("standard output", () => {
  test("whose reader has left ends the watching when there is something to say", patience, async () => {
    const folder = await buildFolder({ "utkast.md": before });
    const { begun, code, lose } = startWatch(["utkast.md"], folder);
    await begun(1);
    lose("EPIPE");
    await writeFile(path.join(folder, "utkast.md"), after);
    expect(await code).toBe(0);
  });

  test("that takes nothing more ends the watching, and that is told", patience, async () => {
    const folder = await buildFolder({ "utkast.md": before });
    const { begun, said, code, lose } = startWatch(["utkast.md"], folder);
    await begun(1);
    lose("ENOSPC");
    await writeFile(path.join(folder, "utkast.md"), after);
    await said("STDOUT_NOT_WRITABLE", "err");
    expect(await code).toBe(2);
  });

  test("that takes nothing from the start is no reason to begin", patience, async () => {
    const folder = await buildFolder({ "utkast.md": before });
    const { said, code, lose } = startWatch(["utkast.md"], folder);
    lose("ENOSPC");
    await said("STDOUT_NOT_WRITABLE", "err");
    expect(await code).toBe(2);
  });
});

test("nothing to watch is an error", async () => {
  const folder = await buildFolder({});
  const { said, code } = startWatch(["finns-ej.md"], folder);
  await said("INPUT_MISSING", "err");
  expect(await code).toBe(2);
});
