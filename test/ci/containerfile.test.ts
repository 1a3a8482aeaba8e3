// The Containerfile, read by the validator of the Docker language server; scripts/try-container.sh builds it where an engine is.
import { readFileSync } from "node:fs";
import path from "node:path";
import dockerfile from "dockerfile-utils";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "..", "..");
const text = readFileSync(path.join(root, "Containerfile"), "utf8");
const problems = (content: string): string[] =>
  dockerfile.validate(content).map(({ message }) => (typeof message === "string" ? message : message.value));

test("the Containerfile is one", () => {
  expect(problems(text)).toEqual([]);
  expect(problems(text.replace("WORKDIR /work", "WORKDR /work"))).not.toEqual([]);
  expect(problems(text.replace("--from=build", "--form=build"))).not.toEqual([]);
});

test("the image runs the command as an ordinary user, and holds nothing of the build but the package", () => {
  const lines = text.split("\n");
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
  expect(last).toContain("USER node");
  expect(last).toContain('ENTRYPOINT ["genomlys"]');
  expect(last.filter((line) => /^(?:COPY|ADD) /.test(line))).toEqual([
    "COPY --from=build /genomlys.tgz /tmp/genomlys.tgz",
  ]);
  // What a build would otherwise send along: its own history, and packages of another system.
  const ignored = readFileSync(path.join(root, ".containerignore"), "utf8").split("\n");
  expect(ignored).toEqual(expect.arrayContaining([".git", "node_modules", "dist"]));
});
