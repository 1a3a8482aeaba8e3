// Where an operating system keeps what a program can do without.
import path from "node:path";

/** What is known of the machine; handed in, so that nothing is looked up where tests and libraries do not expect it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** As `process.platform`. */
  readonly platform: string;
}

/**
 * The cache folder of the platform (XDG Base Directory Specification on Linux, `~/Library/Caches` on macOS, `%LOCALAPPDATA%`
 * on Windows), with a folder of ours in it. null where the surroundings name none: then there is no cache.
 */
export function platformCacheFolder({ env, platform }: Surroundings): string | null {
  const named = (name: string): string | null => {
    const value = env[name];
    // The specification: a path that is not absolute is to be ignored.
    return value !== undefined && path.isAbsolute(value) ? value : null;
  };
  const below = (base: string | null, ...rest: readonly string[]): string | null =>
    base === null ? null : path.join(base, ...rest);
  if (platform === "win32") return below(named("LOCALAPPDATA"), "genomlys", "Cache");
  const xdg = named("XDG_CACHE_HOME");
  if (xdg !== null) return path.join(xdg, "genomlys");
  const home = named("HOME");
  return platform === "darwin"
    ? below(home, "Library", "Caches", "genomlys")
    : below(home, ".cache", "genomlys");
}
