// Bars that documents must reach, what git knows of them, and gaps that are accepted.
import type { ErrorText } from "../error-text.ts";

export const checkingErrors = {
  CHECK_NO_BAR: {
    message: {
      sv: "Det finns ingen gräns att pröva mot.",
      en: "There is no bar to check against.",
    },
    hint: {
      sv: "säg vad som krävs, till exempel --min-coverage 60 eller --fail-on missing, eller skriv det i genomlys.config.yaml under check:; --baseline räcker också",
      en: "say what is demanded, for instance --min-coverage 60 or --fail-on missing, or write it in genomlys.config.yaml under check:; --baseline will do, too",
    },
  },
  CHECK_NOTHING_HELD: {
    message: {
      sv: "Inget av dokumenten har en dokumenttyp som det finns en gräns för ({types}).",
      en: "None of the documents is of a type that has a bar ({types}).",
    },
    hint: {
      sv: "skriv gränser för de typerna, eller för alla dokument direkt under check:; types: i genomlys.config.yaml säger vilken typ en fil har",
      en: "set bars for those types, or for all documents straight under check:; types: in genomlys.config.yaml says which type a file has",
    },
  },
  CHECK_UNKNOWN_REQUIREMENT: {
    message: {
      sv: 'Det finns inget krav som heter "{id}".',
      en: 'There is no requirement called "{id}".',
    },
    hint: {
      sv: '"genomlys rules list" visar alla; ett krav skrivs som K-TS-03',
      en: '"genomlys rules list" shows all; a requirement is written as K-TS-03',
    },
  },
  CHECK_NO_RULES: {
    message: {
      sv: "Regelpaketet har inga regler för vad som räknas som belägg.",
      en: "The rule pack has no rules on what counts as evidence.",
    },
    hint: {
      sv: "kontrollera --rules, och vad genomlys.config.yaml stänger av",
      en: "check --rules, and what genomlys.config.yaml switches off",
    },
  },
  CHECK_LOST_ALONE: {
    message: {
      sv: "--fail-on lost behöver en förra version att jämföra med.",
      en: "--fail-on lost needs an earlier version to compare with.",
    },
    hint: {
      sv: "säg vilken, till exempel --changed-since origin/main",
      en: "say which, for instance --changed-since origin/main",
    },
  },
  GIT_MISSING: {
    message: { sv: "Programmet git finns inte här.", en: "The program git is not here." },
    hint: {
      sv: "--changed-since frågar git; installera det, eller pröva utan",
      en: "--changed-since asks git; install it, or check without",
    },
  },
  GIT_NO_REPOSITORY: {
    message: {
      sv: '"{path}" ligger inte i något git-arkiv.',
      en: '"{path}" lies in no git repository.',
    },
    hint: {
      sv: "--changed-since tar bara dokument som git håller reda på; pröva andra utan",
      en: "--changed-since takes only documents that git keeps track of; check others without it",
    },
  },
  GIT_UNKNOWN_REF: {
    message: { sv: 'Git känner inte till "{ref}".', en: 'Git does not know "{ref}".' },
    hint: {
      sv: "en gren, en tagg eller en commit, till exempel origin/main; git fetch hämtar det som finns på servern",
      en: "a branch, a tag or a commit, for instance origin/main; git fetch gets what is on the server",
    },
  },
  GIT_SHALLOW: {
    message: {
      sv: 'Git-arkivets historik är avkortad: den når inte till "{ref}".',
      en: 'The history of the git repository is cut off: it does not reach "{ref}".',
    },
    hint: {
      sv: "hämta resten med git fetch --unshallow; i GitHub Actions: fetch-depth: 0 vid actions/checkout, i GitLab: GIT_DEPTH: 0",
      en: "get the rest with git fetch --unshallow; in GitHub Actions fetch-depth: 0 at actions/checkout, in GitLab GIT_DEPTH: 0",
    },
  },
  GIT_FAILED: {
    message: { sv: "Git svarade med ett fel: {reason}", en: "Git answered with an error: {reason}" },
    hint: {
      sv: 'pröva "git status" i samma mapp; är arkivet någon annans, läs om safe.directory i git help config',
      en: 'try "git status" in the same folder; if the repository is another user\'s, read about safe.directory in git help config',
    },
  },
  BASELINE_MISSING: {
    message: {
      sv: 'Hittar inte filen med godtagna luckor, "{path}".',
      en: 'Cannot find the file of accepted gaps, "{path}".',
    },
    hint: {
      sv: 'gör den med "genomlys baseline create <sökväg> -o {path}"',
      en: 'make it with "genomlys baseline create <path> -o {path}"',
    },
  },
  BASELINE_EXISTS: {
    message: {
      sv: '"{path}" finns redan.',
      en: '"{path}" is there already.',
    },
    hint: {
      sv: '"genomlys baseline prune" tar bort det som är åtgärdat; med --force godtas allt på nytt, också nya luckor',
      en: '"genomlys baseline prune" takes out what is mended; --force accepts everything anew, new gaps included',
    },
  },
  BASELINE_WRONG: {
    message: {
      sv: "Filen är ingen fil med godtagna luckor ({field}).",
      en: "The file is no file of accepted gaps ({field}).",
    },
    hint: {
      sv: "den görs av genomlys baseline create och ändras inte för hand; efter en krock i git: ta båda sidornas poster",
      en: "it is made by genomlys baseline create and not changed by hand; after a conflict in git, keep the entries of both sides",
    },
  },
  BASELINE_OTHER_MODEL: {
    message: {
      sv: '"{path}" är gjord med {found}; den här versionen räknar med {known}, och det går inte att jämföra.',
      en: '"{path}" was made with {found}; this version scores with {known}, and the two do not compare.',
    },
    hint: {
      sv: 'gör om den med "genomlys baseline create --force", och se i git vad som skiljer',
      en: 'make it again with "genomlys baseline create --force", and see in git what differs',
    },
  },
} as const satisfies Record<string, ErrorText>;
