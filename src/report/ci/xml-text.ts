// Text on its way into XML 1.0.

// XML 1.0 §2.2: all of C0 but tab and line breaks, halves of surrogate pairs, U+FFFE and U+FFFF may not stand in a document
// at all, not even written as a number.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  // A parser makes a space of these in an attribute unless they are numbers.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** `text` without what XML cannot hold. */
function allowedText(text: string): string {
  return text.replace(forbidden, "");
}

/** Text between tags. */
export function xmlText(text: string): string {
  return allowedText(text).replace(/[&<>\r]/g, (sign) => escapes[sign] ?? sign);
}

/** A list of attributes with a space before each; those without a value are left out. */
export function xmlAttributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) =>
      value === undefined
        ? []
        : [
            ` ${name}="${allowedText(String(value)).replace(/[&<>"\t\n\r]/g, (sign) => escapes[sign] ?? sign)}"`,
          ],
    )
    .join("");
}
