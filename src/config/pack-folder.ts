// What a configuration calls a rule pack → the folder or file that it is. Only looks for them; nothing of a package is run.
import { statSync } from "node:fs";
import path from "node:path";
import { genomlysError, type ErrorPlace } from "../errors/genomlys-error.ts";
import { suggestName } from "../errors/suggest-name.ts";
import { builtinPackFolder, builtinPackId } from "../rules/compiled-pack.ts";
import { headFile } from "../rules/pack-files.ts";

/**
 * Where the pack lies that `written` names: the built-in one by its name, a folder, its pack.yaml or a file that is a whole
 * pack as seen from `folder` (where the configuration lies), or else an npm package installed there or above.
 */
export function packFolder(written: string, folder: string, where: ErrorPlace): string {
  if (written === builtinPackId) return builtinPackFolder();
  const at = path.resolve(folder, written);
  const entry = statSync(at, { throwIfNoEntry: false });
  if (entry?.isDirectory() === true) return at;
  if (entry?.isFile() === true && /\.ya?ml$/.test(at))
    return path.basename(at) === headFile ? path.dirname(at) : at;
  const installed = entry === undefined && isPackageName(written) ? installedPackage(written, folder) : null;
  if (installed !== null) return installed;
  const suggestion = suggestName(written, [builtinPackId]);
  throw genomlysError(
    "CONFIG_UNKNOWN_PACK",
    { name: written, builtin: builtinPackId, ...(suggestion === undefined ? {} : { suggestion }) },
    { where },
  );
}

function isPackageName(written: string): boolean {
  return /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(written);
}

/** By hand and not with require.resolve: a package whose "exports" do not name its pack.yaml is a pack all the same. */
function installedPackage(name: string, from: string): string | null {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, "node_modules", name);
    const head = statSync(path.join(candidate, headFile), { throwIfNoEntry: false });
    if (head?.isFile() === true) return candidate;
    if (path.dirname(folder) === folder) return null;
  }
}
