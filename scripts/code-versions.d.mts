/** SHA-256, hexadecimal, over names and bytes of the sources that read and compile rules. */
export function compilerVersion(): Promise<string>;

/** SHA-256, hexadecimal, over names and bytes of all sources and the lock file. */
export function buildVersion(): Promise<string>;
