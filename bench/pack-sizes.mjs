// The built-in pack with fewer and with more terms, to see whether the cost of a scan grows with the number of rules.

/** Always the same numbers, so that two runs measure the same. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * The pack with `times` the number of terms in its evidence rules. The new ones are what real rules are made of: phrases
 * of two and three words that do stand in the text (so that the trie is really walked), and first and last elements of
 * compounds. `words` are distinct words of the text.
 */
export function withMoreTerms(pack, times, words) {
  const random = randomFrom(20190307);
  const long = words.filter((word) => /^\p{Ll}{6,14}$/u.test(word));
  const pick = () => long[random(long.length)];
  const evidence = pack.rules.filter((rule) => rule.kind === "evidence");
  const existing = pack.rules.reduce((sum, rule) => sum + (rule.terms?.length ?? 0), 0);
  const added = [];
  for (let number = 0; number < existing * (times - 1); number++) {
    const word = pick();
    const kind = number % 10;
    added.push(
      kind < 5
        ? `${word} ${pick()}`
        : kind < 7
          ? `${word} ${pick()} ${pick()}`
          : kind < 8
            ? `${word} ... ${pick()}`
            : kind < 9
              ? `${word.slice(0, 6)}${word.slice(-4)}*`
              : `*${word.slice(-4)}${word.slice(0, 5)}`,
    );
  }
  const template = evidence[0];
  const perRule = 20;
  const rules = [];
  for (let at = 0; at < added.length; at += perRule) {
    rules.push({ ...template, id: `more-${at}`, terms: added.slice(at, at + perRule), except: [], tags: [] });
  }
  return {
    pack: { ...pack, rules: [...pack.rules, ...rules] },
    terms: existing + added.length,
    before: existing,
  };
}

const inText = new Set(["evidence", "trap", "signal", "expectation"]);

/** The rules of the pack that look for terms in running text, with `count` of their terms, taken evenly. */
export function withTerms(pack, count) {
  const rules = pack.rules.filter((rule) => inText.has(rule.kind));
  const all = rules.reduce((sum, { terms }) => sum + terms.length, 0);
  let seen = 0;
  const kept = rules.map((rule) => ({
    ...rule,
    except: [],
    terms: rule.terms.filter(
      () => Math.floor((++seen * count) / all) > Math.floor(((seen - 1) * count) / all),
    ),
  }));
  return { ...pack, rules: kept.filter(({ terms }) => terms.length > 0) };
}

/** The terms of a pack as far as a plain search for text can look for them: without wildcards, sets and gaps. */
export function asPlainText(pack) {
  const plain = pack.rules
    .flatMap(({ terms }) => terms)
    .map((term) => /[\p{L}\p{N}][\p{L}\p{N} -]*/u.exec(term)?.[0].trim() ?? "");
  return [...new Set(plain.filter((words) => words.length >= 2))];
}
