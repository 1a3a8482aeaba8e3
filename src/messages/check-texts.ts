// What a check says: of each bar, of a document in one line, of the run. Part of the one catalogue: interface-texts.ts
// takes it in.
import type { LocalText } from "../model/rule.ts";

export const checkTexts = {
  // ── bars ──
  "check.coverageMet": {
    sv: "täckningen är {found} %, minst {wanted} % krävs",
    en: "coverage is {found}%, at least {wanted}% is demanded",
  },
  "check.coverageMissed": {
    sv: "täckningen är {found} %, minst {wanted} % krävs ({by} procentenheter för lite)",
    en: "coverage is {found}%, at least {wanted}% is demanded ({by} percentage points short)",
  },
  "check.coverageUpTo": {
    sv: ", men den kan vara upp till {upTo} %: läs {n} avsnitt att bedöma",
    en: ", but it may be up to {upTo}%: read {n} {n|section|sections} to judge",
  },
  "check.coverageNone": {
    sv: "täckningen prövas inte: inget avsnitt väntas ta upp perspektivet",
    en: "coverage is not checked: no section is expected to hold the perspective",
  },
  "check.levelMet": {
    sv: "nivå {found} nås, minst {wanted} krävs",
    en: "level {found} is reached, at least {wanted} is demanded",
  },
  "check.levelMissed": {
    sv: "nivå {found} nås som djupast utanför förord och inledning, minst {wanted} krävs",
    en: "level {found} is the deepest outside foreword and introduction, at least {wanted} is demanded",
  },
  "check.levelNone": {
    sv: "nivån prövas inte: inget avsnitt väntas ta upp perspektivet",
    en: "the level is not checked: no section is expected to hold the perspective",
  },
  "check.tooLittleRead": {
    sv: "kan inte prövas, bara {percent} % av texten kunde läsas ({text})",
    en: "cannot be checked, only {percent}% of the text could be read ({text})",
  },
  "check.noneAllowed": { sv: "{what} (tillåts inte)", en: "{what} (not allowed)" },
  "check.atMostMet": { sv: "{what} (högst {wanted} tillåts)", en: "{what} (at most {wanted} allowed)" },
  "check.atMostMissed": {
    sv: "{what} (högst {wanted} tillåts, {by} för mycket)",
    en: "{what} (at most {wanted} allowed, {by} too many)",
  },
  "check.count.max-gaps": {
    sv: "{n} avsnitt saknar perspektivet",
    en: "{n} {n|section lacks|sections lack} the perspective",
  },
  "check.count.missing": {
    sv: "{n} avsnitt saknar perspektivet",
    en: "{n} {n|section lacks|sections lack} the perspective",
  },
  "check.count.review": { sv: "{n} {n|ställe|ställen} att bedöma", en: "{n} {n|place|places} to judge" },
  "check.count.unmet": {
    sv: "{n} {n|krav är inte uppfyllt|krav är inte uppfyllda}",
    en: "{n} {n|requirement is|requirements are} unmet",
  },
  "check.count.waiver": {
    sv: "{n} avsnitt avfärdar perspektivet utan analys",
    en: "{n} {n|section dismisses|sections dismiss} the perspective without analysis",
  },
  "check.count.notice": {
    sv: "{n} {n|anmärkning|anmärkningar} om läsningen",
    en: "{n} {n|notice|notices} on the reading",
  },
  "check.count.lost": {
    sv: "{n} {n|förlust|förluster} i ändringen",
    en: "{n} {n|loss|losses} in the change",
  },
  "check.new.lost": {
    sv: "{n} {n|förlust|förluster} i ändringen",
    en: "{n} {n|loss|losses} in the change",
  },
  "check.new.max-gaps": {
    sv: "{n} {n|nytt avsnitt|nya avsnitt} saknar perspektivet",
    en: "{n} new {n|section lacks|sections lack} the perspective",
  },
  "check.new.missing": {
    sv: "{n} {n|nytt avsnitt|nya avsnitt} saknar perspektivet",
    en: "{n} new {n|section lacks|sections lack} the perspective",
  },
  "check.new.review": {
    sv: "{n} {n|nytt ställe|nya ställen} att bedöma",
    en: "{n} new {n|place|places} to judge",
  },
  "check.new.unmet": {
    sv: "{n} {n|nytt krav är inte uppfyllt|nya krav är inte uppfyllda}",
    en: "{n} {n|requirement is|requirements are} newly unmet",
  },
  "check.new.waiver": {
    sv: "{n} {n|nytt avsnitt avfärdar|nya avsnitt avfärdar} perspektivet utan analys",
    en: "{n} new {n|section dismisses|sections dismiss} the perspective without analysis",
  },
  "check.new.notice": {
    sv: "{n} {n|anmärkning|anmärkningar} om läsningen",
    en: "{n} {n|notice|notices} on the reading",
  },
  "check.requireMet": { sv: "{id} är uppfyllt", en: "{id} is met" },
  "check.requireOther": { sv: "{id} gäller inte dokumentet", en: "{id} does not apply" },
  "check.requireAccepted": {
    sv: "{id} är inte uppfyllt, men godtaget sedan tidigare eller undantaget",
    en: "{id} is not met, but accepted earlier or suppressed",
  },
  "check.requireUnread": {
    sv: "{id} kan inte prövas: för lite av texten kunde läsas",
    en: "{id} cannot be checked: too little of the text could be read",
  },
  "check.requireMissed": { sv: "{id} är inte uppfyllt ({title})", en: "{id} is not met ({title})" },
  "check.requirePartly": {
    sv: "{id} är bara delvis uppfyllt ({title})",
    en: "{id} is only partly met ({title})",
  },
  "check.requireDoubtful": {
    sv: ", men läs först avsnitten att bedöma",
    en: ", but read the sections to judge first",
  },

  // ── what a change takes away ──
  "loss.only.analysis": { sv: "den enda analys", en: "the only analysis" },
  "loss.only.goal": { sv: "det enda mål", en: "the only goal" },
  "loss.only.action": { sv: "den enda åtgärd", en: "the only measure" },
  "loss.only.resource": { sv: "de enda resurser", en: "the only resources" },
  "loss.only.responsibility": { sv: "det enda ansvar", en: "the only responsibility" },
  "loss.only.followUp": { sv: "den enda uppföljning", en: "the only follow-up" },
  "loss.all.analysis": { sv: "all analys", en: "all analysis" },
  "loss.all.goal": { sv: "alla mål", en: "all goals" },
  "loss.all.action": { sv: "alla åtgärder", en: "all measures" },
  "loss.all.resource": { sv: "alla resurser", en: "all resources" },
  "loss.all.responsibility": { sv: "allt ansvar", en: "all responsibility" },
  "loss.all.followUp": { sv: "all uppföljning", en: "all follow-up" },
  "loss.link": {
    sv: 'Ändringen tar bort {what} som rör perspektivet: "{text}"',
    en: 'The change removes {what} on the perspective: "{text}"',
  },
  "loss.links": {
    sv: 'Ändringen tar bort {what} som rör perspektivet, på {n} ställen, bland annat: "{text}"',
    en: 'The change removes {what} on the perspective, in {n} places, among them: "{text}"',
  },
  "loss.weakened": {
    sv: 'Ändringen försvagar {what} som rör perspektivet. Förut: "{text}" Nu: "{now}"',
    en: 'The change weakens {what} on the perspective. Before: "{text}" Now: "{now}"',
  },
  "loss.section": {
    sv: 'Ändringen tar bort det som rörde perspektivet i avsnittet: "{text}"',
    en: 'The change removes what concerned the perspective in the section: "{text}"',
  },
  "loss.sectionGone": {
    sv: 'Ändringen tar bort avsnittet {section} och det som där rörde perspektivet: "{text}"',
    en: 'The change removes the section {section} and what concerned the perspective there: "{text}"',
  },
  "loss.document": {
    sv: 'Ändringen tar bort dokumentet och det som där rörde perspektivet, på {n} {n|ställe|ställen, bland annat}: "{text}"',
    en: 'The change removes the document and what concerned the perspective there, in {n} {n|place|places, among them}: "{text}"',
  },
  "loss.question": {
    sv: "Står det någon annanstans nu, eller ska perspektivet inte längre tas upp här?",
    en: "Does it stand elsewhere now, or is the perspective no longer to be raised here?",
  },
  "loss.recommendation": {
    sv: "Behåll innehållet, eller säg i ändringen var det står nu. Är det avsiktligt: undanta det med ett skäl.",
    en: "Keep the content, or say in the change where it stands now. If it is deliberate, suppress it with a reason.",
  },

  // ── watching drafts ──
  "watch.ready": {
    sv: "Bevakar {n} dokument. Ctrl-C avslutar.",
    en: "Watching {n} {n|document|documents}. Ctrl-C ends it.",
  },
  "watch.state": {
    sv: "{path}: {verdict}, täckning {coverage}, {n} {n|lucka|luckor}",
    en: "{path}: {verdict}, coverage {coverage}, {n} {n|gap|gaps}",
  },
  "watch.new": { sv: "Nytt dokument: {path}", en: "New document: {path}" },
  "watch.gone": { sv: "Borta: {path}", en: "Gone: {path}" },
  "watch.setup": {
    sv: "Inställningar eller regler är ändrade. Det här ändras i bedömningen:",
    en: "The configuration or the rules have changed. This changes in the judgement:",
  },
  "watch.leftOut": { sv: "{path}: granskas inte längre", en: "{path}: no longer audited" },
  "watch.setupSame": { sv: "ingenting", en: "nothing" },
  "watch.setupKept": {
    sv: "De inställningar och regler som gällde förut gäller tills felet är rättat.",
    en: "The configuration and rules from before stay in force until this is mended.",
  },
  "watch.before": { sv: "förra versionen", en: "the version before" },
  "watch.after": { sv: "den nya versionen", en: "the new version" },

  // ── suppressions ──
  "suppression.expired": {
    sv: "{place}: undantaget för {what} gick ut {day}; det räknas igen",
    en: "{place}: the suppression of {what} expired on {day}; it counts again",
  },
  "suppression.unused": {
    sv: "{place}: undantaget för {what} behövs inte längre; ta bort det",
    en: "{place}: the suppression of {what} is not needed any more; take it out",
  },

  // ── what is said beside the result ──
  "check.line": { sv: "{path}: {text}", en: "{path}: {text}" },
  "check.failed": { sv: "underkänd", en: "fails" },
  "check.passed": { sv: "godkänd", en: "passes" },
  "check.notJudged": { sv: "kan inte prövas", en: "cannot be checked" },
  "check.unbarred": { sv: "prövas inte", en: "not checked" },
  "check.sum": {
    sv: "{n} dokument: {passed} {passed|godkänt|godkända}, {failed} {failed|underkänt|underkända}",
    en: "{n} {n|document|documents}: {passed} {passed|passes|pass}, {failed} {failed|fails|fail}",
  },
  "check.sumNotJudged": {
    sv: ", {n} kan inte prövas",
    en: ", {n} cannot be checked",
  },
  "check.sumNotChecked": {
    sv: ", {n} utan gräns",
    en: ", {n} without a bar",
  },
  "check.baselineSum": {
    sv: "Jämfört med {path}: {new} {new|nytt|nya}, {unchanged} {unchanged|känt|kända}, {fixed} {fixed|åtgärdat|åtgärdade}.",
    en: "Compared with {path}: {new} new, {unchanged} known, {fixed} mended.",
  },
  "check.fixed": {
    sv: "åtgärdat: {what}",
    en: "mended: {what}",
  },
  "check.prune": {
    sv: "Ta bort det åtgärdade med genomlys baseline prune --baseline {path} och samma sökvägar.",
    en: "Take out what is mended with genomlys baseline prune --baseline {path} and the same paths.",
  },
  "check.gone": {
    sv: "Finns inte längre: {paths}.",
    en: "No longer there: {paths}.",
  },
  "check.changedSum": {
    sv: "Ändrat sedan {ref}: {n} dokument. Oförändrade, och därför inte prövade: {unchanged}.",
    en: "Changed since {ref}: {n} {n|document|documents}. Unchanged, and therefore not checked: {unchanged}.",
  },
  "check.changedNone": {
    sv: "Inget dokument är ändrat sedan {ref}. Oförändrade, och därför inte prövade: {unchanged}.",
    en: "No document has changed since {ref}. Unchanged, and therefore not checked: {unchanged}.",
  },
  "check.documentGone": { sv: "dokumentet är borttaget", en: "the document was removed" },
  "check.removed": {
    sv: "Borttagna sedan {ref}: {paths}.",
    en: "Removed since {ref}: {paths}.",
  },
  "check.formerUnreadGone": {
    sv: "{path}: dokumentet är borttaget och versionen vid {ref} kunde inte läsas, så vad som gick förlorat går inte att säga. {reason}",
    en: "{path}: the document was removed and the version at {ref} could not be read, so what was lost cannot be told. {reason}",
  },
  "check.formerInLfs": {
    sv: "Dess innehåll ligger i Git LFS och är inte hämtat hit (git lfs fetch).",
    en: "Its content is in Git LFS and was not fetched (git lfs fetch).",
  },
  "check.formerNotGiven": { sv: "Git svarade: {reason}", en: "Git answered: {reason}" },
  "check.renamed": { sv: "hette {before}", en: "was called {before}" },
  "check.formerUnread": {
    sv: "{path}: versionen vid {ref} kunde inte läsas, så allt i dokumentet räknas som nytt. {reason}",
    en: "{path}: the version at {ref} could not be read, so everything in the document counts as new. {reason}",
  },
  "check.ignoredByGit": {
    sv: "{n} dokument prövas inte: git bortser från {n|det|dem} (.gitignore).",
    en: "{n} {n|document is|documents are} not checked: git ignores {n|it|them} (.gitignore).",
  },
  "check.byDefaultChange": {
    sv: "Ingen gräns är satt: det som ändringen tar bort, nya avsnitt där perspektivet saknas och nya krav som inte är uppfyllda underkänns.",
    en: "No bar is set: what the change takes away, new sections that lack the perspective and newly unmet requirements fail.",
  },
  "check.otherVersions": {
    sv: "{path} är gjord med andra regler ({versions}): nya regler kan visa luckor som nya fast texten är densamma.",
    en: "{path} was made with other rules ({versions}): new rules may show gaps as new though the text is the same.",
  },
  "check.byDefault": {
    sv: "Ingen gräns är satt: nya avsnitt där perspektivet saknas och nya krav som inte är uppfyllda underkänns.",
    en: "No bar is set: new sections that lack the perspective and newly unmet requirements fail.",
  },
  "check.idleFails": {
    sv: "Underkänt: {n} undantag behövs inte eller har gått ut.",
    en: "Fails: {n} {n|suppression is|suppressions are} not needed or expired.",
  },
  "check.title": { sv: "Prövning", en: "Check" },
  "suppressed.line": { sv: "Undantaget: {what} ({reason})", en: "Suppressed: {what} ({reason})" },
  "suppressed.because": { sv: "undantaget: {reason}", en: "suppressed: {reason}" },
  "suppressed.until": { sv: "till och med {day}", en: "until {day}" },
  "baseline.created": {
    sv: "Godtog {n} {n|lucka eller krav|luckor och krav} i {documents} dokument: {path}",
    en: "Accepted {n} {n|gap or requirement|gaps and requirements} in {documents} {documents|document|documents}: {path}",
  },
  "baseline.pruned": {
    sv: "Tog bort {n} som inte längre finns, {left} kvar: {path}",
    en: "Took out {n} no longer there, {left} left: {path}",
  },
  "baseline.renamed": {
    sv: "{from} heter nu {to}",
    en: "{from} is now called {to}",
  },

  // ── a document, the run ──
  "check.notAudited": { sv: "kunde inte granskas", en: "could not be audited" },
  "check.notChecked": {
    sv: "ingen gräns är satt för dokumenttypen",
    en: "no bar is set for this type of document",
  },
} as const satisfies Record<string, LocalText>;
