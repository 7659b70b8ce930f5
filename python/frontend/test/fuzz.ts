// Random editing sessions of the real session against the real host: at rest, text and findings of both sides must be equal,
// and equal to those of a check from scratch. Arguments: seed, sessions, edits a session, control ("none", "unseen").
// Prints one line of JSON for the sessions; the host is the process behind standard input and output.

import { ChangeSet, EditorState, Text } from "@codemirror/state";
import { readSync, writeSync } from "node:fs";
import { findings, placedFindings, placesOf, showFindings } from "../src/findings";
import { type Delta, type FromHost, type ToHost } from "../src/protocol";
import { Session, repair } from "../src/session";

const [seed = 1, sessions = 10, edits = 60] = process.argv.slice(2, 5).map(Number);
const control = process.argv[5] ?? "none";

let state = seed * 2654435761;
const random = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = (count: number): number => Math.floor(random() * count);
const pick = <T>(from: readonly T[]): T => from[below(from.length)]!;

const frame = (json: object, buffer?: ArrayBuffer): void => {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const bytes = new Uint8Array(8 + text.length + (buffer?.byteLength ?? 0));
  new DataView(bytes.buffer).setUint32(0, 4 + text.length + (buffer?.byteLength ?? 0));
  new DataView(bytes.buffer).setUint32(4, text.length);
  bytes.set(text, 8);
  if (buffer) bytes.set(new Uint8Array(buffer), 8 + text.length);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
};
const exactly = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const got = readSync(0, bytes, at, length - at, null);
    if (!got) throw new Error("the host is gone");
    at += got;
  }
  return bytes;
};
const u32 = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer).getUint32(at);
type Answer = [FromHost, ArrayBuffer | undefined];
const call = (message: object, buffer?: ArrayBuffer): Answer[] => {
  frame(message, buffer);
  const bytes = exactly(u32(exactly(4), 0));
  const answers: Answer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [json, text] = [u32(bytes, at), u32(bytes, at + 4)];
    const content = JSON.parse(new TextDecoder().decode(bytes.slice(at + 8, at + 8 + json))) as FromHost;
    answers.push([content, text ? (bytes.slice(at + 8 + json, at + 8 + json + text).buffer as ArrayBuffer) : undefined]);
    at += 8 + json + text;
  }
  return answers;
};

const TYPED = ["1", "2", "0", ".", "5", "万元", "亿元", "%", "，", "。", "；", "其中：", "支出", "基本支出60万元", "（", "）", "\n", "一、", "（二）", "较上年", "增长", "😀", "𠮷", "|", "年初预算100万元", "二、存在的问题\n", "3人", "同比下降5%"];

class Page {
  doc: EditorState = EditorState.create({ extensions: [findings] });
  held = false;
  time = 0;
  mail: { due: number; message: ToHost; buffer?: ArrayBuffer }[] = [];
  answers: { due: number; message: FromHost; buffer: ArrayBuffer | undefined }[] = [];
  notes: string[] = [];
  readonly session: Session;

  constructor() {
    this.session = new Session(
      { send: (message, buffer) => void this.mail.push({ due: this.time + 1 + below(6), message, ...(buffer ? { buffer } : {}) }) },
      {
        document: (text, delta) => {
          this.doc = EditorState.create({ doc: Text.of(text.split("\n")), extensions: [findings] });
          this.show(delta);
        },
        findings: (delta) => this.show(delta),
        state: () => undefined,
        note: (text) => this.notes.push(text),
        text: () => {
          const changes = repair(this.doc.doc);
          if (changes) this.doc = this.doc.update({ changes }).state;
          return this.doc.doc;
        },
      },
      () => this.held,
      { now: () => this.time, later: () => undefined },
      "fuzz",
    );
    if (control === "unseen") this.session.unseen = () => [];
    this.session.open();
  }

  show(delta: Delta): void {
    this.doc = this.doc.update({ effects: showFindings.of(delta) }).state;
  }

  edit(): void {
    const changes = [];
    for (let count = 1 + below(10 === below(12) ? 3 : 1); count > 0; count--) {
      const from = below(this.doc.doc.length + 1);
      const kind = below(10);
      const to = kind < 5 ? from : Math.min(this.doc.doc.length, from + (kind < 9 ? below(4) : below(120)));
      const insert = kind === 9 ? (below(2) ? this.doc.sliceDoc(from, from + below(120)) : "") : kind > 6 ? "" : pick(TYPED);
      changes.push(ChangeSet.of({ from, to, insert }, this.doc.doc.length));
      if (count > 1) break;
    }
    const set = changes[0]!;
    this.doc = this.doc.update({ changes: set }).state;
    this.session.local(set);
  }

  step(): void {
    this.time++;
    while (this.mail.length && this.mail[0]!.due <= this.time) {
      const { message, buffer } = this.mail.shift()!;
      for (const [answer, text] of call(message, buffer)) this.answers.push({ due: this.time + 1 + below(6), message: answer, buffer: text });
    }
    while (this.answers.length && this.answers[0]!.due <= this.time) {
      const { message, buffer } = this.answers.shift()!;
      this.session.receive(message, buffer);
    }
  }

  settle(): void {
    if (this.held) {
      this.held = false;
      this.session.release();
    }
    for (let turn = 0; turn < 200 && (this.mail.length || this.answers.length || this.session.unsent); turn++) this.step();
  }
}

const kept = (state: EditorState) =>
  Object.fromEntries(placedFindings(state).map(({ finding }) => [finding.id, { code: finding.code, message: finding.message, places: placesOf(state, finding.id) }]));

let divergent = 0;
let checked = 0;
const firsts: string[] = [];
for (let session = 0; session < sessions; session++) {
  const [[{ text } = { text: "" }] = []] = call({ t: "fuzz-new", number: below(1 << 30) }) as unknown as [{ text: string }][];
  const page = new Page();
  for (let turn = 0; turn < 20; turn++) page.step();
  if (page.doc.sliceDoc() !== text.replace(/\r\n?/g, "\n")) throw new Error("not opened");
  for (let edit = 0; edit < edits; edit++) {
    if (below(12) === 0) {
      if (page.held) { page.held = false; page.session.release(); } else page.held = true;
    }
    page.edit();
    checked++;
    for (let wait = below(5); wait > 0; wait--) page.step();
  }
  page.settle();
  const [[fresh] = []] = call({ t: "fuzz-fresh" }) as unknown as [{ text: string; findings: Record<string, { code: string; message: string; places: [number, number][] }> }][];
  const mine = kept(page.doc);
  const theirs = Object.fromEntries(Object.entries(fresh!.findings).map(([id, each]) => [id, { code: each.code, message: each.message, places: each.places }]));
  const sorted = (of: object) => JSON.stringify(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));
  const typed = page.doc.sliceDoc();
  if (typed !== fresh!.text || sorted(mine) !== sorted(theirs)) {
    divergent++;
    const differing = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((id) => JSON.stringify(mine[id]) !== JSON.stringify(theirs[id]));
    const shown = differing.slice(0, 2).map((id) => `${id}: page ${JSON.stringify(mine[id])} host ${JSON.stringify(theirs[id])}`);
    if (firsts.length < 3) firsts.push(`session ${session}: text ${typed === fresh!.text ? "equal" : "differs"}; ${shown.join("; ")}`);
  }
}
frame({ t: "fuzz-done", seed, sessions, edits: checked, divergent, firsts });
