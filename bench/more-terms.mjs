// A rule pack with ten times the terms, to see whether the cost of a scan grows with the number of rules.

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
