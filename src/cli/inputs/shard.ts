// `--shard 2/4`: the second of four parts of an archive, for several machines or jobs that know nothing of each other.
import { createHash } from "node:crypto";
import { genomlysError } from "../../errors/genomlys-error.ts";

export interface Shard {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

const mostParts = 100_000;

/** Throws a GenomlysError for anything but "k/n" with 1 ≤ k ≤ n. */
export function parseShard(written: string): Shard {
  const [, part = "", parts = ""] = /^(\d{1,6})\/(\d{1,6})$/.exec(written.trim()) ?? [];
  const shard = { part: Number(part), parts: Number(parts) };
  if (shard.part < 1 || shard.part > shard.parts || shard.parts > mostParts)
    throw genomlysError("SHARD_WRONG", { value: written });
  return shard;
}

/**
 * Does the input that is called `path` belong to the shard? By the path alone, so that it stays in its part when others come
 * or go, and whatever the order is; "å" is the same in one character or two.
 */
export function isInShard(path: string, { part, parts }: Shard): boolean {
  const digest = createHash("sha256").update(path.normalize("NFC")).digest();
  return digest.readUInt32BE() % parts === part - 1;
}
