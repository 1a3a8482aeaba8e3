// Memoranda that share a sentence on equality, as a template leaves it in them.
/** The sentence that they share. */
export const boilerplate =
  "Förvaltningen ska senast 2027 minska skillnaden mellan flickors och pojkars resultat i alla skolor.";

/** A memorandum on a matter of its own, with `sentence` on equality. */
export const memorandum = (matter: string, sentence = boilerplate): string => `# Tjänsteskrivelse om ${matter}

## Ärendet

Nämnden behandlar ${matter} efter en framställan från rektorn om ${matter} och dess kostnader.

## Bakgrund

Enligt prognosen ökar behovet av ${matter} för elever i området de kommande fem åren.

## Jämställdhet

${sentence}
`;
