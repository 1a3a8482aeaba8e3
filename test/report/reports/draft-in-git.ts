// Markdown drafts as they lie in a repository: lines, an odd file name, two equal gaps, and one file that is no text.
import { buildDocument, buildGap, buildReport, buildSection, buildUnread } from "./build-report.ts";

const line = (number: number): { line: number; column: number } => ({ line: number, column: 1 });

export const draftInGit = buildReport([
  buildDocument({
    path: "./utkast/100 % å, plan: ny.md",
    format: "md",
    pages: null,
    verdict: "missing",
    sections: [
      buildSection({
        id: "s1",
        heading: "Plan",
        path: ["Plan"],
        location: line(1),
        status: "present",
        level: 1,
      }),
      buildSection({ id: "s2", heading: "Barn", path: ["Plan", "Barn"], location: line(5) }),
      buildSection({ id: "s3", heading: "Barn", path: ["Plan", "Barn"], location: line(9) }),
      buildSection({
        id: "s4",
        heading: "Stöd",
        path: ["Plan", "Stöd"],
        location: line(14),
        status: "unread",
      }),
    ],
    gaps: [
      buildGap({ section: "s3", fingerprint: "same", location: line(9) }),
      buildGap({ section: "s2", fingerprint: "same", location: line(5) }),
      buildGap({ section: "s1", rule: "deepen", severity: "low", fingerprint: "other", location: line(1) }),
    ],
    requirements: [
      {
        id: "K-ALL-03",
        rule: "k-all-03",
        title: "Perspektivet finns i sakavsnitten",
        status: "unmet",
        severity: "medium",
        evidence: [],
        searched: ["s2", "s3"],
        section: null,
        location: null,
        lacking: [],
        review: [],
        because: null,
        message: "Inget avsnitt beskriver hur det är för kvinnor och män.",
        question: "Var hör perspektivet hemma?",
        recommendation: "Flytta in det i sakavsnitten.",
        source: "SKR",
      },
      {
        id: "K-ALL-04",
        rule: "k-all-04",
        title: "Uppföljningen visar kvinnor och män",
        status: "notApplicable",
        severity: "medium",
        evidence: [],
        searched: [],
        section: null,
        location: null,
        lacking: [],
        review: [],
        because: "unread",
        message: "",
        question: "",
        recommendation: "",
        source: "",
      },
    ],
  }),
  buildUnread("utkast/trasig.md", "Filen är ingen text.", "Spara den på nytt."),
]);
