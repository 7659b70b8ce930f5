// The messages between the page and the host (the process that checks). Offsets are UTF-16 units of a text whose lines end in "\n".

export type Severity = "error" | "warning" | "info";
export type Span = [from: number, to: number];

/** A change of the text at one of the finding's places; refused where the text there is not `expect`. */
export interface FixEdit {
  place: number;
  text: string;
  expect: string;
}

export interface Fix {
  title: string;
  /** Whether one click applies it: what is wrong and what is right are both unique. */
  sure: boolean;
  edits: FixEdit[];
}

/** What the core reports. `places[0]` is where it stands; the others are what `related` and `fixes` point to. */
export interface Finding {
  id: string;
  code: string;
  group: string;
  severity: Severity;
  message: string;
  places: Span[];
  related: { place: number; message: string }[];
  fixes: Fix[];
  /** Something that the text lacks: it has no characters of its own. */
  absent: boolean;
  dismissed: boolean;
}

export interface Counts {
  error: number;
  warning: number;
  info: number;
  dismissed: number;
}

/** How many of the figures are tied by some relation. */
export interface Coverage {
  profile: string;
  quantities: number;
  related: number;
}

export interface Heading {
  title: string;
  label: string;
  level: number;
  part: string | null;
  at: Span;
  /** Ids of findings that stand on it. */
  findings: string[];
}

/** A part that the family asks for and the text lacks, in its place of the outline. */
export interface Absence {
  title: string;
  level: number;
  absent: string;
  at: Span;
}

export interface RelationRow {
  kind: string;
  status: "holds" | "rounding" | "violated";
  formula: string;
  expected: string;
  printed: string;
  difference: string;
  label: string;
  members: Span[];
}

export interface LedgerRow {
  indicator: string;
  period: string;
  basis: string;
  scope: string;
  values: { printed: string; at: Span[] }[];
  /** What the facts say of it, or nothing. */
  known: string;
  conflict: boolean;
}

/** The values that can be written behind the words for an indicator. */
export interface Offer {
  names: string[];
  options: { text: string; about: string[]; known: boolean; count: number }[];
}

/** A number of a heading, what it is to become, and what must stand there. */
export interface Renumbering {
  at: Span;
  text: string;
  expect: string;
}

/** What a panel asks for when it is looked at; never sent with each key. */
export interface Lists {
  outline: (Heading | Absence)[];
  relations: RelationRow[];
  quantities: LedgerRow[];
  values: Offer[];
}
export type ListName = keyof Lists;
export type PanelList = Exclude<ListName, "values">;

export type Change = [from: number, to: number, insert: string];

export type ToHost =
  | { t: "hello"; me: string; proto: 1 }
  | { t: "edit"; e: number; b: number; v: number; ch: Change[]; len: number }
  | { t: "load"; e: number; v: number }
  | { t: "ping"; e: number }
  | { t: "req"; id: number; e: number; name: string; args?: unknown };

/** One check's result as a difference: `del` goes first, so an id may stand in both. */
export interface Delta {
  full?: boolean;
  del: string[];
  add: Finding[];
  n: Counts;
}

export type FromHost =
  | ({ t: "doc"; me: string; e: number; v: number; name: string; lang: string } & Delta)
  | ({ t: "diag"; e: number; v: number } & Delta)
  | { t: "resync"; e: number }
  | { t: "taken"; e: number }
  | { t: "note"; e: number; text: string; level: "info" | "error" }
  | { t: "error"; e: number; v?: number; msg: string }
  | { t: "pong"; e: number }
  | { t: "res"; id: number; e: number; v: number; data?: unknown; error?: string };

export const textOf = (buffer: ArrayBuffer | DataView): string => {
  const bytes = buffer instanceof DataView ? buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) : buffer;
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(bytes);
};

export const bufferOf = (text: string): ArrayBuffer => {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units.buffer;
};
