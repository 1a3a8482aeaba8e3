// How the command was called: its options and values, and the commands that set up.
import type { ErrorText } from "../error-text.ts";

export const callingErrors = {
  NO_INPUT: {
    message: {
      sv: "Säg vad som ska granskas.",
      en: "Say what to audit.",
    },
    hint: {
      sv: 'ange filer eller mappar, till exempel "genomlys styrdokument/" ("genomlys --help" visar allt)',
      en: 'name files or folders, for instance "genomlys documents/" ("genomlys --help" shows everything)',
    },
  },
  UNKNOWN_OPTION: {
    message: { sv: 'Flaggan "{option}" finns inte.', en: 'There is no option "{option}".' },
    hint: {
      sv: '"genomlys --help" visar alla flaggor; en fil vars namn börjar med - skrivs "./{option}"',
      en: '"genomlys --help" lists all options; a file whose name starts with - is written "./{option}"',
    },
  },
  UNKNOWN_COMMAND: {
    message: { sv: 'Kommandot "{command}" finns inte.', en: 'There is no command "{command}".' },
    hint: {
      sv: '"genomlys --help" visar alla kommandon',
      en: '"genomlys --help" lists all commands',
    },
  },
  TOO_MANY_ARGUMENTS: {
    message: {
      sv: 'Det står för mycket efter "{command}": kommandot tar {most} argument, här står {given}.',
      en: 'There is too much behind "{command}": arguments it takes: {most}, given: {given}.',
    },
    hint: {
      sv: 'namn med mellanslag skrivs inom citattecken; "genomlys {command} --help" visar hur kommandot skrivs',
      en: 'names with spaces are put in quotes; "genomlys {command} --help" shows how the command is written',
    },
  },
  OPTION_WITHOUT_VALUE: {
    message: { sv: "Flaggan {option} saknar sitt värde.", en: "The option {option} lacks its value." },
    hint: {
      sv: '"genomlys --help" visar vilka värden den kan ha',
      en: '"genomlys --help" shows the values it can have',
    },
  },
  UNKNOWN_CHOICE: {
    message: {
      sv: '{option} kan inte vara "{value}".',
      en: '{option} cannot be "{value}".',
    },
    hint: { sv: "välj ett av {choices}", en: "choose one of {choices}" },
  },
  NUMBER_EXPECTED: {
    message: {
      sv: '{option} kan inte vara "{value}".',
      en: '{option} cannot be "{value}".',
    },
    hint: {
      sv: "skriv ett heltal som är minst {least}",
      en: "write a whole number of at least {least}",
    },
  },
  NUMBER_OUT_OF_RANGE: {
    message: {
      sv: '{option} kan inte vara "{value}".',
      en: '{option} cannot be "{value}".',
    },
    hint: {
      sv: "skriv ett tal från {least} till {most}",
      en: "write a number from {least} to {most}",
    },
  },
  WATCH_STANDARD_INPUT: {
    message: { sv: "Standard in kan inte bevakas.", en: "Standard input cannot be watched." },
    hint: { sv: "ange filer eller mappar", en: "name files or folders" },
  },
  INIT_EXISTS: {
    message: { sv: "{path} finns redan.", en: "{path} is already there." },
    hint: {
      sv: "ändra i den, eller skriv över den med --force",
      en: "change it, or overwrite it with --force",
    },
  },
  INIT_NOT_A_FOLDER: {
    message: { sv: '"{path}" är ingen mapp.', en: '"{path}" is no folder.' },
    hint: {
      sv: "ange mappen som inställningarna ska gälla för, eller ingen alls för mappen där du står",
      en: "name the folder that the settings are for, or none at all for the folder where you stand",
    },
  },
  COMPLETION_WHAT: {
    message: { sv: "Säg vilket skal det gäller.", en: "Say which shell it is for." },
    hint: { sv: "bash, zsh eller fish", en: "bash, zsh or fish" },
  },
} as const satisfies Record<string, ErrorText>;
